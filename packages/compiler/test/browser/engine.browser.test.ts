import { expect, test } from 'vitest';
// The engine as it is installed: made by `smarketing build`, with no other code beside it.
import * as acme from '../../../engine-acme/generated/index.js';
import agreement from '../../../engine-acme/generated/agreement.json';
import { type Agreement, evaluate, randomCase, readLead, seededRandom } from '../../src/ir/index.ts';

const seed = 20261122;

test(`the engine of acme decides 200 random leads in a browser as the reference does, seed ${seed}`, () => {
  const compiled = agreement as unknown as Agreement;
  const random = seededRandom(seed);
  for (let count = 0; count < 200; count++) {
    const { input, asOf } = randomCase(compiled, random);
    const reading = readLead(compiled, input);
    if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
    const decision = acme.decide(acme.parseLead(input), { asOf });
    expect(JSON.stringify(decision)).toBe(JSON.stringify(evaluate(compiled, reading.lead, { asOf })));
  }
});

test('the engine of acme decides the examples in a browser as both teams wrote them', () => {
  const compiled = agreement as unknown as Agreement;
  for (const { id, lead, as_of: asOf, expect: expected } of compiled.examples) {
    const { stage } = acme.decide(acme.parseLead(lead), { asOf });
    if (expected.stage !== undefined) expect(stage, id).toBe(expected.stage);
  }
});
