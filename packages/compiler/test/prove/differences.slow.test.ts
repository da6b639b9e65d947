import { expect, test } from 'vitest';
import { compareSets, nothing } from './differences.ts';

// A campaign: DIFFERENCES_PAIRS=500 DIFFERENCES_LEADS=100000 vitest run --project slow packages/compiler/test/prove/differences.slow.test.ts
const pairs = Number(process.env['DIFFERENCES_PAIRS'] ?? 8);
const leads = Number(process.env['DIFFERENCES_LEADS'] ?? 1000);
const first = Number(process.env['DIFFERENCES_SEED'] ?? 1);

test(
  'every lead that two versions decide otherwise is in a set, and none that they decide alike in an exact one',
  { timeout: 60_000 + pairs * (5_000 + leads * 20) },
  async () => {
    const tally = nothing();
    for (let seed = first; seed < first + pairs; seed += 1)
      await compareSets(seed, tally, { leads, steps: 1 + (seed % 3) });
    if (process.env['DIFFERENCES_PAIRS'])
      process.stdout.write(`${JSON.stringify({ first, ...tally, wrong: tally.wrong.length })}\n`);
    expect(tally.wrong.slice(0, 5)).toEqual([]);
    expect(tally.changed).toBeGreaterThan(leads / 5);
    expect(tally.exact).toBeGreaterThan(0);
    expect(tally.checked).toBeGreaterThan(0);
  },
);
