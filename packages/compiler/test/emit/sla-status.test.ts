import { describe, expect, it } from 'vitest';
import { boundaryLeads, randomCase, seededRandom } from '../../src/ir/index.ts';
import type { Agreement, LeadCase } from '../../src/ir/index.ts';
import { now } from '../ir/agreements.ts';
import { everything } from '../ir/everything.ts';
import { corners, smallest } from './corners.ts';
import { generate } from './engines.ts';
import { officeCase, offices } from './offices.ts';
import { compareStatus } from './sla-status.ts';

const seed = Number(process.env['SEED'] ?? 20261126);
const leads = Number(process.env['LEADS'] ?? 80);

function* times(count: number, make: () => LeadCase): Generator<LeadCase> {
  for (let index = 0; index < count; index++) yield make();
}

describe(`slaStatus of engine and reference, seed ${seed}`, () => {
  it('is the same in real zones, over holidays and changes of the clock', async () => {
    const { engine } = await generate(offices);
    const random = seededRandom(seed);
    const { states, steps, differences } = compareStatus(
      offices,
      engine,
      times(leads, () => officeCase(random)),
    );
    expect(differences).toEqual([]);
    expect(Object.keys(states).toSorted()).toEqual(['beyond_calendar', 'broken', 'met', 'paused', 'running']);
    expect(Object.keys(steps)).toHaveLength(13);
  }, 20_000);

  it.each<[string, Agreement]>([
    ['everything', everything],
    ['corners', corners],
    ['smallest', smallest],
  ])(
    'is the same on boundaries: %s',
    async (_, agreement) => {
      const { engine } = await generate(agreement);
      const random = seededRandom(seed);
      // A third of them is the share of this command: another seed takes another third.
      const boundaries = [...boundaryLeads(agreement, now)].filter((_case, at) => at % 3 === seed % 3);
      const others = times(leads, () => randomCase(agreement, random));
      const { differences } = compareStatus(agreement, engine, [...boundaries, ...others]);
      expect(differences).toEqual([]);
    },
    20_000,
  );
});
