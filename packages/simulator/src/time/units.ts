/** Inside a run all moments are whole seconds since its first midnight: they fit 32 bits, and are compared as integers. */
export const daySeconds = 86_400;
export const weekSeconds = 604_800;
export const dayMs = 86_400_000;
/** Later than anything that is simulated. */
export const never = 0x7fffffff;
