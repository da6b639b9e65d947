import { expect, test } from 'vitest';
import { type LeadCase, randomCase, seededRandom } from '../../src/ir/index.ts';
import { generate } from '../emit/engines.ts';
import { compareStatus } from '../emit/sla-status.ts';
import { compiled, seed } from './decides.ts';

const leads = Number(process.env['LEADS'] ?? 50);

/** Random leads, and the examples of the agreement. */
test(`the engine of acme tells of promises as the reference does, seed ${seed}`, async () => {
  const agreement = compiled('acme');
  const { engine } = await generate(agreement);
  const random = seededRandom(seed);
  const cases: readonly LeadCase[] = [
    ...agreement.examples.map(({ lead, as_of: asOf }) => ({ input: lead, asOf })),
    ...Array.from({ length: leads }, () => randomCase(agreement, random)),
  ];
  const { states, differences } = compareStatus(agreement, engine, cases);
  expect(differences).toEqual([]);
  expect(Object.keys(states)).toEqual(expect.arrayContaining(['running', 'broken', 'met', 'not_started']));
}, 120_000);
