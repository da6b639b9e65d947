import { expect, test } from 'vitest';
import { modelOf } from '../../src/model/model.ts';
import type { Setting } from '../../src/model/settings.ts';
import { referenceEngine } from '../../src/pool/engine.ts';
import { buildPool } from '../../src/pool/pool.ts';
import { feasibility } from '../../src/results/feasibility.ts';
import { agreementOf } from '../support/starter.ts';

test(
  'an hour with a third of the people is told, with the share that is kept and three ways out',
  { timeout: 120_000 },
  () => {
    const acme = agreementOf('acme');
    const sizes = { weeks: 26, warmUpWeeks: 8 };
    const model = modelOf(acme, sizes);
    const pool = buildPool(model, { engine: referenceEngine(acme), seed: 1, size: 1000 })!;
    const options = { pool, seed: 1, runs: 6 };
    expect(feasibility(model, options)).toEqual([]);

    const people = model.desks.flatMap(({ people: index }): Setting[] => {
      const parameter = model.parameters[index];
      return parameter ? [{ name: parameter.id, value: Math.max(1, Math.floor(parameter.value / 3)) }] : [];
    });
    const planted = modelOf(acme, {
      ...sizes,
      settings: [...people, { name: 'speed_to_lead.within', value: 3_600_000 }],
    });
    const [worst] = feasibility(planted, options);
    expect(worst?.promise).toBe('speed_to_lead');
    expect(worst?.kept).toBeGreaterThan(0.3);
    expect(worst?.kept).toBeLessThan(0.7);

    // Each way out is one.
    const { people: more, within_ms: within, leads } = worst!;
    const kept = (settings: readonly Setting[]): boolean =>
      !feasibility(modelOf(acme, { ...sizes, settings: [...people, ...settings] }), options).some(
        ({ promise }) => promise === 'speed_to_lead',
      );
    const hour = { name: 'speed_to_lead.within', value: 3_600_000 };
    const enough = more!.desks.map(({ desk, people: value }) => {
      const index = model.desks.find(({ id }) => id === desk)!.people;
      return { name: model.parameters[index]!.id, value };
    });
    expect(kept([hour, ...enough])).toBe(true);
    expect(kept([{ name: 'speed_to_lead.within', value: within! }])).toBe(true);
    expect(kept([hour, { name: 'volume', value: leads! * 10_000 }])).toBe(true);
  },
);
