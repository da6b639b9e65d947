import { compile } from '@smarketing/compiler';
import { describe, expect, test } from 'vitest';
import { filesWith } from './agreement-of.ts';
import { type Edit, messageOf, toldAfter } from './edited.ts';

const delivery = (when: string): string =>
  `  more:\n    by: sales\n    says: More leads.\n${when}    deliver: { stage: lead, at_least: 200, per: month }`;

describe('a delivery of leads, against a goal of 500 from 1 October to 31 December', () => {
  const promise = 'deliver: { stage: lead, at_least: 500, per: month }';
  test.each([
    ['month', 167, 166],
    ['quarter', 500, 499],
    ['2 months', 500, 499],
    ['week', 39, 38],
    ['2 weeks', 84, 83],
    ['day', 6, 5],
    ['10 days', 56, 55],
  ])('each %s needs %d, and %d are too few', (per, enough, few) => {
    const told = (count: number): string[] =>
      toldAfter(['sla/promises.yaml', promise, `deliver: { stage: lead, at_least: ${count}, per: ${per} }`]);
    expect(told(enough)).toEqual([]);
    expect(told(few)).toEqual([messageOf('promise-below-goal')]);
  });

  test.each(['Marketing', 'Sales'])('is told as what %s promises', (party) => {
    expect(
      toldAfter(
        ['sla/promises.yaml', 'by: marketing', `by: ${party.toLowerCase()}`],
        ['sla/promises.yaml', 'at_least: 500', 'at_least: 9'],
      ),
    ).toEqual([expect.stringContaining(`: ${party} promises 27 `)]);
  });

  test('each year does not fall due before', () => {
    expect(
      toldAfter(['sla/promises.yaml', promise, 'deliver: { stage: lead, at_least: 900, per: year }']),
    ).toEqual([expect.stringMatching(/^promise-below-goal: Marketing promises 0 /)]);
    expect(
      toldAfter(
        ['sla/promises.yaml', promise, 'deliver: { stage: lead, at_least: 500, per: year }'],
        ['agreement.yaml', 'effective_from: 2026-10-01', 'effective_from: 2026-01-01'],
      ),
    ).toEqual([]);
  });

  test.each([
    ['2026-12-30', 333],
    ['2026-12-31', 500],
    ['2027-01-01', 500],
  ])('by %s counts whole months only', (by, needed) => {
    const told = toldAfter(
      ['goals.yaml', '2026-12-31', by],
      ['sla/promises.yaml', promise, `deliver: { stage: lead, at_least: 167, per: month }`],
    );
    expect(told).toHaveLength(needed === 500 ? 0 : 1);
  });

  test.each([
    ['2026-12-13', 500],
    ['2026-12-14', 250],
  ])('from 15 October by %s counts no month that is not whole', (by, enough) => {
    const told = (count: number): string[] =>
      toldAfter(
        ['goals.yaml', 'by: 2026-12-31', `from: 2026-10-15\n    by: ${by}`],
        ['sla/promises.yaml', promise, `deliver: { stage: lead, at_least: ${count}, per: month }`],
      );
    expect(told(enough)).toEqual([]);
    expect(told(enough - 1)).toEqual([messageOf('promise-below-goal')]);
  });

  test('of some leads only is not counted, and of two promises the larger is', () => {
    const few = 'deliver: { stage: lead, at_least: 9, per: month }';
    const and = (other: string): Edit[] => [
      ['sla/promises.yaml', promise, few],
      ['sla/promises.yaml', '  lead_volume:', `${other}\n  lead_volume:`],
    ];
    expect(toldAfter(...and(delivery('')))).toEqual([]);
    expect(toldAfter(...and(delivery('    when: { employees: { at_least: 9 } }\n')))).toEqual([
      messageOf('promise-below-goal'),
    ]);
  });
});

const conversion = (line: string, at: number): string =>
  `  way_${at}: { kind: conversion, ${line}, source: CRM }\n`;

const conversions = (...lines: readonly string[]): string[] =>
  toldAfter(['forecast.yaml', '  web:', `${lines.map(conversion).join('')}  web:`]);

/** Out of one stage, to three others. */
const rateOf = (rate: string, at: number): string =>
  conversion(`from: mql, to: ${['sql', 'recycled', 'customer'][at]}, rate: ${rate}`, at);

const rates = (...list: readonly string[]): string[] =>
  toldAfter(['forecast.yaml', '  web:', `${list.map(rateOf).join('')}  web:`]);

const queue = (party: string): string[] =>
  toldAfter([
    'handoff/queues.yaml',
    '  inbound:',
    `  care: { party: ${party}, calendar: office, assign: by_hand }\n  inbound:`,
  ]);

const capacity = (queue: string): string =>
  `  at_${queue}: { kind: capacity, queue: ${queue}, people: 2, per_person: 10, per: day, source: CRM }\n`;

const told = (...queues: readonly string[]): string[] =>
  toldAfter(['forecast.yaml', '  web:', `${queues.map(capacity).join('')}  web:`]);

describe('the conversions of a forecast', () => {
  test('may sum to the whole, and not to more', () => {
    expect(rates('60%', '40%')).toEqual([]);
    expect(rates('60%', '40.01%')).toEqual([expect.stringMatching(/^conversion-over-whole: .*100\.01%/)]);
  });

  test.each([
    ['60%', '41%', '1%'],
    ['60%', '40%', '1%'],
  ])('are told once: %s, %s and %s', (...list) => {
    const third: Edit = [
      'funnel/stages.yaml',
      '{ from: sql, on: deal_won }',
      '[{ from: sql, on: deal_won }, { id: at_once, from: mql, on: deal_won }]',
    ];
    const says = list.map(rateOf).join('');
    expect(toldAfter(third, ['forecast.yaml', '  web:', `${says}  web:`])).toEqual([
      messageOf('conversion-over-whole'),
    ]);
  });

  test('are summed for each stage alone', () => {
    expect(conversions('from: mql, to: sql, rate: 60%', 'from: sql, to: customer, rate: 60%')).toEqual([]);
  });
});

test('a queue of marketing may get no leads, one of sales may not', () => {
  expect(queue('marketing')).toEqual([]);
  expect(queue('sales')).toEqual([messageOf('queue-unused')]);
});

test('a queue that a promise delivers to is used', () => {
  expect(
    toldAfter(
      [
        'handoff/queues.yaml',
        '  inbound:',
        '  care: { party: sales, members: [ann], calendar: office, assign: round_robin }\n  inbound:',
      ],
      ['sla/promises.yaml', 'per: month }', 'per: month, for_each: care }'],
    ),
  ).toEqual([]);
});

test('a forecast of one desk speaks of each desk of sales that gets leads', () => {
  expect(told('inbound')).toEqual([expect.stringMatching(/^queue-without-capacity: .*[Bb]ig.desk/)]);
  expect(told('big_desk')).toEqual([expect.stringMatching(/^queue-without-capacity: .*[Ii]nbound/)]);
  expect(told('big_desk', 'inbound')).toEqual([]);
});

/** A forecast of both desks, and a third one. */
const third = (party: string, ...edits: readonly Edit[]): string[] =>
  toldAfter(
    [
      'handoff/queues.yaml',
      '  inbound:',
      `  care: { party: ${party}, calendar: office, assign: by_hand }\n  inbound:`,
    ],
    ['forecast.yaml', '  web:', `${['big_desk', 'inbound'].map(capacity).join('')}  web:`],
    ...edits,
  );

test('a forecast speaks neither of desks of marketing, nor of those that get no leads', () => {
  const row = '    - { id: small, employees: { below: 9 }, to: care }\n';
  expect(third('marketing', ['handoff/routing.yaml', '  otherwise', `${row}  otherwise`])).toEqual([]);
  expect(third('sales')).toEqual([messageOf('queue-unused')]);
});

test('a forecast may speak of a desk where no lead is routed', () => {
  const files = filesWith({
    'handoff.yaml': 'queues:\n  desk: { party: marketing, calendar: office, assign: by_hand }\n',
    'sla.yaml': `default_calendar: office
calendars:
  office: { zone: Europe/Berlin, hours: { weekdays: [09:00-17:00] } }
promises:
  volume: { by: marketing, says: Many leads., deliver: { stage: lead, at_least: 10, per: month } }
`,
    'forecast.yaml': `assumptions:\n${capacity('desk')}`,
  });
  const [, found] = compile(files, { name: 'small', today: '2026-11-22', proofs: false });
  expect(found).toEqual([]);
});

const arrivals = (from: string, to: string): string[] => toldAfter(['forecast.yaml', from, to]);

const noMonth = Array.from({ length: 12 }, (_, month) => `${month + 1}: 0%`).join(', ');

describe('the arrivals of a forecast', () => {
  const range = 'leads: { value: 100, low: 80, high: 130 }';

  test('are some leads, in some month', () => {
    expect(arrivals(range, 'leads: 0')).toEqual([messageOf('arrivals-without-leads')]);
    expect(arrivals(range, 'leads: 0.5')).toEqual([]);
    expect(arrivals(range, `leads: 5, seasonal: { ${noMonth} }`)).toEqual([
      messageOf('arrivals-without-leads'),
    ]);
    expect(arrivals(range, `leads: 5, seasonal: { ${noMonth.replace('12: 0%', '12: 1%')} }`)).toEqual([]);
  });

  test('have each required field, drawn or said', () => {
    const mix = `  who_comes:
    { kind: mix, field: seniority, shares: { individual: 50%, manager: 30%, director: 15%, vp: 5% }, source: CRM }
`;
    expect(arrivals(mix, '')).toEqual([messageOf('required-not-drawn')]);
    expect(
      toldAfter(['forecast.yaml', mix, ''], ['forecast.yaml', range, 'leads: 5, with: { seniority: vp }']),
    ).toEqual([]);
  });
});

const behaviour = (parts: string): string[] =>
  toldAfter([
    'forecast.yaml',
    '  web:',
    `  does: { kind: behaviour, ${parts}, share: 50%, within: 7 days, source: CRM }\n  web:`,
  ]);

describe('the behaviour of a forecast', () => {
  test('is at least once', () => {
    expect(behaviour('event: demo_requested, times: 1')).toEqual([]);
    expect(behaviour('event: demo_requested, times: 0.99')).toEqual([
      expect.stringMatching(/^behaviour-below-once: .*demo_requested.*0\.99/),
    ]);
  });

  test('has each required property', () => {
    expect(behaviour('event: page_viewed')).toEqual([
      expect.stringMatching(/^required-not-drawn: .*page_viewed\.path/),
    ]);
    expect(behaviour('event: page_viewed, properties: { path: { shares: { /: 100% } } }')).toEqual([]);
  });
});

test.each([
  ['how seniority is shared out', 'kind: mix, field: seniority, shares: { vp: 100% }'],
  ['how many come from mql to sql', 'kind: conversion, from: mql, to: sql, rate: 5%'],
  ['what inbound can work', 'kind: capacity, queue: inbound, people: 2, per_person: 10, per: day'],
  ['what deals are worth', 'kind: money, deal_size: 1000, cycle: 45 days'],
  [
    'what the speed of first_call is worth',
    'kind: response, promise: first_call, effect: [{ within: 1 hour, rate: 100% }]',
  ],
  [
    'how many change hands of inbound',
    'kind: transfer, event: call_made, from: inbound, share: 2%, takes: 3 hours',
  ],
  ['how many change hands of every queue', 'kind: transfer, event: call_made, share: 2%, takes: 3 hours'],
])('a forecast assumes once %s', (what, one) => {
  const twice = ['at_first', 'later']
    .map((id) => `  ${id}: { ${one}, source: CRM, because: So. }\n`)
    .join('');
  expect(toldAfter(['forecast.yaml', '  web:', `${twice}  web:`])).toContain(
    `assumption-twice: later assumes ${what}, which ${what.endsWith('shared out') ? 'who_comes' : 'at_first'} does already.`,
  );
});

test('of arrivals and of what leads do, a forecast assumes as much as it likes', () => {
  const more = `  mail: { kind: arrivals, leads: 5, per: month, source: CRM }
  ask: { kind: behaviour, event: demo_requested, share: 5%, within: 7 days, source: CRM }
  ask_more: { kind: behaviour, event: demo_requested, share: 9%, within: 9 days, source: CRM }
`;
  expect(toldAfter(['forecast.yaml', '  web:', `${more}  web:`])).toEqual([]);
});
