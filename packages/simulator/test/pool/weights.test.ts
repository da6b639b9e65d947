import { expect, test } from 'vitest';
import type { Model } from '../../src/model/types.ts';
import { poolWeights } from '../../src/pool/weights.ts';
import { certain, plain, poolOf } from '../support/simple.ts';

const days = plain.weeks * 7;
const rare = { ...plain.sources[0], id: 'rare', leads: plain.parameters.length } as Model['sources'][number];
const changes = [plain.origin + 3.5 * 7 * 86_400_000, plain.origin + 40 * 86_400_000];
const model: Model = {
  ...plain,
  changes,
  parameters: [...plain.parameters, certain('rare.leads', 0.1, 'leads')],
  sources: [...plain.sources, rare],
};

test('a lead of the pool stands for those of the reported weeks that come from its source under its rules', () => {
  const pool = poolOf(model, undefined, 500);
  const weights = poolWeights(model, pool);
  const sum = (cell: number): number => {
    const own = weights.subarray(pool.cells[cell], pool.cells[cell + 1]);
    expect(new Set(own).size).toBe(1);
    return own.reduce((a, b) => a + b, 0);
  };
  // Three spans: one before the first reported day, two between which rules change on the 40th day.
  const spans = [0, 40 - plain.warm_up_weeks * 7, days + plain.warm_up_weeks * 7 - 40];
  for (const [span, length] of spans.entries()) {
    expect(sum(span)).toBeCloseTo(30 * length, 8);
    expect(sum(3 + span)).toBeCloseTo(0.1 * length, 8);
  }
});
