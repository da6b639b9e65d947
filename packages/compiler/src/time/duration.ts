/** One minute in milliseconds. */
export const minute = 60_000;

/** One hour in milliseconds. */
export const hour: number = 60 * minute;

/** Twenty-four hours in milliseconds. A local day may be longer or shorter. */
export const day: number = 24 * hour;
