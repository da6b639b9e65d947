import { describe, expect, test } from 'vitest';
import { createSurvey, mappingYaml, proposeMapping } from '../../src/propose/index.ts';
import { compiledWith } from '../check/agreement-of.ts';

const vocabulary = `fields:
  seniority: { type: choice, options: [manager, vp, other] }
  country: { type: choice, options: [de, us] }
  topics: { type: choices, options: [analytics, billing] }
  employees: { type: integer, min: 1, max: 1000 }
  deal_size: { type: money, min: 0, max: 100000 }
  margin: { type: percent, min: 0, max: 100 }
  may_be_mailed: { type: flag }
  contract_ends: { type: date }
  job_title: { type: text, max_length: 20 }
events:
  demo_requested: { by: lead }
  webinar_joined: { by: lead }
  page_viewed: { by: lead }
`;

type Row = readonly string[];

/** The proposal for a table whose first column is its id; \`more\` are fields beside those of the vocabulary. */
function proposal(head: Row, rows: readonly Row[], more = ''): string {
  const agreement = compiledWith({ 'vocabulary.yaml': vocabulary.replace('events:', `${more}events:`) });
  const survey = createSurvey(['Id', ...head]);
  rows.forEach((row, at) => survey.add([`a${at}`, ...row]));
  const { columns, rows: count } = survey.result();
  const proposed = proposeMapping(agreement, columns);
  if (!proposed) throw new Error('nothing is proposed');
  return mappingYaml(proposed, { system: 'CRM', rows: count, today: '2026-11-22' });
}

/** The same for one column with these cells. */
function column(name: string, cells: readonly string[], more = ''): string {
  return proposal(
    [name],
    cells.map((cell) => [cell]),
    more,
  );
}

describe('a column is taken for a field by its name and by what stands in it', () => {
  test.each([
    ['Employees', ['12', '7', '1,200'], 'employees: Employees'],
    ['Deal size', ['12.50', '7', '8'], 'deal_size: Deal size'],
    ['Margin', ['12.5', '7.5'], 'margin: Margin'],
    ['Contract ends', ['2026-11-22', '2027-01-01'], 'contract_ends: Contract ends'],
    ['Job title', ['Head of sales', 'Clerk'], 'job_title: Job title'],
  ])('%s with %j', (name, cells, line) => {
    expect(column(name, cells)).toContain(`\n  ${line} #`);
  });

  test.each([
    ['Employees', ['many', 'few', '7']],
    ['Deal size', ['big', 'small']],
    ['Contract ends', ['soon', 'never']],
    ['Job title', ['Head of the department of sales', 'Clerk']],
    ['Job title', ['1.5', '2.5']],
    ['Job title', ['2026-11-22', '2026-11-23']],
    ['Has a job title', ['Yes', 'No']],
    ['May be mailed', ['perhaps', 'yes']],
    ['Topics', ['weather', 'sports']],
    ['Employees', ['', '']],
  ])('but %s with %j is not', (name, cells) => {
    const text = column(name, cells);
    expect(text).not.toContain('\nfields:');
    expect(text).toContain(`\nignore:\n  - ${name} #`);
  });
});

describe('words are translated', () => {
  test('of a choice, by likeness, and those that nobody knows are others', () => {
    const cells = ['VP', 'Manager', 'manager', 'vp', ...Array.from({ length: 5 }, () => 'Chief')];
    expect(column('Seniority', cells)).toContain(`    column: Seniority
    values:
      VP: vp
      Manager: manager
      # Chief: ? # in 5 rows
    others: other
`);
  });

  test('of a country, by its name or a usual short one', () => {
    const text = column('Country', ['Germany', 'USA', 'United States', 'Atlantis']);
    for (const line of ['Germany: de', 'USA: us', 'United States: us', 'others: missing'])
      expect(text).toContain(`${line}\n`);
  });

  test.each([';', '|', ','])('of several options with %s between', (mark) => {
    const cells = [`analytics${mark} billing`, 'billing', `analytics${mark}${mark}billing`];
    expect(column('Topics', cells)).toContain(`    column: Topics
    separator: '${mark}'
    values:
      billing: billing
      analytics: analytics
`);
  });

  test.each([
    ['May be mailed', ['yes', 'no', 'Y'], "'yes': true", "'no': false"],
    ['May not be mailed', ['yes', 'no', 'x'], "'yes': false", "'no': true"],
  ])('of %s', (name, cells, ...lines) => {
    const text = column(name, cells);
    for (const line of lines) expect(text).toContain(`      ${line}\n`);
  });

  test('of a column with another name, if nearly all are options', () => {
    expect(column('Xyz', ['vp', 'manager', 'vp'])).toContain('    column: Xyz\n');
    expect(column('Xyz', ['vp', 'vp'])).toContain('ignore:\n  - Xyz # one word\n');
    expect(column('Xyz', ['vp', 'manager', 'cat', 'dog'])).toContain('ignore:\n  - Xyz #');
  });
});

describe('when a lead was created', () => {
  const moments = ['01.10.2026 09:12', '02.10.2026 10:30'];
  const guessed =
    'created_at: Angelegt am # guess: not named so, but the only column with moments in every row\n';
  const unknown = 'created_at: { fixed: 2026-11-22 } # guess: no column says when a lead was created\n';

  test('is guessed to be in the only column with moments', () => {
    const text = column('Angelegt am', moments);
    expect(text).toContain(guessed);
    expect(text).not.toContain('ignore:');
  });

  test.each([
    ['Angelegt am', ['01.10.2026', '02.10.2026']],
    ['Angelegt am', [...moments, 'soon']],
    ['Demo requested', moments],
  ])('but not in %s with %j', (name, cells) => {
    expect(column(name, cells)).toContain(unknown);
  });

  test('nor where another column has moments too, or is fuller', () => {
    const two = moments.map((moment) => [moment, moment]);
    expect(proposal(['Angelegt am', 'Verloren am'], two)).toContain(unknown);
    expect(
      proposal(
        ['Angelegt am', 'Notes'],
        [
          ['01.10.2026 09:12', 'x'],
          ['', 'y'],
        ],
      ),
    ).toContain(unknown);
  });
});

describe('a column tells of an event', () => {
  test.each([
    ['Demo requested', ['2026-11-22', '2026-11-23'], 'demo_requested, at: Demo requested'],
    ['Page viewed', ['3', '0', '12'], 'page_viewed, at: created_at, times: Page viewed'],
    [
      'Demo requested',
      ['yes', 'no'],
      "demo_requested, at: created_at, if: { column: Demo requested, is: ['yes'] }",
    ],
    [
      'Latest',
      ['Webinar joined', 'Bounced'],
      'webinar_joined, at: created_at, if: { column: Latest, is: [Webinar joined] }',
    ],
  ])('%s with %j', (name, cells, told) => {
    expect(column(name, cells)).toContain(`  - { event: ${told} } #`);
  });

  test.each([
    ['Something', ['2026-11-22', '2026-11-23']],
    ['Something', ['yes', 'no']],
    ['Demo requested', ['no', 'no']],
    ['Something', ['3', '4']],
    ['Something', ['red', 'green']],
    ['Heard of us by', ['Webinar', 'Page']],
    ['No demo', ['yes', 'no']],
  ])('but not %s with %j', (name, cells) => {
    expect(column(name, cells)).not.toContain('events:');
  });

  test('once, though several columns do', () => {
    const text = proposal(
      ['Demo requested', 'Demo requested at'],
      [
        ['2026-11-22', '2026-11-22'],
        ['2026-11-21', ''],
      ],
    );
    expect(text.match(/event: demo_requested/g)).toHaveLength(1);
  });
});

describe('the stage', () => {
  test('is the column whose words are stages, entered when the column beside it says', () => {
    const rows = [
      ['Lead', '2026-11-22'],
      ['Customer', '2026-11-23'],
      ['Parrot', ''],
    ];
    expect(proposal(['Lead status', 'Lead status since'], rows)).toContain(`    Lead: lead
    Customer: customer
  others: missing
  entered_at: Lead status since
`);
  });

  test('is not said where few words are stages', () => {
    expect(column('Lead status', ['Lead', 'Parrot', 'Cat', 'Dog'])).not.toContain('stage:');
    expect(column('Lead status', ['Lead', 'Customer'])).not.toContain('entered_at');
  });
});

test.each([
  ['choice', ', options: [a, b]', 'a'],
  ['choices', ', options: [b, a]', 'b'],
  ['flag', '', 'false'],
  ['text', ', max_length: 9', "'?'"],
  ['date', '', "'2026-01-01'"],
  ['moment', '', "'2026-01-01'"],
  ['integer', ', min: 3, max: 9', '3'],
  ['money', ', min: 1.5, max: 9', '1.5'],
])('a required %s that no column has is a constant', (type, parts, value) => {
  const more = `  zebra: { type: ${type}${parts}, required: true }\n`;
  expect(column('Notes', ['red'], more)).toContain(
    `  # guess: it is required, and no column is like it\n  zebra: { value: ${value} }\n`,
  );
});

describe('what is ignored is told by what stands in it', () => {
  test.each([
    [['', 'n/a'], 'empty'],
    [['3', '4'], 'whole numbers'],
    [['red', 'red'], 'one word'],
    [['red', 'green'], '2 different words'],
    [['a'.repeat(90), 'b'], 'many different words'],
    [Array.from({ length: 400 }, (_, at) => `word ${at}`), 'many different words'],
  ])('%#', (cells, told) => {
    expect(column('Zebra', cells)).toContain(`ignore:\n  - Zebra # ${told}\n`);
  });
});

test('columns with one name, none or one that cannot be written are left out', () => {
  const text = proposal(['Employees', 'Employees', '', 'Zeb\tra', "it's"], [['3', '4', '5', '6', '7']]);
  expect(text).toContain(`ignore:\n  - 'it''s' # whole numbers\n`);
  expect(text).not.toMatch(/Employees|Zeb/);
});

test.each([
  [['a', 'b'], 'sure: named as an id, and no value stands twice'],
  [['a', 'a'], 'guess: named as an id, but values stand twice'],
])('an id with %j is %s', (ids, told) => {
  const survey = createSurvey(['Id', 'Zebra']);
  for (const id of ids) survey.add([id]);
  const { columns } = survey.result();
  const proposed = proposeMapping(compiledWith({}), columns);
  expect(`${proposed?.id.sureness}: ${proposed?.id.why}`).toBe(told);
});

test('a table without columns has no proposal', () => {
  expect(proposeMapping(compiledWith({}), [])).toBeUndefined();
});
