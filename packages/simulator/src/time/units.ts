/** Inside a run all moments are whole seconds since its first midnight: they fit 32 bits, and are compared as integers. */
export const daySeconds = 86_400;
export const weekSeconds = 604_800;
export const dayMs = 86_400_000;
/** Later than anything that is simulated. */
export const never = 0x7fffffff;

// Numbers and not their names: so it is known what is divided by when this is compiled, and it is done a million times in a run.

/** The day of a moment. */
export function dayOf(seconds: number): number {
  return (seconds / 86_400) | 0;
}

/** The week of a moment. */
export function weekOf(seconds: number): number {
  return (seconds / 604_800) | 0;
}
