import { join } from 'node:path';
import { compile, readAgreementFolder } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import { describe, expect, test } from 'vitest';
import { textsApart } from '../src/changes/words/apart.ts';
import { findChanges } from '../src/index.ts';
import { type Edit, edited } from './acme.ts';

const folder = join(import.meta.dirname, '../../../agreements/starter');
const [files = []] = readAgreementFolder(folder);

function starter(edits: readonly Edit[]): Agreement {
  const options = { name: 'starter', today: '2000-01-01', proofs: false };
  const [agreement, found] = compile(edited(files, edits), options);
  if (agreement) return agreement;
  throw new Error(found.map(({ code, message }) => `${code}: ${message}`).join('\n'));
}

type Replaced = readonly [from: string, to: string];

/** What is told where texts of one file are replaced, after texts that both versions have. */
function told(file: string, replace: readonly Replaced[], before: readonly Replaced[] = []) {
  const [was, is] = [before, [...before, ...replace]].map((all) => starter([{ file, replace: all }]));
  if (!was || !is) throw new Error('there are two versions');
  return findChanges(was, is).map(({ says, level, harderFor }) => `${says} ${level}, ${harderFor}`);
}

const third: Replaced = ['name: Sales 2 }', 'name: Sales 2 }\n  sales_3: { name: Sales 3 }'];
const members = 'members: [sales_1, sales_2]';

describe('the people of a queue', () => {
  test('one takes the place of another one, which is harder for nobody', () => {
    expect(told('handoff.yaml', [[members, 'members: [sales_1, sales_3]']], [third])).toEqual([
      '“Sales 3” takes the place of “Sales 2” at the queue “Sales desk”. notable, nobody',
    ]);
  });

  test('they take turns in another order', () => {
    expect(told('handoff.yaml', [[members, 'members: [sales_2, sales_1]']])).toEqual([
      'The people of the queue “Sales desk” take turns in another order: “Sales 2” and “Sales 1”; before: “Sales 1” and “Sales 2”. notable, nobody',
    ]);
  });

  test('get their leads in another way', () => {
    expect(told('handoff.yaml', [['assign: round_robin', 'assign: least_loaded']])).toEqual([
      'The queue “Sales desk” gives out its leads to whoever has the fewest open leads; before: in turn. notable, sales',
    ]);
  });

  test('more are harder for nobody, fewer for their team, and each is told by name', () => {
    const all = 'members: [sales_1, sales_2, sales_3]';
    expect(told('handoff.yaml', [third, [members, all]])).toEqual([
      'The queue “Sales desk” is worked by 3 people; before: 2 people. New there: “Sales 3”. notable, nobody',
      'The person “Sales 3” is new. notable, nobody',
    ]);
    expect(told('handoff.yaml', [[all, members]], [third, [members, all]])).toEqual([
      'The queue “Sales desk” is worked by 2 people; before: 3 people. No longer there: “Sales 3”. notable, sales',
    ]);
  });
});

describe('an example', () => {
  const price = 'The example “manager_on_the_price_page”';

  test('expects something else, and it is said what', () => {
    const less: readonly Replaced[] = [
      ['stage: mql\n      scores: { lead_score: 60 }', 'stage: lead\n      scores: { lead_score: 55 }'],
      ['persona: department_manager\n', 'persona: none\n'],
    ];
    expect(told('examples/basics.yaml', less)).toEqual([
      `${price} expects something else: Stage: Lead (before: MQL); Lead score: 55 points (before: 60 points); Persona: none (before: Manager of a department). wording, nobody`,
    ]);
    const many: readonly Replaced[] = [
      ...less,
      ['      queue: sales_desk\n      notices: [new_mql]\n', ''],
      ['first_call: none }', 'first_call: { state: running } }'],
    ];
    expect(told('examples/basics.yaml', many)[0]).toMatch(
      /within one working hour: running \(before: not started\); 2 more\. wording/,
    );
  });

  test('is of another lead, of whom other things are told, at another moment', () => {
    expect(
      told('examples/basics.yaml', [['role: manager, employees: 120', 'role: manager, employees: 140']]),
    ).toEqual([
      `${price} is of another lead: Size of the company: 140 people (before: 120 people). wording, nobody`,
    ]);
    expect(told('examples/basics.yaml', [['at: 2 hours ago', 'at: 3 hours ago']])).toEqual([
      `${price} tells of other things that happened. wording, nobody`,
    ]);
    const later: Replaced = ['T10:00:00+01:00 # a Tuesday', 'T11:00:00+01:00 # a Tuesday'];
    expect(told('examples/basics.yaml', [later])).toEqual([
      `${price} tells of other things that happened. It is decided at another moment. wording, nobody`,
    ]);
  });

  test('does not tell what is personal about its lead', () => {
    const named: Replaced = [
      'role: manager, account_owner: Sales 2',
      'role: manager, account_owner: Sales 1',
    ];
    const expected: Replaced = ['owner: Sales 2, route', 'owner: Sales 1, route'];
    expect(told('examples/basics.yaml', [named, expected])).toEqual([
      'The example “called_too_late” is of another lead. wording, nobody',
    ]);
  });
});

describe('changed words', () => {
  test('are shown as they are and as they were', () => {
    const words: readonly Replaced[] = [
      ['not: A friendly first call.', 'not: A first call.'],
      ['means: An SQL with a problem', 'means: A customer with a problem'],
    ];
    expect(told('vocabulary.yaml', words)).toEqual([
      'The term “Opportunity” means something else: “A customer with a problem that we can solve, an amount and a date.”; before: “An SQL with a problem that we can solve, an amount and a date.” notable, both',
      'What the term “Opportunity” does not mean is another thing: “A first call.”; before: “A friendly first call.” notable, both',
    ]);
    expect(told('funnel.yaml', [['    not: Anybody on a bought list.\n', '']])).toEqual([
      'What the stage “Lead” is not is another thing: nothing; before: “Anybody on a bought list.” notable, both',
    ]);
  });

  test('of long texts begin near the first difference, and end with a whole word', () => {
    const [head, tail] = ['one two three '.repeat(20), ' and so on'.repeat(30)];
    const says = textsApart(`${head}<b>old</b>${tail}`, `${head}new${tail}`);
    expect(says).toMatch(
      /^“… one two three new( and so on)+( and)?( so)? …”; before: “… one two three <b>old<\/b> and so/,
    );
    expect(textsApart('字'.repeat(300), `${'字'.repeat(200)}新`)).toBe(
      `“… 字字字新”; before: “… ${'字'.repeat(103)}”.`,
    );
  });
});

describe('the order of routes', () => {
  const rows = ['first', 'second', 'third'].map(
    (id, at) => `    - { id: ${id}, employees: { at_least: ${3 - at}0 }, to: sales_desk }\n`,
  );
  const table = (...order: readonly number[]): string => `  table:\n${order.map((at) => rows[at]).join('')}`;
  const moved = (...order: readonly number[]) =>
    told('handoff.yaml', [[table(0, 1, 2), table(...order)]], [['  table:\n', table(0, 1, 2)]]);

  test('is told by the one that moved, or as a whole', () => {
    expect([moved(2, 0, 1), moved(0, 2, 1), moved(1, 2, 0), moved(2, 1, 0)].flat()).toEqual(
      [
        'The route “third” is tried before the route “first”.',
        'The route “third” is tried before the route “second”.',
        'The route “first” is tried after the route “third”.',
        'The routes are tried in another order.',
      ].map((says) => `${says} notable, both`),
    );
  });
});

/** Of each kind of assumption what is replaced, and what is told. */
const assumptions: readonly (readonly [kind: string, from: string, to: string, says: string])[] = [
  [
    'arrivals',
    '{ value: 13000, low: 11500, high: 14500 }',
    '12000',
    'The number of leads every month is assumed to be 12,000; before: 13,000 (11,500 to 14,500).',
  ],
  [
    'mix',
    'manager: 20%, employee: 55%',
    'manager: 25%, employee: 50%',
    'The mix of the field “Role in the company” is assumed to be Manager 25%, Employee 50%; before: Manager 20%, Employee 55%.',
  ],
  [
    'behaviour',
    'times: 3',
    'times: 4',
    'The number of times that “Read a page” happens is assumed to be 4; before: 3.',
  ],
  [
    'conversion',
    'rate: 46%',
    'rate: 40%',
    'The rate from MQL to Recycled is assumed to be 40%; before: 46%.',
  ],
  [
    'capacity',
    'per_person: 20',
    'per_person: 15',
    'The work of each person at the queue “Sales desk” is assumed to be 15 leads every day; before: 20 leads every day.',
  ],
  [
    'money',
    'cycle: 30 days',
    'cycle: 40 days',
    'The time that a deal takes is assumed to be 40 days; before: 30 days.',
  ],
  [
    'response',
    'rate: 60%',
    'rate: 70%',
    'What is left of the conversions, by the time on the clock of the promise “first_call”, is assumed to be 70% within 1 day; before: 60% within 1 day.',
  ],
  [
    'activity',
    'times: 6',
    'times: 5',
    'The number of times that “Sales spoke with the lead” after MQL happens is assumed to be 5; before: 6.',
  ],
  [
    'transfer',
    'share: 5%',
    'share: 6%',
    'The share of leads that change hands from the queue “Sales desk” is assumed to be 6%; before: 5%.',
  ],
];

describe('an assumption', () => {
  const more = `assumptions:
  speed: { kind: response, promise: first_call, effect: [{ within: 1 hour, rate: 100% }, { within: 24 hours, rate: 60% }], source: A guess }
  calling: { kind: activity, event: first_contact, after: mql, times: 6, source: A guess }
  moving: { kind: transfer, event: sales_rejected, from: sales_desk, share: 5%, takes: 1 hour, source: A guess }
`;

  test.each(assumptions)('of %s is told in its words', (_, from, to, says) => {
    expect(told('forecast.yaml', [[from, to]], [['assumptions:\n', more]])).toEqual([
      `${says} notable, nobody`,
    ]);
  });

  test('that is new is told with its first number', () => {
    const line = '  moving: { kind: transfer, event: sales_rejected, share: 5%, source: A guess }\n';
    expect(told('forecast.yaml', [['assumptions:\n', `assumptions:\n${line}`]])).toEqual([
      'The assumption “moving” is new: the share of leads that change hands is 5%. notable, nobody',
    ]);
  });
});

describe('a goal', () => {
  test('with more time is harder for nobody, with less for its owners', () => {
    const until = 'The goal “new_revenue” is to be reached from 1 October 2026 to';
    const before = 'before: from 1 October 2026 to 31 December 2026.';
    expect(told('goals.yaml', [['by: 2026-12-31', 'by: 2027-01-31']])).toEqual([
      `${until} 31 January 2027; ${before} notable, nobody`,
    ]);
    expect(told('goals.yaml', [['by: 2026-12-31', 'by: 2026-11-30']])).toEqual([
      `${until} 30 November 2026; ${before} notable, both`,
    ]);
  });

  test('is worked backwards with other numbers, which are told', () => {
    const plan: readonly Replaced[] = [
      ['rate: 2%', 'rate: 4%'],
      ['lead: 500', 'lead: 250'],
    ];
    expect(told('goals.yaml', plan)).toEqual([
      'The goal “new_revenue” is worked backwards from other numbers: 4% of leads become customers; before: 2% of leads become customers. notable, both',
    ]);
    const deal: readonly Replaced[] = [
      ['deal_size: 1000', 'deal_size: 2000'],
      ['customer: 10, lead: 500', 'customer: 5, lead: 250'],
    ];
    expect(told('goals.yaml', deal)).toEqual([
      'The goal “new_revenue” is worked backwards from other numbers: €2,000 a deal; before: €1,000 a deal. notable, both',
    ]);
  });
});

test('an incentive that one team gets alone is harder for the other one, too', () => {
  expect(told('goals.yaml', [['for: shared', 'for: sales']])).toEqual([
    'The incentive “team_dinner” is for somebody else: “sales”; before: “both”. notable, both',
  ]);
});

test('a mapping is told by what it reads otherwise', () => {
  const replace: readonly Replaced[] = [
    ['employees: Staff', 'employees: Note'],
    ['ignore: [Note]', 'ignore: [Staff]'],
    ['sales_accepted, at: Accepted', 'sales_accepted, at: Won'],
    ['first_contact, at: First call', 'first_contact, at: Accepted'],
    ['won: { column: Won', 'won: { column: First call'],
    ['others: missing', 'others: lead'],
    ['dates: iso', 'dates: dmy'],
    ['created_at: Created', 'created_at: Stage since'],
    ['entered_at: Stage since', 'entered_at: Created'],
  ];
  expect(told('mappings/crm.yaml', replace)).toEqual([
    'The mapping of “crm” reads “Size of the company”, “Sales accepted the lead”, “Sales spoke with the lead”, the stage, what became of leads, who a lead is and when it came and dates, numbers and what is missing otherwise. notable, nobody',
  ]);
  expect(
    told('mappings/crm.yaml', [
      ['  - Note', '  - Note\n  - Memo'],
      ['ignore: [Note]', 'ignore: [Note, Memo]'],
    ]),
  ).toEqual(['The mapping of “crm” reads its columns otherwise. notable, nobody']);
});
