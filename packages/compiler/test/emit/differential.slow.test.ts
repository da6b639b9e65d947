import { describe, expect, it } from 'vitest';
import { everything } from '../ir/everything.ts';
import { corners, smallest } from './corners.ts';
import { compareEngines } from './differential.ts';

const seed = Number(process.env['SEED'] ?? 20261122);

describe(`engine and reference, seed ${seed}`, () => {
  it.each([
    ['everything', everything],
    ['corners', corners],
    ['smallest', smallest],
  ])(
    'decide and refuse the same: %s',
    async (_, agreement) => {
      const { decided, refused, differences } = await compareEngines(agreement, { leads: 4_000, seed });
      expect(differences).toEqual([]);
      expect(decided).toBeGreaterThan(3_000);
      expect(refused).toBeGreaterThan(50);
    },
    60_000,
  );
});
