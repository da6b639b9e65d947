import { expect, test } from 'vitest';
import { compiled, expectSameDecisions, expectSameExamples, leads, seed } from './decides.ts';

const agreement = compiled('acme');

test('acme compiles to the same value every time', () => {
  expect(JSON.stringify(compiled('acme'))).toBe(JSON.stringify(agreement));
});

test('the engine of acme decides every example as the reference does', async () => {
  await expectSameExamples(agreement);
});

test(`the engine of acme decides ${leads} random leads and every boundary as the reference does, seed ${seed}`, async () => {
  await expectSameDecisions(agreement);
}, 600_000);
