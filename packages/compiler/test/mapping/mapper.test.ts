import { describe, expect, test } from 'vitest';
import type { Mapping } from '../../src/ir/types.ts';
import { createMapper } from '../../src/mapping/index.ts';
import { agreement, happens, mapped, mapping, words } from './sample.ts';

const created = Date.UTC(2026, 0, 1);

function map(rest: Partial<Mapping>, table: Readonly<Record<string, string>>): unknown {
  const all = { 'Lead ID': '7', ...table };
  return createMapper(agreement, mapping(rest), Object.keys(all)).map(Object.values(all));
}

function events(rest: Partial<Mapping>, table: Readonly<Record<string, string>>): unknown {
  const row = map(rest, table);
  return (row as { input?: { events: unknown } }).input?.events ?? row;
}

describe('a row', () => {
  test('becomes a lead with its fields', () => {
    const rest = {
      created: { column: 'Created' },
      fields: [mapped('employees', 'Staff'), mapped('country', 'Country')],
    };
    expect(map(rest, { Created: '2026-11-03 09:30', Staff: '12', Country: '' })).toEqual({
      input: { id: '7', created_at: Date.UTC(2026, 10, 3, 8, 30), employees: 12, events: [] },
      outcomes: [],
    });
  });

  test('tells everything that cannot be read, with its column', () => {
    const rest = {
      created: { column: 'Created' },
      fields: [mapped('employees', 'Staff'), mapped('seniority', 'Level')],
    };
    expect(map(rest, { 'Lead ID': '', Created: 'soon', Staff: 'many', Level: '' })).toEqual({
      problems: [
        { column: 'Lead ID', reason: 'is missing', message: 'is missing; a lead has to have it' },
        expect.objectContaining({ column: 'Created', reason: 'is not a moment' }),
        expect.objectContaining({ column: 'Staff', reason: 'is not a number' }),
        { column: 'Level', reason: 'is missing', message: 'is missing; seniority is required' },
      ],
    });
  });

  test('with a letter of 100,000 marks is refused at once', () => {
    const Country = `a${'\u0301\u0323'.repeat(50_000)}`;
    const started = process.threadCpuUsage();
    expect(map({ fields: [mapped('country', 'Country')] }, { Country })).toHaveProperty(
      'problems.0.column',
      'Country',
    );
    const { user, system } = process.threadCpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(500);
  });

  test('may have empty cells too many, and none too few', () => {
    const { map: row } = createMapper(agreement, mapping({ ignore: ['A'] }), ['Lead ID', 'A']);
    expect(row(['7', 'x', '', ' '])).toHaveProperty('input.id', '7');
    expect(row(['7'])).toHaveProperty('problems.0.reason', 'too few cells');
    expect(row(['7', 'x', 'y'])).toHaveProperty('problems.0.reason', 'too many cells');
  });

  test('may have the same value as all others', () => {
    const fields = [mapped('country', null, { constant: 'de' })];
    expect(map({ fields }, {})).toHaveProperty('input.country', 'de');
  });
});

describe('events', () => {
  test('happen at the moment in their column, if it is not missing', () => {
    const rest = { events: [happens('demo_requested', { at: 'Demo' })] };
    expect(events(rest, { Demo: '2026-11-03T09:30Z' })).toEqual([
      { event: 'demo_requested', at: Date.UTC(2026, 10, 3, 9, 30) },
    ]);
    expect(events(rest, { Demo: 'Select' })).toEqual([]);
    expect(events(rest, { Demo: 'soon' })).toHaveProperty('problems.0.column', 'Demo');
  });

  test('happen at a fixed moment, or when the lead was created', () => {
    expect(events({ events: [happens('demo_requested', { at_fixed: 5 })] }, {})).toEqual([
      { event: 'demo_requested', at: 5 },
    ]);
    expect(events({ events: [happens('demo_requested')] }, {})).toEqual([
      { event: 'demo_requested', at: created },
    ]);
  });

  test('ask for words in a column, or for any word', () => {
    const some = { events: [happens('demo_requested', { if: { column: 'Last', is: ['Demo', 'Call'] } })] };
    expect(events(some, { Last: 'CALL ' })).toHaveLength(1);
    expect(events(some, { Last: 'Mail' })).toHaveLength(0);
    const any = { events: [happens('demo_requested', { if: { column: 'Last', is: [] } })] };
    expect(events(any, { Last: 'Mail' })).toHaveLength(1);
    expect(events(any, { Last: 'n/a' })).toHaveLength(0);
  });

  test('are repeated, with their properties', () => {
    const properties = [mapped('path', null, { constant: '/' }), mapped('seconds', 'Seconds')];
    const rest = { events: [happens('page_viewed', { times: 'Visits', properties })] };
    const one = { event: 'page_viewed', at: created, properties: { path: '/', seconds: 3 } };
    expect(events(rest, { Visits: '2', Seconds: '3' })).toEqual([one, one]);
    expect(events(rest, { Visits: '0', Seconds: 'x' })).toEqual([]);
    expect(events(rest, { Visits: '', Seconds: '' })).toEqual([]);
    expect(events(rest, { Visits: '-1', Seconds: '' })).toHaveProperty(
      'problems.0.reason',
      'does not say how often',
    );
    expect(events(rest, { Visits: '1e9', Seconds: '' })).toHaveProperty(
      'problems.0.reason',
      'does not say how often',
    );
    expect(events(rest, { Visits: '1000000', Seconds: '' })).toHaveProperty(
      'problems.0.reason',
      'is too often',
    );
  });
});

describe('the stage', () => {
  const stage = {
    column: 'Status',
    values: [
      { from: 'Open', to: 'lead' },
      { from: 'MQL', to: 'mql' },
    ],
    others: null,
    entered_at: null,
  };

  test('is an event at its moment, or at creation', () => {
    expect(events({ stage }, { Status: 'mql' })).toEqual([{ event: 'entered_mql', at: created }]);
    const changed = { stage: { ...stage, entered_at: 'Changed' } };
    expect(events(changed, { Status: 'Open', Changed: '2026-02-01T00:00Z' })).toEqual([
      { event: 'entered_lead', at: Date.UTC(2026, 1, 1) },
    ]);
    expect(events(changed, { Status: 'Open', Changed: '' })).toEqual([
      { event: 'entered_lead', at: created },
    ]);
  });

  test('may be missing; a word that nobody knows is refused unless there is `others`', () => {
    expect(events({ stage }, { Status: 'n/a' })).toEqual([]);
    expect(events({ stage }, { Status: 'Lost' })).toHaveProperty(
      'problems.0.message',
      '"Lost" is not a stage that the mapping knows; accepted is Open or MQL',
    );
    expect(events({ stage: { ...stage, others: { to: null } } }, { Status: 'Lost' })).toEqual([]);
  });
});

test('outcomes are told apart from the lead', () => {
  const outcomes = [{ id: 'won', column: 'Won', is: ['1', 'yes'] }];
  expect(map({ outcomes }, { Won: 'YES' })).toEqual({
    input: { id: '7', created_at: created, events: [] },
    outcomes: ['won'],
  });
  expect(map({ outcomes }, { Won: '0' })).toHaveProperty('outcomes', []);
});

function findings(rest: Partial<Mapping>, header: string[]): { refuses: boolean; found: unknown[] } {
  const { findings: found, map: row } = createMapper(agreement, mapping(rest), header);
  const refuses = 'problems' in row(header);
  return {
    refuses,
    found: found.map(({ code, severity, column, help }) => [severity, code, column, help]),
  };
}

describe('the header', () => {
  test('has to have every mapped column', () => {
    const rest = {
      fields: [mapped('country', 'Country'), mapped('employees', 'Head count')],
      ignore: ['Notes'],
    };
    expect(findings(rest, ['Lead ID', 'country', 'Headcount'])).toEqual({
      refuses: true,
      found: [
        ['error', 'column-not-found', 'Country', 'Did you mean `country`?'],
        ['error', 'column-not-found', 'Head count', 'Did you mean `Headcount`?'],
        ['warning', 'column-not-mapped', 'country', expect.any(String)],
        ['warning', 'column-not-mapped', 'Headcount', expect.any(String)],
      ],
    });
  });

  test('is that of another table where it has hardly one', () => {
    const rest = { fields: ['A', 'B', 'C', 'D'].map((column) => mapped('country', column)) };
    expect(findings(rest, ['Id', 'D', 'E'])).toEqual({
      refuses: true,
      found: [['error', 'table-not-mapped', null, 'Its columns are: Id, D, E.']],
    });
  });

  test('is listed once, however many columns are not in it', () => {
    const rest = {
      fields: ['Alpha', 'Omega', 'Country'].map((column) => mapped('country', column)),
      ignore: ['X'],
    };
    expect(findings(rest, ['Lead ID', 'Country', 'X']).found).toEqual([
      ['error', 'column-not-found', 'Alpha', 'Its columns are: Lead ID, Country, X.'],
      ['error', 'column-not-found', 'Omega', null],
    ]);
  });

  test('has each of them once', () => {
    expect(findings({ ignore: ['A'] }, ['Lead ID', 'Lead ID', 'A', 'A'])).toEqual({
      refuses: true,
      found: [['error', 'column-twice', 'Lead ID', expect.any(String)]],
    });
  });

  test('may have spaces around names, and columns without a name', () => {
    expect(findings({}, [' Lead ID', '', ''])).toEqual({ refuses: false, found: [] });
  });
});

test('a column that feeds a personal field is never repeated, wherever it is read', () => {
  const rest = {
    fields: [mapped('email', 'Mail')],
    stage: { column: 'Mail', values: [{ from: 'x', to: 'mql' }], others: null, entered_at: null },
  };
  expect(JSON.stringify(map(rest, { Mail: 'somebody@example.com' }))).not.toContain('somebody');
});

test('values of fields translate through the whole row', () => {
  const rest = { fields: [mapped('country', 'Land', { values: words({ Deutschland: 'de' }) })] };
  expect(map(rest, { Land: 'deutschland' })).toHaveProperty('input.country', 'de');
});
