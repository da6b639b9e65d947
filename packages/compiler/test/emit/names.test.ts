import { expect, test } from 'vitest';
import { compareBatch } from './batch.ts';
import { compareEngines } from './differential.ts';
import { namedLikeEngines } from './names.ts';

const seed = 20261126;

test.each([0, 1, 2, 3])(
  'an engine decides right when an author’s names are those of its own code, turn %d',
  async (turn) => {
    const agreement = namedLikeEngines(turn);
    const { differences, decided } = await compareEngines(agreement, { leads: 50, seed });
    expect(differences).toEqual([]);
    expect(decided).toBeGreaterThan(50);
    expect((await compareBatch(agreement, { leads: 50, seed })).differences).toEqual([]);
  },
);
