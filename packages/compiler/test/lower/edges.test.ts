import { describe, expect, test } from 'vitest';
import { type Edit, foundAfter, messageOf, toldAfter } from '../check/edited.ts';

/** An edit of the base, and what is told of it: codes, or codes with their message. */
type Row = readonly [edit: Edit, ...told: readonly string[]];

function tell(rows: readonly Row[]): void {
  test.each(rows.map(([edit, ...told]) => [edit[2].replaceAll(/\s+/g, ' '), edit, told] as const))(
    '%s',
    (_, edit, told) => {
      const lines = toldAfter(edit);
      const shown = lines.map((line, at) => (told[at]?.includes(': ') ? line : line.replace(/:.*/, '')));
      expect(shown).toEqual(told);
    },
  );
}

const fit = (rule: string): Edit => [
  'scoring/fit.yaml',
  '    bands:',
  `      - { id: more, ${rule} }\n    bands:`,
];
const asks = (when: string): Edit => fit(`points: 1, when: { ${when} }`);
const fading = (fades: string): Edit => [
  'scoring/engagement.yaml',
  'at_most: 5 per day',
  `fades: { ${fades} }`,
];
const promise = (text: string): Edit => [
  'sla/promises.yaml',
  'promises:',
  `promises:\n  more: { by: sales, says: More., ${text} }`,
];
const assume = (text: string): Edit => [
  'forecast.yaml',
  'assumptions:',
  `assumptions:\n  more: { ${text}, source: CRM }`,
];
const lead = (text: string): Edit => ['examples/basics.yaml', 'employees: 120', `employees: 120, ${text}`];
const comes = (text: string): Edit => ['examples/basics.yaml', 'expect: { ', `expect: { ${text}, `];

const matrix = `rows: fit
  columns: engagement
  order: [A1, B1]
  matrix:
    A: { hot: A1, cold: A1 }
    B: { hot: A1, cold: B1 }`;
const grades = (rest: string): Edit => ['scoring/grades.yaml', matrix, `order: [A1, B1]\n  ${rest}`];

describe('a condition', () => {
  tell([
    [asks('job_title: { contains: head, starts_with: vice }')],
    [asks('job_title: {}'), 'wrong-test: job_title (text) cannot be tested with an empty mapping.'],
    [asks('demo_requested: { not: ever }')],
    [asks('demo_requested: {}'), 'wrong-test'],
    [asks('demo_requested: { at_least: 2, since: recycled }')],
    [asks('demo_requested: { more_than: 2, below: 5, since: [recycled, mql] }')],
    [asks('demo_requested: { older_than: soon }'), 'bad-duration'],
    [
      asks('demo_requested: { at_least: -1 }'),
      'impossible-value: the number of demo_requested is never -1: it lies between 0 and 5000.',
    ],
    [asks('trial_started: 2026-12-02 10:00')],
    [asks('trial_started: { after: noon }'), 'bad-moment'],
    [
      asks('trial_started: { after: 2026-12-02 10:00, before: 2026-12-01 10:00 }'),
      'reversed-range: The range ends (2026-12-01T09:00:00.000Z) before it begins (2026-12-02T09:00:00.000Z).',
    ],
    [asks('contract_ends: { within_next: 0 days }')],
    [asks('contract_ends: { within_next: 1 day, older_than: 1 day }'), 'wrong-test'],
    [asks('contract_ends: [1]'), 'wrong-test'],
    [asks('seniority: { not: vp, present: true }'), 'wrong-test'],
    [asks('employees: { at_least: 5, not: { below: 10 } }')],
    [asks('interests: { includes: [] }'), 'empty-list'],
    [asks('interests: { includes: 5 }'), 'wrong-test'],
    [asks('persona: x'), 'unknown-option'],
    [asks('some: { at_least: two, of: [] }'), 'wrong-type'],
    [
      asks('some: { at_least: 2, of: [{ seniority: vp }] }'),
      'some-of-too-few: At least 2 of 1 can never hold.',
    ],
    [asks('any: vp'), 'wrong-type'],
  ]);
});

describe('points and grades', () => {
  tell([
    [fit('points: 1.5, when: { seniority: vp }'), 'too-many-decimals'],
    [
      ['scoring/engagement.yaml', 'group: web, points: 10', 'group: nowhere, points: 10'],
      'unknown-reference',
    ],
    [fading('lose: 1, every: 1 day')],
    [fading('lose: 0, every: 0 days'), 'out-of-range', 'out-of-range'],
    [fading('half_life: 3650 days')],
    [fading('half_life: 12 hours'), 'out-of-range: 0.5 is out of range; it must be whole days, 1 to 3650.'],
    [fading(''), 'exactly-one-of'],
    [
      ['scoring/engagement.yaml', 'on: page_viewed', 'where: { path: / }, on: [page_viewed, demo_requested]'],
      'where-differs',
      'where-without-properties',
    ],
    [['scoring/engagement.yaml', 'on: page_viewed', 'on: [page_viewed, nowhere]'], 'unknown-reference'],
    [grades('table: [{ id: top, persona: decider, grade: A1 }]\n  otherwise: B1'), 'missing-key'],
  ]);
});

test('a persona that asks the grade, which asks the persona', () => {
  const asksPersona = 'match: first\n  table: [{ id: top, persona: decider, grade: A1 }]\n  otherwise: B1';
  expect(
    toldAfter(['personas.yaml', '{ seniority: [director, vp] }', '{ grade: A1 }'], grades(asksPersona)),
  ).toEqual(['circular-definition: persona → grade → persona depend on each other in a circle.']);
});

describe('a promise', () => {
  tell([
    [promise('within: 1 hour'), 'exactly-one-of'],
    [
      promise(
        'deliver: { stage: lead, at_least: 5, per: month }, ratio: { of: mql, from: lead, at_least: 5%, per: month, cohort: entered }',
      ),
      'exactly-one-of',
    ],
    [promise('clock: { starts: sql, stops: [first_contact] }, remind: 1 hour'), 'missing-key'],
    [
      promise('clock: { starts: sql, stops: [first_contact] }, within: 1 hour, remind: 2 hours'),
      'remind-after-deadline',
    ],
    [promise('attempts: { of: call_made, at_least: 2, within: 2 days, starts: mql }')],
    [promise('deliver: { stage: lead, at_least: 5, per: month, for_each: big_desk }')],
    [promise('deliver: { stage: lead, at_least: 5, per: month, for_each: inbound }'), 'queue-has-no-members'],
    [promise('deliver: { stage: lead, at_least: 5, per: month, for_each: nowhere }'), 'unknown-reference'],
  ]);
});

const viewed = 'kind: behaviour, event: page_viewed, share: 5%, within: 3 days';
describe('the forecast', () => {
  tell([
    [assume(`${viewed}, properties: { nowhere: { shares: { a: 100% } } }`), 'unknown-reference'],
    [assume(`${viewed}, with: { nowhere: x, seniority: cto }`), 'unknown-reference', 'unknown-option'],
    [assume(viewed.replace('page_viewed', 'nowhere')), 'unknown-reference'],
    [
      ['forecast.yaml', 'per: month,', 'per: month, weekly: { every_day: 10%, saturday: 20%, sunday: 20% },'],
      'weights-sum: The shares of the week add up to 90%, not to 100%.',
    ],
    [
      ['forecast.yaml', 'per: month,', 'per: month, weekly: { monday: 90% },'],
      'weights-sum: The shares of the week add up to 90%, not to 100%.',
    ],
    [
      ['forecast.yaml', 'low: 80, high: 130', 'low: 180'],
      'estimate-reversed: The estimate 100 does not lie between 180 and 100.',
    ],
    [
      ['forecast.yaml', 'low: 80, high: 130', 'high: 80'],
      'estimate-reversed: The estimate 100 does not lie between 100 and 80.',
    ],
    [
      assume('kind: mix, field: employees, ranges: [{ between: [0, 100001], share: 100% }]'),
      'out-of-range: 0 is out of range; it must be at least 1.',
      'out-of-range: 100001 is out of range; it must be at most 100000.',
    ],
    [
      assume(`kind: mix, field: job_title, shares: { '${'x'.repeat(201)}': 60%, missing: 40% }`),
      'out-of-range: A text of 201 characters is out of range; it must be at most 200.',
    ],
    [assume(`kind: mix, field: job_title, shares: { '${'🙂'.repeat(200)}': 60%, missing: 40% }`)],
    [assume('kind: mix, field: employees, missing: 50%, ranges: [{ between: [1, 100], share: 50% }]')],
    [assume('kind: capacity, queue: nowhere, people: 1, per_person: 5, per: day'), 'unknown-reference'],
  ]);
});

test('several assumptions about who comes are each about their own leads', () => {
  expect(toldAfter(assume('kind: arrivals, leads: 10, per: week'))).toEqual([]);
});

test('dates that stand in a file with an error are not judged', () => {
  const reversed: Edit = ['agreement.yaml', 'review_by: 2027-03-31', 'review_by: 2026-01-01'];
  expect(toldAfter(reversed)).toContainEqual(messageOf('dates-reversed'));
  expect(toldAfter(reversed, ['agreement.yaml', 'EUR', 'Euro'])).toEqual([messageOf('unknown-currency')]);
});

describe('an example', () => {
  tell([
    [lead('created_at: 2026-11-01 10:00')],
    [lead('created_at: yesterday'), 'bad-example'],
    [lead('id: 5')],
    [lead('trial_started: 2026-11-01 10:00')],
    [lead('trial_started: noon'), 'bad-example'],
    [lead('contract_ends: 2026-12-01')],
    [lead('contract_ends: soon'), 'bad-example'],
    [lead('margin: 12.5%')],
    [lead('country: missing')],
    [comes('bands: { fit: Z }'), 'unknown-reference: There is no band called `Z`.'],
    [comes('bands: { nowhere: Z }'), 'unknown-reference: There is no score called `nowhere`.'],
    [comes('promises: { first_call: { due: none } }')],
    [
      comes('promises: { first_call: { state: met }, nowhere: none }'),
      'unknown-reference: There is no promise called `nowhere`.',
    ],
  ]);
});

describe('a mapping', () => {
  tell([
    [['mappings/crm.yaml', 'employees: Staff', 'employees: { column: Staff, values: { few: missing } }']],
    [
      ['mappings/crm.yaml', 'employees: Staff', 'gave_consent: { column: Staff, values: { few: maybe } }'],
      'wrong-type: Here stands “maybe”, but it must be true, false or missing.',
    ],
    [
      [
        'mappings/crm.yaml',
        'ignore: [Notes]',
        'events: [{ event: page_viewed, at: Notes, properties: { nowhere: Staff } }]',
      ],
      'unknown-reference: There is no property called `nowhere`.',
    ],
  ]);
});

describe('a goal', () => {
  tell([
    [
      ['goals.yaml', 'metric: revenue', 'metric: customer'],
      'goal-arithmetic: customer: the goal says 10, but the target makes 10000.',
      'goal-arithmetic: lead: the goal says 500, but 10000 ÷ 2% makes 500000.',
    ],
    [['goals.yaml', 'lead: 500', 'nowhere: 500'], 'unknown-reference'],
    [
      ['goals.yaml', 'customer: 10,', 'customer: 11,'],
      'goal-arithmetic: customer: the goal says 11, but 10000 ÷ 1000 makes 10.',
    ],
    [
      ['goals.yaml', 'lead: 500', 'lead: 501'],
      'goal-arithmetic: lead: the goal says 501, but 10 ÷ 2% makes 500.',
    ],
    [['goals.yaml', 'by: 2026-12-31', 'by: 2026-09-30'], 'goal-too-late'],
    [['goals.yaml', 'deal_size: 1000', 'deal_size: 0'], 'out-of-range', 'goal-arithmetic', 'goal-arithmetic'],
  ]);
});

describe('the head, the vocabulary, hours and routes', () => {
  tell([
    [['agreement.yaml', 'EUR', 'eur'], 'unknown-currency'],
    [['agreement.yaml', 'EUR', 'Euro'], 'unknown-currency'],
    [['vocabulary/fields.yaml', 'fields:', 'fields:\n  entered_x: { type: flag }'], 'reserved-name'],
    [['vocabulary/events.yaml', 'events:', 'events:\n  entered_x: { by: lead }'], 'reserved-name'],
    [['vocabulary/terms.yaml', 'title: Qualified lead, ', '']],
    [
      [
        'vocabulary/fields.yaml',
        'margin: { type: percent, min: 0, max: 100',
        'margin: { type: percent, min: 5, max: 1',
      ],
      'reversed-range: The range ends (1) before it begins (5).',
    ],
    [
      [
        'vocabulary/events.yaml',
        'sales_rejected: { by: sales }',
        'sales_rejected: { by: sales, properties: { reason: { type: flag } } }',
      ],
      'reasons-twice',
    ],
    [['handoff/returns.yaml', 'on: sales_rejected', 'on: recycled'], 'unknown-reason', 'unknown-reason'],
    [
      [
        'sla/calendars.yaml',
        'default_calendar: office\ncalendars:',
        'calendars:\n  other: { zone: Europe/Paris, hours: { monday: [09:00-17:00], saturday: [] } }',
      ],
    ],
    [
      ['sla/calendars.yaml', '09:00-12:30, 13:30-18:00', '13:30-18:00, 09:00-14:00'],
      'hours-overlap: The hours 09:00-14:00 and 13:30-18:00 overlap.',
    ],
    [['handoff/routing.yaml', 'stages: [mql, sql]', 'stages: mql']],
    [['handoff/routing.yaml', 'stages: [mql, sql]', 'stages: nowhere'], 'unknown-reference'],
  ]);
});

describe('whatever may be left out, where it is said', () => {
  tell([
    [
      [
        'scoring/fit.yaml',
        '    cap: 50',
        '    title: Fit\n    means: How well.\n    when: { seniority: vp }\n    cap: 50',
      ],
    ],
    [['scoring/engagement.yaml', 'web: { cap: 30 }', 'web: { cap: 30, when: { seniority: vp } }']],
    [fit('points: 1, group: nowhere, when: { seniority: vp }'), 'unknown-reference'],
    [['handoff/notify.yaml', 'on: mql', 'on: [mql, sql]']],
    [['handoff/notify.yaml', 'on: mql', 'on: nowhere'], 'unknown-reference'],
    [
      [
        'handoff/notify.yaml',
        ', shows: [seniority]',
        ', when: { seniority: vp }, in_force: { from: 2026-12-01 }',
      ],
    ],
    [['handoff/returns.yaml', 'means: Sales will work the lead.', 'means: Yes., checklist: [Called]']],
    [
      [
        'funnel/exits.yaml',
        'exits:',
        'exits:\n  dead: { owner: sales, definition: Gone., final: Never again., enter: { from: sql, on: call_made } }',
      ],
    ],
    [['mappings/crm.yaml', 'created_at: Created', 'created_at: { fixed: 2026-01-01 }'], 'column-not-mapped'],
    [['mappings/crm.yaml', 'id: Lead ID', 'zone: Nowhere\nid: Lead ID'], 'unknown-zone'],
    [['mappings/crm.yaml', 'Manager: manager', 'Manager: managr'], 'unknown-option'],
    [
      [
        'mappings/crm.yaml',
        'ignore: [Notes]',
        'events: [{ event: page_viewed, at: created_at, if: { column: Notes, is: [x] }, properties: { path: { value: / } } }]',
      ],
    ],
    [
      ['mappings/crm.yaml', 'ignore: [Notes]', 'events: [{ event: nowhere, at: Notes }]'],
      'column-not-mapped',
      'unknown-reference',
    ],
  ]);
});

test('a day that is in a calendar twice is told with the place of the first', () => {
  const days = '    holidays: [2026-12-25, 2026-12-25]\n';
  const found = foundAfter([
    'sla/calendars.yaml',
    'calendars:\n',
    `calendars:\n  other:\n    zone: Europe/Paris\n    hours: { monday: [09:00-17:00] }\n${days}`,
  ]);
  expect(
    found.map(({ code, related }) => [code, related.map(({ message, span }) => [message, span.col])]),
  ).toEqual([['date-twice', [['the first is here', 16]]]]);
});
