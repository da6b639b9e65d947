import { describe, expect, it } from 'vitest';
import { bruteForce } from './brute-force.ts';
import { compareVersions } from './versions.ts';

const count = Number(process.env['PROVE_AGREEMENTS'] ?? 100);
const first = Number(process.env['SEED'] ?? 1);

describe(`${count} random agreements from seed ${first} on`, () => {
  it('are proved and refuted as going through leads one by one does', () => {
    const tallies = Array.from({ length: count }, (_, at) => bruteForce(first + at, 150));
    const total = (of: 'found' | 'none'): number => tallies.reduce((sum, tally) => sum + tally[of], 0);
    const unknown = tallies.flatMap((tally) => tally.unknown);
    const asked = total('found') + total('none') + unknown.length;
    expect(tallies.flatMap((tally) => tally.wrong)).toEqual([]);
    expect(total('found')).toBeGreaterThan(10 * count);
    expect(total('none')).toBeGreaterThan(5 * count);
    expect(unknown.slice(Math.floor(0.02 * asked))).toEqual([]);
  }, 3_600_000);

  it('are told from small changes of them, as going through leads one by one does', () => {
    const some = Math.ceil(count / 3);
    const all = Array.from({ length: some }, (_, at) =>
      compareVersions(first + at, { leads: 150, mutants: 2 }),
    );
    const total = (of: 'same' | 'different'): number => all.reduce((sum, compared) => sum + compared[of], 0);
    const unknown = all.flatMap((compared) => compared.unknown);
    expect(all.flatMap((compared) => compared.wrong)).toEqual([]);
    expect(total('same')).toBeGreaterThan(some / 4);
    expect(total('different')).toBeGreaterThan(some / 2);
    expect(unknown.slice(some)).toEqual([]);
  }, 3_600_000);
});

it('a move to the same stage at another moment is a difference', () => {
  expect(compareVersions(808_654, { leads: 150, mutants: 2 })).toMatchObject({ different: 2, wrong: [] });
});
