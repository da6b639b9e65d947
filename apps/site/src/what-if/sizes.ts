/** What the page simulates: half a year, with the luck of one seed. The command line is told the same. */
export const simulated = { weeks: 26, seed: 1, runs: 48, pool: 2000 } as const;

/** What the first estimate takes: enough to see which way it goes. */
export const first = { runs: 4, pool: 200 } as const;
