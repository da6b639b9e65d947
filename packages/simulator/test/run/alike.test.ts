import { describe, expect, test } from 'vitest';
import { modelOf } from '../../src/model/model.ts';
import { amended } from '../../src/model/rules.ts';
import { applySettings } from '../../src/model/settings.ts';
import type { Model } from '../../src/model/types.ts';
import { referenceEngine } from '../../src/pool/engine.ts';
import { comeAlike, livedAlike, type Version } from '../../src/run/alike.ts';
import { type Batch, batchMaker } from '../../src/run/batch.ts';
import { poolOf } from '../support/simple.ts';
import { agreementOf } from '../support/starter.ts';

const starter = agreementOf('starter');
const model = modelOf(starter, { weeks: 8, warmUpWeeks: 4 });
const threshold = { name: 'mql_by_score.lead_score', value: 45 };
const goal = { id: 'leads', stage: 1, target: 10, from_day: 30, until_day: 60 };

function version(changed: Model, rules: readonly { name: string; value: number }[] = []): Version {
  return { model: changed, pool: poolOf(changed, referenceEngine(amended(starter, rules)), 2000) };
}

const now = version(model);

const changes: Readonly<Record<string, Version>> = {
  'another threshold': version(model, [threshold]),
  'more leads': version(applySettings(model, [{ name: 'volume', value: 1.5 }])),
  'fewer people': version(applySettings(model, [{ name: 'desk.people', value: 1 }])),
  'another goal': version({ ...model, goals: [...model.goals, goal] }),
  'nothing at all': now,
};

function run(...versions: readonly Version[]): readonly Batch[] {
  const batches = batchMaker(versions, 5)(3, 4);
  if (!batches) throw new Error('Nobody ended it.');
  return batches;
}

describe('two versions that are run at once', () => {
  test.each(Object.entries(changes))('are each as alone, with %s', (_, changed) => {
    expect(run(now, changed)).toEqual([...run(now), ...run(changed)]);
    expect(run(changed, now)).toEqual([...run(changed), ...run(now)]);
  });

  test('have the same leads unless a number that brings them differs', () => {
    const alike = Object.entries(changes).filter(([, changed]) => comeAlike(now, changed));
    expect(alike.map(([name]) => name)).toEqual(Object.keys(changes).filter((name) => name !== 'more leads'));
  });

  test('have lives in common of which people never know, and none where they count other things', () => {
    const share = (changed: Version): number => {
      const lives = livedAlike(now, changed);
      return lives.reduce((sum, one) => sum + one, 0) / lives.length;
    };
    const never = now.pool.hand_after.filter((after) => after < 0).length / now.pool.size;
    expect(share(now)).toBe(never);
    expect(share(changes['another threshold'] as Version)).toBeGreaterThan(0.9 * never);
    expect(share(changes['another threshold'] as Version)).toBeLessThan(never);
    expect(share(changes['another goal'] as Version)).toBe(0);
  });
});
