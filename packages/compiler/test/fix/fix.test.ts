import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, fix, type Fixed, type SourceFile } from '@smarketing/compiler';
import { describe, expect, test } from 'vitest';
import { base, sourcesOf } from '../examples/splice.ts';

const options = { name: 'fix', today: '2026-11-22' };
const broken = join(import.meta.dirname, '../broken');
const ground = sourcesOf(base);

/** The base with some files in place of its own. */
function withFiles(files: Readonly<Record<string, string>>): SourceFile[] {
  const own = Object.entries(files).map(([name, text]) => ({ path: name, name, text }));
  const others = ground.filter(({ name }) => files[name] === undefined);
  return [...others, ...own].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function textOf({ sources }: Fixed, name: string): string {
  return sources.find((source) => source.name === name)?.text ?? '';
}

/** What `fix` makes of one file. */
function fixed(name: string, text: string): string {
  return textOf(fix(withFiles({ [name]: text }), options), name);
}

const meeting = (inside: string): string => `meetings:
  weekly:   # every Monday
    title: Weekly
    every: week
    minutes: 30

    ${inside}
    who: [sales_manager]
    agenda: [Promises]   # and nothing else
`;

const persona = (who: string): string =>
  `personas:\n  decider:\n    title: Decider\n    who: ${who}\n    when: { seniority: vp }\n`;

const calendar = (days: string): string => `default_calendar: office
calendars:
  office:
    zone: Europe/Berlin
    hours: { weekdays: [09:00-18:00] }
    holidays:
      - 2026-12-25   # Christmas
${days}      - 2026-12-26
`;

const notice = (when: string): string =>
  `notify:\n  - { id: tell, on: mql, when: ${when}, to: owner, by: [email], says: Big. } # why\n`;

const routing = (row: string): string => `routing:
  stages: [mql, sql]
  match: first
  table:
    - { id: known_owner, account_owner: present, to: { owner: account_owner } }
    - { id: big, employees: { at_least: 1000 }, to: big_desk }
${row}  otherwise: inbound
`;

const giant = (to: string): string =>
  `    - { id: giant, employees: { at_least: 5000 }, account_owner: missing, to: ${to} }\n`;

const field = (more: string): string => `fields:\n  trial: { type: number, label: Days of trial, ${more} }\n`;

describe('corrects what can only have been meant in one way, and leaves all else as it stands', () => {
  test.each([
    ['ownr: shared', 'owner: shared'],
    ['"ownr": shared', 'owner: shared'],
    ['owner: Shared', 'owner: shared'],
    ['owner: “shared”', 'owner: shared'],
    ['owner: shared\n    at: 9:30am', "owner: shared\n    at: '09:30'"],
    ['owner: shared\n    at: “9:30”', "owner: shared\n    at: '09:30'"],
    ['owner: shared\n    at: 9.30', "owner: shared\n    at: '09:30'"],
    ['owner: shared\n    at: 930', "owner: shared\n    at: '09:30'"],
    ['owner:\u00a0shared', 'owner: shared'],
    ['owner:shared', 'owner: shared'],
    ['owner: shared\n    owner: shared', 'owner: shared'],
  ])('%s', (wrong, right) => {
    expect(fixed('cadence.yaml', meeting(wrong))).toBe(meeting(right));
  });

  test.each([
    ['required: yes', 'required: true'],
    ["required: 'false'", 'required: false'],
    ['min: "0"', 'min: 0'],
    ['min: –40', 'min: -40'],
  ])('%s', (wrong, right) => {
    expect(fixed('vocabulary/more.yaml', field(wrong))).toBe(field(right));
  });

  test('a text with a colon gets quotes', () => {
    expect(fixed('personas.yaml', persona("Ann's rule: call first"))).toBe(persona("Ann's rule: call first"));
    expect(fixed('personas.yaml', persona('The rule: call first'))).toBe(persona("'The rule: call first'"));
  });

  test('tabs become blanks where only one reading is left', () => {
    expect(fixed('personas.yaml', 'personas:\n\tdecider:\n\t\ttitle: A\n\t\twhen: { seniority: vp }\n')).toBe(
      'personas:\n  decider:\n    title: A\n    when: { seniority: vp }\n',
    );
    const unclear = 'personas:\n  decider:\n    title: A\n\twhen: { seniority: vp }\n';
    expect(fixed('personas.yaml', unclear)).toBe(unclear);
  });

  test('a row of a list in lines of its own goes with its lines', () => {
    expect(fixed('sla/calendars.yaml', calendar('      - 2026-12-25\n'))).toBe(calendar(''));
  });
});

const rule = (test: string): string =>
  `scores:\n  extra:\n    rules:\n      - { id: one, points: 1, when: { ${test} } }\n`;

test.each([
  ['seniority: director or vp', 'seniority: [director, vp]'],
  ['employees: > 50', 'employees: { more_than: 50 }'],
  ['margin: { at_least: 12 % }', 'margin: { at_least: 12% }'],
])('corrects the test %s', (wrong, right) => {
  expect(fixed('scoring/more.yaml', rule(wrong))).toBe(rule(right));
});

describe('leaves what could be meant in more than one way', () => {
  test.each([
    ['goals.yaml', 'attribution: { weights: { first_touch: 0.4, last_touch: 60% } }\n'],
    ['personas.yaml', 'personas:\n  decider: { title: A, when: { country: us } }\n'],
    ['personas.yaml', 'personas:\n  decider: { title: A, when: { stage: load } }\n'],
    [
      'scoring/more.yaml',
      'scores:\n  extra:\n    rules:\n      - { id: quiet, points: -5, every: 30m, without: page_viewed }\n',
    ],
    [
      'cadence.yaml',
      'meetings:\n  weekly: { title: A, every: week, every: month, minutes: 30, owner: shared, who: [sales_manager], agenda: [B] }\n',
    ],
  ])('%s', (name, text) => {
    expect(fixed(name, text)).toBe(text);
  });

  test('a slip that could be two words', () => {
    const events = 'events:\n  call_mades: { by: sales }\n';
    const rule = 'scores:\n  extra:\n    rules:\n      - { id: calls, on: call_madee, points: 1 }\n';
    const files = withFiles({ 'vocabulary/more.yaml': events, 'scoring/more.yaml': rule });
    expect(fix(files, options).changes).toEqual([]);
  });
});

test('leaves a name that is another one but for a letter of a short part', () => {
  const events = 'events:\n  seen_mql: { by: sales }\n';
  const files = (on: string): SourceFile[] =>
    withFiles({
      'vocabulary/more.yaml': events,
      'scoring/more.yaml': `scores:\n  extra:\n    rules:\n      - { id: seen, on: ${on}, points: 1 }\n`,
    });
  expect(fix(files('seen_sql'), options).changes).toEqual([]);
  expect(fix(files('sen_mql'), options).changes).toMatchObject([{ code: 'unknown-reference' }]);
  expect(compile(files('seen_sql'), options)[1]).toMatchObject([
    { help: expect.stringContaining('Did you mean `seen_mql`?') },
  ]);
});

test('leaves hours of the afternoon for people, and corrects those beside them', () => {
  const [wrong, right] = ['9-12, 1-5', '09:00-12:00, 1-5'].map((of) =>
    calendar('').replace('09:00-18:00', of),
  );
  expect(fixed('sla/calendars.yaml', wrong ?? '')).toBe(right);
});

describe('proves that what it takes out decides nothing', () => {
  test.each([
    [
      '{ all: [{ employees: present }, { employees: { at_least: 50 } }] }',
      '{ all: [{ employees: { at_least: 50 } }] }',
    ],
    ['{ seniority: vp, persona: decider }', '{ seniority: vp }'],
  ])('the test that adds nothing in %s', (wrong, right) => {
    const result = fix(withFiles({ 'handoff/notify.yaml': notice(wrong) }), options);
    expect(textOf(result, 'handoff/notify.yaml')).toBe(notice(right));
    expect(result.changes).toMatchObject([{ code: 'test-adds-nothing', line: 2, changesNothing: true }]);
  });

  test('a row that does what the rows before it do, and no row that does something else', () => {
    expect(fixed('handoff/routing.yaml', routing(giant('big_desk')))).toBe(routing(''));
    expect(fixed('handoff/routing.yaml', routing(giant('inbound')))).toBe(routing(giant('inbound')));
  });
});

/** Each third of them: what a fix does is the same in many. */
const cases = readdirSync(broken, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'base')
  .map(({ name }) => name)
  .filter((_, index) => index % 3 === 0);

function caseOf(name: string): SourceFile[] {
  const names = readdirSync(join(broken, name), { recursive: true, encoding: 'utf8' });
  const files = names.filter((file) => file.endsWith('.yaml'));
  return withFiles(
    Object.fromEntries(files.map((file) => [file, readFileSync(join(broken, name, file), 'utf8')])),
  );
}

const quick = { ...options, proofs: false };

function countsOf(sources: readonly SourceFile[]): ReadonlyMap<string, number> {
  const keys = compile(sources, quick)[1].map(({ code, message }) => `${code} ${message}`);
  return new Map([...Map.groupBy(keys, (key) => key)].map(([key, same]) => [key, same.length]));
}

test('of the broken agreements, each fix takes a finding away, and a second run finds nothing to do', () => {
  let changed = 0;
  for (const name of cases) {
    const sources = caseOf(name);
    const { sources: after, changes } = fix(sources, quick);
    if (changes.length === 0) continue;
    changed++;
    const [before, now] = [countsOf(sources), countsOf(after)];
    const gone = [...before].filter(([key, count]) => (now.get(key) ?? 0) < count);
    expect({ name, gone: gone.length > 0 }).toEqual({ name, gone: true });
    expect({ name, again: fix(after, quick).changes }).toEqual({ name, again: [] });
  }
  expect(changed).toBeGreaterThan(10);
}, 30_000);
