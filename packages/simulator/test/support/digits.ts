import { resultsOf } from '../../src/results/results.ts';
import { simulate } from '../../src/simulate.ts';
import { plain, poolOf } from './simple.ts';

/** The JSON of a small simulation, whose numbers go through every function of the maths, as one number. */
export function digits(): string {
  const model = {
    ...plain,
    parameters: plain.parameters.map((one) =>
      one.id === 'day'
        ? { ...one, low: 4e7, high: 2e8 }
        : one.id === 'winning.rate'
          ? { ...one, low: 2000, high: 3100 }
          : one,
    ),
  };
  const pool = poolOf(model);
  const batch = simulate(model, { pool, seed: 2026, runs: 5 });
  if (!batch) throw new Error('Nobody ended it.');
  const json = JSON.stringify(resultsOf(model, batch, { seed: 2026, pool: pool.size }));
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < json.length; i++)
    hash = BigInt.asUintN(64, (hash ^ BigInt(json.charCodeAt(i))) * 0x100000001b3n);
  return hash.toString(16);
}

/** What it is in Node and in a browser, on every machine. */
export const expected = 'c130b5115b3e8bfc';
