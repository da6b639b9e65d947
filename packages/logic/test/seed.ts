const wanted = Number(process.env['LOGIC_SEED']);

/** The seed of all random tests, shown in their names; `LOGIC_SEED=… vitest` repeats a run. */
export const seed = Number.isInteger(wanted) && wanted > 0 ? wanted : Date.now() % 2 ** 31;
