/** The moment of what did not happen: before all others. */
export const never: number = -Infinity;
