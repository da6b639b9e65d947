import { describe, expect, it } from 'vitest';
import { everything } from '../ir/everything.ts';
import { corners, smallest } from './corners.ts';
import { compareEngines } from './differential.ts';
import { wide } from './wide.ts';

const seed = Number(process.env['SEED'] ?? 20261122);
const leads = Number(process.env['DIFFERENTIAL_LEADS'] ?? 4_000);

describe(`engine and reference, seed ${seed}`, () => {
  it.each([
    ['everything', everything],
    ['corners', corners],
    ['smallest', smallest],
    ['wide', wide],
  ])(
    'decide and refuse the same: %s',
    async (_, agreement) => {
      const { decided, refused, differences } = await compareEngines(agreement, { leads, seed });
      expect(differences).toEqual([]);
      expect(decided).toBeGreaterThan(leads * 0.75);
      expect(refused).toBeGreaterThan(leads / 80);
    },
    60_000,
  );
});
