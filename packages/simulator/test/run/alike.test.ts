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
const acme = agreementOf('acme');
const model = modelOf(starter, { weeks: 8, warmUpWeeks: 4 });
const threshold = { name: 'mql_by_score.lead_score', value: 45 };
const goal = { id: 'leads', stage: 1, target: 10, from_day: 30, until_day: 60 };

function version(changed: Model, rules: readonly { name: string; value: number }[] = []): Version {
  return { model: changed, pool: poolOf(changed, referenceEngine(amended(starter, rules)), 2000) };
}

const now = version(model);

/** Of many desks: one lead of one of them comes back a day later. */
const desks = modelOf(acme, { weeks: 8, warmUpWeeks: 4 });
const manyDesks: Version = { model: desks, pool: poolOf(desks, referenceEngine(acme), 1000) };
const changed = manyDesks.pool.back_after.findIndex((after) => after >= 0);
const oneDesk: Version = {
  model: desks,
  pool: { ...manyDesks.pool, back_after: manyDesks.pool.back_after.with(changed, 40 * 86_400) },
};

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

  test('are each as alone, where one of many desks is touched', () => {
    expect(run(oneDesk)).not.toEqual(run(manyDesks));
    expect(run(manyDesks, oneDesk)).toEqual([...run(manyDesks), ...run(oneDesk)]);
    expect(run(oneDesk, manyDesks)).toEqual([...run(oneDesk), ...run(manyDesks)]);
  });

  test('have all desks in common but the one whose leads differ', () => {
    const { desks: alike } = livedAlike(manyDesks, oneDesk);
    expect([...alike.keys()].filter((desk) => alike[desk] === 0)).toEqual([manyDesks.pool.desk[changed]]);
  });

  test('have no desk in common that is touched by way of another', () => {
    const model = { ...desks, transfers: desks.transfers.map((one) => ({ ...one, to: 0 })) };
    const { desks: alike } = livedAlike({ ...manyDesks, model }, { ...oneDesk, model });
    expect(alike).not.toContain(1);
  });

  test('have lives in common of which people never know, and none where they count other things', () => {
    const share = (changed: Version): number => {
      const { leads } = livedAlike(now, changed);
      return leads.reduce((sum, one) => sum + one, 0) / leads.length;
    };
    const never = now.pool.hand_after.filter((after) => after < 0).length / now.pool.size;
    expect(share(now)).toBe(1);
    expect(share(changes['fewer people'] as Version)).toBe(never);
    expect(share(changes['another threshold'] as Version)).toBeGreaterThan(0.9 * never);
    expect(share(changes['another threshold'] as Version)).toBeLessThan(never);
    expect(share(changes['another goal'] as Version)).toBe(0);
  });
});
