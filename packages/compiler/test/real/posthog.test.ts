import { expect, test } from 'vitest';
import { boundaryLeads } from '../../src/ir/index.ts';
import { compiled } from './agreements.ts';
import { referenceOf } from './engines.ts';
import { linesOf } from './rules.ts';

const agreement = compiled('posthog');
const decide = referenceOf(agreement);
const asOf = Date.UTC(2026, 10, 24, 10);

const scored = (fields: object): number | undefined =>
  decide({ id: '1', created_at: asOf, ...fields }, asOf).scores['lead_score'];

test('the five columns of the lead score', () => {
  const points = linesOf(agreement, 'lead_score').map(([id, number, , what]) => [id, number, what]);
  expect(points).toEqual([
    ['employees_1_to_10', 0, ''],
    ['employees_11_to_1000', 10, ''],
    ['employees_1000_up', 20, ''],
    ['employees_unknown', 0, ''],
    ['revenue_0_to_1m', 0, ''],
    ['revenue_1m_to_10m', 5, ''],
    ['revenue_10m_to_100m', 10, ''],
    ['revenue_100m_up', 20, ''],
    ['revenue_unknown', 0, ''],
    ['role_seller', 10, 'engineering product leadership_founder'],
    ['role_marketing', 5, 'marketing'],
    ['by_role_otherwise', 0, ''],
    [
      'sub_role_technical',
      10,
      'data_science_engineer project_engineer software_engineer web_engineer founder_ceo',
    ],
    ['by_sub_role_otherwise', 0, ''],
    ['country_first', 10, 'at ca fr de jp nor se uk us'],
    ['country_second', 5, 'au be ee fi ge gg nl nz pl pt sg'],
    ['by_country_otherwise', 0, ''],
  ]);
});

test.each([
  ['employees', [1, 10, 11, 999, 1000, 1001], [0, 0, 10, 10, 20, 20]],
  [
    'revenue',
    [0, 999_999.99, 1_000_000, 9_999_999.99, 10_000_000, 99_999_999.99, 100_000_000],
    [0, 0, 5, 5, 10, 10, 20],
  ],
])('repaired, every edge of %s is in the band above it', (field, values, points) => {
  expect(values.map((value) => scored({ [field]: value }))).toEqual(points);
});

test('nobody has more than 70 points, and somebody has 70', () => {
  const most = [20, 20, 10, 10, 10];
  const everything = {
    employees: 1000,
    revenue: 1e8,
    role: 'product',
    sub_role: 'founder_ceo',
    country: 'nor',
  };
  expect(scored(everything)).toBe(most.reduce((sum, points) => sum + points, 0));
  const scores = [...boundaryLeads(agreement, asOf)].map(
    (edge) => decide(edge.input, edge.asOf).scores['lead_score'] ?? 0,
  );
  expect(Math.max(...scores)).toBeLessThanOrEqual(70);
});

test('four criteria of the product-led team, seven of new business, five reasons to leave', () => {
  expect(linesOf(agreement, 'product_led').map(([id]) => id)).toEqual([
    'pl_spends',
    'pl_scale_plan',
    'pl_growth',
    'pl_support',
  ]);
  expect(linesOf(agreement, 'new_business').map(([id]) => id)).toEqual([
    'nb_demo',
    'nb_referral',
    'nb_first_sign_up',
    'nb_credits_used',
    'nb_rolls_off_100_days',
    'nb_rolls_off_two_months',
    'nb_named',
  ]);
  expect(agreement.stages.map(({ id, reasons }) => [id, reasons.length])).toEqual([
    ['customer_or_user', 0],
    ['new', 0],
    ['working', 0],
    ['converted', 0],
    ['nurturing', 0],
    ['unqualified', 5],
  ]);
});

const small = { employees: 200 };
test.each([
  ['revenue_1m_to_10m', { ...small, role: 'marketing' }, { revenue: 2_000_000 }],
  ['revenue_10m_to_100m', small, { revenue: 50_000_000 }],
  ['revenue_100m_up', {}, { revenue: 200_000_000 }],
  ['role_seller', small, { role: 'product' }],
  ['role_marketing', { ...small, country: 'au' }, { role: 'marketing' }],
  ['sub_role_technical', small, { sub_role: 'founder_ceo' }],
  ['country_second', { ...small, role: 'marketing' }, { country: 'au' }],
])('%s decides whether the lead sees the scheduler', (row, fields, more) => {
  const lead = {
    id: '1',
    created_at: asOf,
    demo_class: 'sales',
    matches_title: true,
    matches_industry: true,
    events: [{ event: 'demo_form_sent', at: asOf }],
    ...fields,
  };
  expect(decide(lead, asOf).notices).toEqual(['schedule_by_hand']);
  const decided = decide({ ...lead, ...more }, asOf);
  expect(decided.notices).toEqual(['show_scheduler']);
  expect(decided.reasons).toContain(row);
});

test.each(['support', 'spam'])('a lead that a criterion makes stays New if its demo form is %s', (demo) => {
  const events = [
    { event: 'onboarding_referral', at: asOf },
    { event: 'demo_form_sent', at: asOf },
  ];
  expect(decide({ id: '1', created_at: asOf, demo_class: demo, events }, asOf).stage).toBe('new');
});
