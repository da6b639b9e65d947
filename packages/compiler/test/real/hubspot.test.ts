import { expect, test } from 'vitest';
import { compiled } from './agreements.ts';

const agreement = compiled('hubspot');
const day = 86_400_000;

test('100 MQLs for each of ten representatives; a call within a day, five within two weeks', () => {
  expect(agreement.promises).toMatchObject([
    { by: 'marketing', kind: 'deliver', stage: 'mql', at_least: 1000, per: { count: 1, unit: 'month' } },
    { by: 'sales', kind: 'clock', starts: ['entered_mql'], within_ms: day, calendar: 'always' },
    { by: 'sales', kind: 'attempts', of: ['call_made'], at_least: 5, within_ms: 14 * day },
  ]);
});

test('1,000 MQLs are 50 customers and 40,000 dollars a month', () => {
  expect(agreement.goals).toMatchObject([
    {
      target: 4_000_000,
      deal_size: 80_000,
      needs: [
        { stage: 'customer', count: 50 },
        { stage: 'mql', count: 1000 },
      ],
    },
  ]);
});

test('of 100 MQLs about 50 are reached, 30 have a call, 15 a demo, and 5 buy', () => {
  const conversions = agreement.assumptions.filter((one) => one.kind === 'conversion');
  const counts = conversions.reduce(
    (all, { rate }) => [...all, Math.round(((all.at(-1) ?? 0) * rate.value) / 10_000)],
    [100],
  );
  expect(conversions.map(({ to }) => to)).toEqual(['connected', 'discovery', 'demo', 'customer']);
  expect(counts).toEqual([100, 50, 30, 15, 5]);
});
