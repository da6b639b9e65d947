import { expect, test } from 'vitest';
import type { Condition, Grades, LeadRule, PromiseRule, Score } from '../../src/ir/types.ts';
import { openBook } from '../../src/words/book.ts';
import { clockTime, weekdayName } from '../../src/words/dates.ts';
import { wayIn, waysInto, wayOut, waysFrom } from '../../src/words/funnel.ts';
import { backwardsPlan, goalFigure, goalMetric, onWords } from '../../src/words/goals.ts';
import { gradeMatrix, gradeTone } from '../../src/words/grades.ts';
import { queueWords, routeTarget, routedStages } from '../../src/words/handoff.ts';
import { meetingWhen } from '../../src/words/meetings.ts';
import { plain } from '../../src/words/phrase.ts';
import { hoursWords, promiseFigure, promiseTerms, promiseTicks, roleTitle } from '../../src/words/promise.ts';
import { fadeWords, limitsOf, ruleAsks, ruleLimits } from '../../src/words/scoring.ts';
import { ruleSections } from '../../src/words/sections.ts';
import { choice, day, incl, not, number, sample } from './sample.ts';

const book = openBook(sample);
const [fit] = sample.scores;
const way = (id: string) => sample.transitions.find((one) => one.id === id)!;
const stage = (id: string) => book.stages.get(id)!;
const promise = (id: string) => book.promises.get(id)!;

const terms = (id: string) =>
  Object.fromEntries(promiseTerms(book, promise(id)).map(({ name, says }) => [name, says.map(plain)]));

test('scoring rules', () => {
  const said = fit!.rules.map((rule) => [...ruleAsks(book, rule).map(plain), ...ruleLimits(book, rule, 0)]);
  expect(said).toEqual([
    ['seniority is director, VP or C-level', 'in force from 1 December 2026 to 31 March 2027'],
    [
      'each time the lead saw a page (path starts with “/pricing”)',
      'at most once a day',
      'up to +30 in all',
      'halves every 30 days',
    ],
    ['for every 30 days with none of these: saw a page or sent a form', 'down to −20 in all'],
  ]);
  expect(limitsOf(fit!, 0)).toBe('at most 70, at least 0');
});

const none = (...of: readonly Condition[]): Condition => ({ kind: 'not', of: { kind: 'any', of } });

const row = (id: string, points: number, when: Condition): LeadRule => {
  const [rule] = fit!.rules;
  return { ...(rule as LeadRule), table: 'size', in_force: null, because: null, id, points, when };
};

const read = (score: Score) =>
  ruleSections(book, score).map(({ title, notes, rules }) => ({
    title,
    notes: notes.map(plain),
    rules: rules.map(({ rule, asks }) => `${rule.id}: ${asks.map(plain).join(' / ')}`),
  }));

test('rules stand by group', () => {
  expect(read(fit!).map(({ title, notes, rules }) => [title, notes, rules.length])).toEqual([
    [null, [], 2],
    ['Web', ['at most 30 together'], 1],
  ]);
});

test('a table of points reads from the top', () => {
  const large = number({ kind: 'field', id: 'employees' }, incl(1000));
  const known: Condition = { kind: 'present', subject: { kind: 'field', id: 'employees' } };
  const rules = [
    row('giant', 10, large),
    row('some_people', 5, { kind: 'all', of: [none(large), known] }),
    row('size_otherwise', 1, none(large, known)),
  ];
  expect(read({ ...fit!, rules })).toEqual([
    {
      title: 'Size',
      notes: ['the first row that holds gives its points'],
      rules: [
        'giant: employees are at least 1,000 people',
        'some_people: employees are known',
        'size_otherwise: otherwise',
      ],
    },
  ]);
});

test('a table in which one row holds', () => {
  const vp = choice('seniority', 'vp');
  expect(read({ ...fit!, rules: [row('vp', 10, vp), row('others', 5, not(vp))] })[0]).toEqual({
    title: 'Size',
    notes: ['one row at most holds'],
    rules: ['vp: seniority is VP', 'others: seniority is not VP'],
  });
});

test('a group counts only where its condition holds', () => {
  const web = { ...fit!.groups[0]!, cap: null, when: choice('country', 'de') };
  expect(read({ ...fit!, groups: [web] })[1]).toMatchObject({ notes: ['only where country is Germany'] });
});

test('rows that look at what stands above them in another way', () => {
  const [vp, director] = [choice('seniority', 'vp'), choice('seniority', 'director')];
  const rules = [
    row('vp', 10, vp),
    row('other', 5, { kind: 'all', of: [none(director), vp] }),
    row('plain', 5, { kind: 'all', of: [director, vp] }),
  ];
  expect(read({ ...fit!, rules })[0]).toMatchObject({
    notes: ['one row at most holds'],
    rules: [
      'vp: seniority is VP',
      'other: seniority is not director / seniority is VP',
      'plain: seniority is director / seniority is VP',
    ],
  });
});

test('a rule for events, in short and at length', () => {
  const event = fit!.rules.find((rule) => rule.kind === 'event_rule')!;
  expect(ruleAsks(book, { ...event, where: null }).map(plain)).toEqual(['each time the lead saw a page']);
  expect(ruleLimits(book, { ...event, stacks_with: ['clicks', 'visits'] }, 0)).toContain(
    'counts beside clicks and visits, for the same event, on purpose',
  );
  expect(limitsOf({ cap: null, floor: 0 }, 0)).toBe('at least 0');
  expect(limitsOf({ cap: 5, floor: null }, 0)).toBe('at most 5');
  expect(limitsOf({ cap: null, floor: null }, 0)).toBeNull();
});

test('fading', () => {
  expect(fadeWords({ kind: 'expires', after_ms: 60 * day }, 0)).toBe('gone after 60 days');
  expect(fadeWords({ kind: 'lose', points: 10, every_ms: 30 * day }, 0)).toBe('loses 10 every 30 days');
});

test('ways into and out of a stage', () => {
  expect(waysInto(book, stage('mql')).map((way) => plain(wayIn(book, way)))).toEqual([
    'From Visitor or Lead, as soon as fit is A (45 or more), and it gave consent',
    'From Visitor or Lead, as soon as it asked for a demo',
    'From Recycled, as soon as it asked for a demo since it last entered Recycled',
  ]);
  expect(waysFrom(book, stage('lead')).map((way) => plain(wayOut(book, way)))).toEqual([
    'To MQL, as soon as fit is A (45 or more), and it gave consent',
    'To MQL, as soon as it asked for a demo',
    'To Disqualified, when sales ruled the lead out',
    'To Recycled, after 180 days there with none of these: saw a page or sent a form',
  ]);
});

test('a way with everything that it can ask', () => {
  const vp = choice('seniority', 'vp');
  const where: Condition = {
    kind: 'text',
    subject: { kind: 'property', id: 'path' },
    op: 'equals',
    values: ['/'],
  };
  const until = { from: null, until: Date.UTC(2027, 2, 31, 22) };
  expect(plain(wayOut(book, { ...way('enter_sql'), on: ['page_viewed'], where, when: vp }))).toBe(
    'To SQL, when the lead saw a page (path is “/”), if seniority is VP',
  );
  expect(plain(wayOut(book, { ...way('stale_mql'), when: vp, in_force: until }))).toBe(
    'To Recycled, after 30 days there, if seniority is VP (in force until 31 March 2027)',
  );
  expect(plain(wayOut(book, { ...way('mql_by_demo'), when: null }))).toBe('To MQL, as soon as it is there');
});

test('what a promise comes to', () => {
  const figures = sample.promises.map((one) => {
    const { big, small } = promiseFigure(book, one);
    return `${big} ${plain(small)}`;
  });
  expect(figures).toEqual([
    '1 hour from when the lead enters SQL',
    '5 times in 14 days',
    '200 MQLs every month',
    '35% of MQLs become SQLs, every month',
  ]);
});

test('the terms of a promise', () => {
  expect(terms('first_contact')).toEqual({
    Starts: ['when the lead enters SQL'],
    Pauses: ['when sales asked the lead something, until the lead answered'],
    'Starts again': ['with the full time, when the lead got another owner'],
    Stops: ['when sales spoke with the lead'],
    Within: ['1 hour of working time of whoever holds the lead'],
    For: ['every lead'],
    'Counts as kept': ['when kept for at least 90% of leads, every month'],
  });
  expect(terms('persistence')['What']).toEqual(['at least 5 times: sales called']);
  expect(terms('persistence')['Within']).toEqual(['14 days, day and night']);
  expect(terms('mqls_for_the_desk')['Made of']).toEqual(['100 for each of the 2 people at Inbound desk']);
  expect(terms('lead_quality')['How many']).toEqual(['at least 35% of MQLs become SQLs']);
});

test('the terms of a promise that has few, or all', () => {
  const clock = promise('first_contact');
  const attempts = promise('persistence');
  const deliver = promise('mqls_for_the_desk');
  if (clock.kind !== 'clock' || attempts.kind !== 'attempts' || deliver.kind !== 'deliver') throw new Error();
  const named = (one: PromiseRule, name: string) =>
    promiseTerms(book, one).flatMap((term) => (term.name === name ? term.says.map(plain) : []));
  const until = { from: null, until: Date.UTC(2027, 2, 31, 22) };
  expect(named({ ...clock, restarts: [] }, 'Starts again')).toEqual([]);
  expect(named({ ...clock, calendar: 'berlin' }, 'Within')).toEqual([
    '1 hour of working time, Berlin office',
  ]);
  expect(named({ ...clock, when: choice('seniority', 'vp') }, 'For')).toEqual([
    'leads where seniority is VP',
  ]);
  expect(named({ ...clock, in_force: until }, 'In force')).toEqual(['until 31 March 2027']);
  expect(named({ ...clock, per: null }, 'Counts as kept')).toEqual(['when kept for at least 90% of leads']);
  expect(named({ ...attempts, stops: [] }, 'Stops early')).toEqual([]);
  expect(named({ ...deliver, for_each: null }, 'Made of')).toEqual([]);
  const nobody = openBook({ ...sample, queues: [{ ...sample.queues[0]!, members: [] }] });
  expect(promiseTerms(nobody, deliver).flatMap(({ says }) => says.map(plain))).toContain(
    'for each person of Inbound desk',
  );
  expect(promiseTicks(book, { ...clock, remind_ms: null }).map(({ kind }) => kind)).not.toContain('remind');
  expect(promiseTicks(book, attempts).map(({ when }) => when)).toEqual(['Start', '14 days']);
  expect(roleTitle(book, 'owner')).toBe('Whoever holds the lead');
});

test('opening hours', () => {
  const [monday, saturday] = [sample.calendars[0]!.hours[0]!, sample.calendars[0]!.hours[5]!];
  expect(hoursWords(monday, clockTime)).toBe('09:00–12:30, 13:30–18:00');
  expect(hoursWords(saturday, clockTime)).toBe('closed');
});

test('the moments of a clock', () => {
  const clock = promise('first_contact');
  const ticks = clock.kind === 'clock' ? promiseTicks(book, clock) : [];
  expect(ticks.map(({ when, what }) => `${when}: ${what}`)).toEqual([
    'Start: the clock runs',
    '15 minutes before: a reminder to whoever holds the lead',
    '1 hour: due',
    'At once: tells Sales manager',
    '4 hours late: tells Both heads',
  ]);
});

test('goals', () => {
  const [goal] = sample.goals;
  expect(`${goalFigure(book, goal!)} ${goalMetric(book, goal!)}`).toBe('€10,000 revenue');
  expect(backwardsPlan(book, goal!)).toEqual([
    { figure: '€10,000', what: 'revenue', stage: null, from: null },
    { figure: '10', what: 'customers', stage: 'customer', from: '€1,000 a deal' },
    { figure: '500', what: 'leads', stage: 'lead', from: '2% of leads become customers' },
  ]);
  expect(onWords(book, 'new_revenue').says).toBe('€10,000 revenue by 31 December 2026');
  expect(onWords(book, 'lead_quality').says).toBe('At least 35% of MQLs are accepted by sales.');
});

test('a goal in leads, with stages whose rates are not said', () => {
  const goal = { ...sample.goals[0]!, metric: 'customer', target: 10, deal_size: null };
  expect(`${goalFigure(book, goal)} ${goalMetric(book, goal)}`).toBe('10 customers');
  expect(backwardsPlan(book, goal).map(({ figure, from }) => [figure, from])).toEqual([
    ['10', null],
    ['500', '2% of leads become customers'],
  ]);
});

test('grades as a matrix of bands, the best first', () => {
  const bands = ['A', 'B', 'C'];
  const rows = ['grade_a_a', 'grade_b_a'].map((id) => ({ id }) as Grades['rows'][number]);
  const matrix = { rows: 'fit', columns: 'fit', row_bands: ['A', 'B'], column_bands: ['A', 'C'] };
  const grades: Grades = {
    kind: 'grades',
    match: 'first',
    worse_grade_because: null,
    order: bands,
    rows,
    otherwise: null,
    matrix,
    span: fit!.span,
  };
  expect(gradeMatrix(book, grades)).toMatchObject({
    columnBands: [
      { title: 'A', says: '45 or more' },
      { title: 'C', says: 'below 20' },
    ],
    lines: [
      { title: 'A', cells: [{ id: 'grade_a_a' }, undefined] },
      { title: 'B', says: '20 to below 45', cells: [{ id: 'grade_b_a' }, undefined] },
    ],
  });
  expect(gradeMatrix(book, { ...grades, matrix: null })).toBeNull();
  expect(bands.map((grade) => gradeTone(grades, grade))).toEqual([0, 2, 4]);
  expect(gradeTone({ ...grades, order: ['A'] }, 'A')).toBe(0);
  expect([weekdayName(0), weekdayName(6)]).toEqual(['Monday', 'Sunday']);
  expect(() => weekdayName(7)).toThrow('there is no weekday 7');
});

test('who gets a lead, without names of people', () => {
  const [row] = sample.routing!.rows;
  expect(plain(routeTarget(book, row!.to))).toBe('account owner, as named on the lead');
  expect(plain(routeTarget(book, sample.routing!.otherwise!))).toBe('Inbound desk');
  expect(plain(routedStages(book, sample.routing!))).toBe('MQL or SQL');
  expect(queueWords({ ...sample.queues[0]!, members: [], assign: 'by_hand' })).toBe(
    'Leads given out by hand',
  );
  expect(queueWords(sample.queues[0]!)).toBe('2 people, leads given out in turn');
});

test('when a meeting is', () => {
  const meeting = { every: { count: 1, unit: 'week' }, on: 'monday', at: '09:30', minutes: 30 } as const;
  expect(
    meetingWhen({
      ...meeting,
      kind: 'meeting',
      id: 'weekly',
      title: 'Weekly',
      owner: 'shared',
      who: [],
      agenda: [],
      span: fit!.span,
    }),
  ).toBe('Every week, on Monday, at 09:30, 30 minutes');
});
