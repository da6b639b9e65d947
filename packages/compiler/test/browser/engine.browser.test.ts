import { expect, test } from 'vitest';
import agreement from '../../../engine-acme/generated/agreement.json' with { type: 'json' };
// The engine as it is installed: made by `smarketing build`, with no other code beside it.
import * as acme from '../../../engine-acme/generated/index.js';
import {
  type Agreement,
  decisionOf,
  evaluate,
  randomCase,
  readLead,
  seededRandom,
} from '../../src/ir/index.ts';

const seed = 20261122;

test(`the engine of acme decides 200 random leads in a browser as the reference does, seed ${seed}`, () => {
  const compiled = agreement as unknown as Agreement;
  const random = seededRandom(seed);
  for (let count = 0; count < 200; count++) {
    const { input, asOf } = randomCase(compiled, random);
    const reading = readLead(compiled, input);
    if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
    const lead = acme.parseLead(input);
    const explanation = evaluate(compiled, reading.lead, { asOf });
    expect(JSON.stringify(acme.decide(lead, { asOf }))).toBe(JSON.stringify(decisionOf(explanation)));
    const { next: _next, ...explained } = acme.explain(lead, { asOf, next: false });
    expect(JSON.stringify(explained)).toBe(JSON.stringify(explanation));
  }
});

test('the engine of acme decides the examples in a browser as both teams wrote them', () => {
  const compiled = agreement as unknown as Agreement;
  const staged = compiled.examples.filter(({ expect: expected }) => expected.stage !== undefined);
  expect(staged.length).toBeGreaterThan(25);
  const stages = staged.map(({ lead, as_of: asOf }) => acme.decide(acme.parseLead(lead), { asOf }).stage);
  expect(stages).toEqual(staged.map(({ expect: expected }) => expected.stage));
});
