import { expect, test } from 'vitest';
import { compareOnLeads, compiled, decideExamples, leads, seed } from './decides.ts';

const agreement = compiled('starter');

test('starter compiles to the same value every time', () => {
  expect(JSON.stringify(compiled('starter'))).toBe(JSON.stringify(agreement));
});

test('the engine of starter decides every example as the reference does', async () => {
  const { wanted, got } = await decideExamples(agreement);
  expect(got).toEqual(wanted);
});

test(`the engine of starter decides ${leads} random leads and every boundary as the reference does, seed ${seed}`, async () => {
  const { decided, differences } = await compareOnLeads(agreement);
  expect(differences).toEqual([]);
  expect(decided).toBeGreaterThan(leads);
}, 600_000);
