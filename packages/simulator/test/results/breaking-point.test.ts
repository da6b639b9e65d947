import { expect, test } from 'vitest';
import { modelOf } from '../../src/model/model.ts';
import type { Model } from '../../src/model/types.ts';
import { referenceEngine } from '../../src/pool/engine.ts';
import { breakingPoint } from '../../src/results/breaking-point.ts';
import { brokenClocks, keptShares } from '../../src/results/kept.ts';
import { poolOf } from '../support/simple.ts';
import { agreementOf } from '../support/starter.ts';

const starter = agreementOf('starter');
const model = modelOf(starter, { weeks: 8, warmUpWeeks: 4 });
const options = { pool: poolOf(model, referenceEngine(starter), 600), seed: 1, runs: 3 };

function brokenAt(one: Model, volume: number): readonly (string | undefined)[] {
  const kept = keptShares(one, [{ name: 'volume', value: Math.round(volume * 10_000) }], options);
  return brokenClocks(one, kept).map(({ clock }) => one.clocks[clock]?.id);
}

test('the first promise breaks at a volume, and not at the one before', () => {
  const first = breakingPoint(model, options);
  expect(first?.volume).toBeGreaterThan(1);
  expect(brokenAt(model, 1)).toEqual([]);
  expect(brokenAt(model, first!.volume)).toEqual(first!.promises.map(({ promise }) => promise));
  expect(brokenAt(model, first!.volume / 1.3)).toEqual([]);
  for (const { kept, promised } of first!.promises) expect(kept).toBeLessThan(promised);
});

test('what is broken already is no news, and what nothing breaks has no volume', () => {
  const hopeless = { ...model, clocks: model.clocks.map((clock) => ({ ...clock, within_ms: 0 })) };
  expect(brokenAt(hopeless, 1)).not.toEqual([]);
  expect(breakingPoint(hopeless, options)).toBeNull();
  const easy = { ...model, clocks: model.clocks.map((clock) => ({ ...clock, kept_for: null })) };
  expect(breakingPoint(easy, options)).toBeNull();
});
