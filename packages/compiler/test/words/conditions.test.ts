import { describe, expect, test } from 'vitest';
import type { Condition, Field, Subject } from '../../src/ir/types.ts';
import { openBook } from '../../src/words/book.ts';
import { conditionLines, conditionWords } from '../../src/words/condition.ts';
import { plain } from '../../src/words/phrase.ts';
import { choice, day, excl, f, happened, incl, not, number, sample, score } from './sample.ts';

/** A field of the sample under another name, with a label that begins with a verb, or that nobody may see. */
const like = (of: string, id: string, more: Partial<Field>): Field => ({
  ...sample.fields.find((field) => field.id === of)!,
  id,
  ...more,
});
const asked: Subject = { kind: 'property', id: 'asked_at' };
const book = openBook({
  ...sample,
  events: sample.events.map((event) =>
    event.id === 'page_viewed'
      ? { ...event, properties: [...event.properties, like('job_title', 'asked_at', { label: 'Asked at' })] }
      : event,
  ),
  fields: [
    ...sample.fields,
    like('trial_started', 'began', { label: 'Began the trial' }),
    like('seniority', 'met', { label: 'Met at', required: false }),
    like('employees', 'staff', { label: 'People who work there' }),
    ...['seniority', 'interests', 'employees', 'gave_consent', 'trial_started'].map((of) =>
      like(of, `secret_${of}`, { label: 'Their secret', personal: true }),
    ),
  ],
});
const words = (condition: Condition) => plain(conditionWords(book, condition));

const age = (id: string, min: number | null, max: number | null, inclusive = true): Condition => ({
  kind: 'age',
  subject: f(id),
  min: min === null ? null : { value: min, inclusive },
  max: max === null ? null : { value: max, inclusive },
});
const text = (
  id: string,
  op: 'equals' | 'contains' | 'starts_with' | 'ends_with',
  ...values: string[]
): Condition => ({
  kind: 'text',
  subject: f(id),
  op,
  values,
});
const half = Date.UTC(2027, 2, 1, 9, 30);
const consent: Condition = { kind: 'flag', subject: f('gave_consent'), is: true };
const demo = happened(['demo_requested']);

describe('conditions in words', () => {
  test.each<[string, Condition]>([
    ['seniority is VP', choice('seniority', 'vp')],
    ['seniority is director, VP or C-level', choice('seniority', 'director', 'vp', 'c_level')],
    ['seniority is not VP', not(choice('seniority', 'vp'))],
    ['country is not United States, or missing', not(choice('country', 'us'))],
    ['country is known', { kind: 'present', subject: f('country') }],
    ['country is missing', not({ kind: 'present', subject: f('country') })],
    [
      'the persona is Head of operations',
      { kind: 'choice', subject: { kind: 'persona' }, options: ['operations_head'] },
    ],
    ['the stage is Lead or MQL', { kind: 'choice', subject: { kind: 'stage' }, options: ['lead', 'mql'] }],
    ['the stage entered is MQL', { kind: 'choice', subject: { kind: 'becomes' }, options: ['mql'] }],
    ['the queue is Inbound desk', { kind: 'choice', subject: { kind: 'queue' }, options: ['inbound'] }],
    ['the queue is missing', not({ kind: 'present', subject: { kind: 'queue' } })],
    ['the grade is A1', { kind: 'choice', subject: { kind: 'grade' }, options: ['A1'] }],
    [
      'interests include Analytics or Billing',
      { kind: 'includes', subject: f('interests'), mode: 'any', options: ['analytics', 'billing'] },
    ],
    [
      'interests include Analytics and Billing',
      { kind: 'includes', subject: f('interests'), mode: 'all', options: ['analytics', 'billing'] },
    ],
    ['gave consent', consent],
    ['“Gave consent” is no', { kind: 'flag', subject: f('gave_consent'), is: false }],
    ['“Gave consent” is not yes, or missing', not(consent)],
  ])('%s', (expected, condition) => {
    expect(words(condition)).toBe(expected);
  });

  test.each<[string, Condition]>([
    ['began the trial', { kind: 'present', subject: f('began') }],
    ['“Began the trial” is missing', not({ kind: 'present', subject: f('began') })],
    ['began the trial in the last 14 days', age('began', 0, 14 * day)],
    ['“Began the trial” is not in the last 14 days, or missing', not(age('began', 0, 14 * day))],
    ['“Met at” is VP', choice('met', 'vp')],
    ['“Met at” is not VP, or missing', not(choice('met', 'vp'))],
    ['a field of another version is vp', choice('a field of another version', 'vp')],
    ['the grade is not A1, or missing', not({ kind: 'choice', subject: { kind: 'grade' }, options: ['A1'] })],
    [
      'the queue is not Inbound desk, or missing',
      not({ kind: 'choice', subject: { kind: 'queue' }, options: ['inbound'] }),
    ],
    [
      'saw a page (“Asked at” is “noon”)',
      happened(['page_viewed'], { where: { kind: 'text', subject: asked, op: 'equals', values: ['noon'] } }),
    ],
    [
      'a property of another version is “x”',
      {
        kind: 'text',
        subject: { kind: 'property', id: 'a property of another version' },
        op: 'equals',
        values: ['x'],
      },
    ],
    ['“Met at” is known', { kind: 'present', subject: f('met') }],
    ['interests are known', { kind: 'present', subject: f('interests') }],
    ['people who work there are at least 50', number(f('staff'), incl(50))],
    [
      'interests do not include Analytics, or missing',
      not({ kind: 'includes', subject: f('interests'), mode: 'any', options: ['analytics'] }),
    ],
  ])('by the grammar of its labels: %s', (expected, condition) => {
    expect(words(condition)).toBe(expected);
  });

  const secret = 'a certain value (personal, not shown)';
  test.each<[string, Condition]>([
    [`their secret is ${secret}`, choice('secret_seniority', 'vp')],
    ['their secret is one of 2 values (personal, not shown)', choice('secret_seniority', 'vp', 'director')],
    [
      `their secret includes ${secret}`,
      { kind: 'includes', subject: f('secret_interests'), mode: 'all', options: ['billing'] },
    ],
    [`their secret is ${secret}`, number(f('secret_employees'), incl(50))],
    [`their secret is not ${secret}, or missing`, not(number(f('secret_employees'), incl(50)))],
    [`their secret is ${secret}`, { kind: 'flag', subject: f('secret_gave_consent'), is: true }],
    [`their secret is ${secret}`, age('secret_trial_started', 0, 14 * day)],
  ])('a personal value is not told: %s', (expected, condition) => {
    expect(words(condition)).toBe(expected);
  });

  test.each<[string, Condition]>([
    ['employees are at least 50 people', number(f('employees'), incl(50))],
    ['employees are below 50 people, or missing', not(number(f('employees'), incl(50)))],
    ['employees are at least 50 and below 1,000 people', number(f('employees'), incl(50), excl(1000))],
    [
      'employees are not between 50 and 999 people, or missing',
      not(number(f('employees'), incl(50), incl(999))),
    ],
    ['employees are 1 people', number(f('employees'), incl(1), incl(1))],
    ['NPS is more than 8.5', number(f('nps'), excl(85), null, 1)],
    ['margin is at most 12.5%', number(f('margin'), null, incl(1250), 2)],
    ['deal size is below €999.90', number(f('deal_size'), null, excl(99_990), 2)],
    [
      'end of the contract is before 1 January 2027',
      number(f('contract_ends'), null, excl(Date.UTC(2027, 0, 1))),
    ],
    [
      'start of the trial is after 1 March 2027, 10:30',
      number(f('trial_started'), excl(Date.UTC(2027, 2, 1, 9, 30))),
    ],
    ['fit is A (45 or more)', number(score('fit'), incl(45))],
    ['fit is at least 30', number(score('fit'), incl(30))],
    [
      'fit is A (45 or more) or B (20 to below 45)',
      { kind: 'any', of: [number(score('fit'), incl(45)), number(score('fit'), incl(20), excl(45))] },
    ],
    [
      'either fit is A (45 or more), or fit is at least 20',
      { kind: 'any', of: [number(score('fit'), incl(45)), number(score('fit'), incl(20))] },
    ],
    [
      'either fit is A (45 or more), or gave consent',
      { kind: 'any', of: [number(score('fit'), incl(45)), consent] },
    ],
    ['a score of another version is at least 20', number(score('a score of another version'), incl(20))],
    ['the lead’s creation is on 1 March 2027, 10:30', number(f('created_at'), incl(half), incl(half))],
    [
      'the lead’s creation is on or after 1 March 2027, 10:30 and before 1 January 2028',
      number(f('created_at'), incl(half), excl(Date.UTC(2027, 11, 31, 23))),
    ],
    [
      'end of the contract is on or before 1 January 2027',
      number(f('contract_ends'), null, incl(Date.UTC(2027, 0, 1))),
    ],
  ])('%s', (expected, condition) => {
    expect(words(condition)).toBe(expected);
  });

  test.each<[string, Condition]>([
    ['start of the trial is in the last 14 days', age('trial_started', 0, 14 * day)],
    ['end of the contract is in the next 90 days', age('contract_ends', -90 * day, 0)],
    ['the lead’s creation is more than 30 days ago', age('created_at', 30 * day, null, false)],
    ['the lead’s creation is at least 30 days ago', age('created_at', 30 * day, null)],
    ['the lead’s creation is at most one day ago', age('created_at', null, day)],
    ['the lead’s creation is less than 30 days ago', age('created_at', null, 30 * day, false)],
    ['the lead’s creation is at any time', age('created_at', null, null)],
    ['the lead’s creation is between 90 days ago and 30 days ago', age('created_at', 30 * day, 90 * day)],
    ['job title is “chief executive officer”', text('job_title', 'equals', 'chief executive officer')],
    ['job title contains “sales” or “marketing”', text('job_title', 'contains', 'sales', 'marketing')],
    ['job title does not contain “sales”, or missing', not(text('job_title', 'contains', 'sales'))],
    ['job title starts with “head of”', text('job_title', 'starts_with', 'head of')],
    [
      'e-mail address ends with a certain value (personal, not shown)',
      text('email', 'ends_with', '@secret.example'),
    ],
    ['account owner is one of 2 values (personal, not shown)', text('account_owner', 'equals', 'Ada', 'Bea')],
  ])('%s', (expected, condition) => {
    expect(words(condition)).toBe(expected);
  });

  test.each<[string, Condition]>([
    ['asked for a demo', demo],
    ['saw a page exactly twice', happened(['page_viewed'], { min: 2, max: 2 })],
    [
      'last saw a page (seconds are at least 5) more than 7 days ago',
      {
        kind: 'event_age',
        events: ['page_viewed'],
        older_than_ms: 7 * day,
        since: [],
        where: number({ kind: 'property', id: 'seconds' }, incl(5)),
      },
    ],
    ['asked for a demo at least 3 times', not(happened(['demo_requested'], { min: null, max: 2 }))],
    ['something_else', happened(['something_else'])],
    ['entered MQL', happened(['entered_mql'])],
    ['never asked for a demo', not(demo)],
    ['never asked for a demo', happened(['demo_requested'], { min: null, max: 0 })],
    [
      'asked for a demo at least twice in the last 30 days',
      happened(['demo_requested'], { min: 2, within_ms: 30 * day }),
    ],
    [
      'asked for a demo at most once in the last 30 days',
      not(happened(['demo_requested'], { min: 2, within_ms: 30 * day })),
    ],
    [
      'saw a page at most 3 times in the last day',
      happened(['page_viewed'], { min: null, max: 3, within_ms: day }),
    ],
    ['saw a page 2 to 5 times', happened(['page_viewed'], { min: 2, max: 5 })],
    ['saw a page not exactly 3 times', not(happened(['page_viewed'], { min: 3, max: 3 }))],
    ['saw a page fewer than 2 or more than 5 times', not(happened(['page_viewed'], { min: 2, max: 5 }))],
    ['saw a page or sent a form', happened(['page_viewed', 'form_sent'])],
    ['sales called at least 3 times', happened(['call_made'], { min: 3 })],
    ['it never happened that sales called', not(happened(['call_made']))],
    [
      'asked for a demo since it last entered Recycled',
      happened(['demo_requested'], { since: ['entered_recycled'] }),
    ],
    ['entered Recycled', happened(['entered_recycled'])],
    [
      'saw a page (path starts with “/pricing”) at least 3 times',
      happened(['page_viewed'], {
        min: 3,
        where: {
          kind: 'text',
          subject: { kind: 'property', id: 'path' },
          op: 'starts_with',
          values: ['/pricing'],
        },
      }),
    ],
    [
      'last asked for a demo more than 7 days ago',
      { kind: 'event_age', events: ['demo_requested'], older_than_ms: 7 * day, since: [], where: null },
    ],
    [
      'never asked for a demo, or in the last 7 days',
      not({ kind: 'event_age', events: ['demo_requested'], older_than_ms: 7 * day, since: [], where: null }),
    ],
  ])('%s', (expected, condition) => {
    expect(words(condition)).toBe(expected);
  });

  test.each<[string, Condition]>([
    ['seniority is VP, and gave consent', { kind: 'all', of: [choice('seniority', 'vp'), consent] }],
    ['either seniority is VP, or asked for a demo', { kind: 'any', of: [choice('seniority', 'vp'), demo] }],
    [
      'gave consent, and (either seniority is VP, or asked for a demo)',
      { kind: 'all', of: [consent, { kind: 'any', of: [choice('seniority', 'vp'), demo] }] },
    ],
    [
      'at least 2 of these 3: seniority is VP; gave consent; asked for a demo',
      { kind: 'some', at_least: 2, of: [choice('seniority', 'vp'), consent, demo] },
    ],
    [
      'not both of these: seniority is VP; gave consent',
      not({ kind: 'all', of: [choice('seniority', 'vp'), consent] }),
    ],
    [
      'none of these: seniority is VP; asked for a demo',
      not({ kind: 'any', of: [choice('seniority', 'vp'), demo] }),
    ],
    [
      'fewer than 2 of these 3: seniority is VP; gave consent; asked for a demo',
      not({ kind: 'some', at_least: 2, of: [choice('seniority', 'vp'), consent, demo] }),
    ],
    ['asked for a demo', not(not(demo))],
    ['asked for a demo', { kind: 'any', of: [demo] }],
    ['never asked for a demo', not({ kind: 'all', of: [demo] })],
    [
      'not all of these: seniority is VP; gave consent; asked for a demo',
      not({ kind: 'all', of: [choice('seniority', 'vp'), consent, demo] }),
    ],
  ])('%s', (expected, condition) => {
    expect(words(condition)).toBe(expected);
  });

  test('what all must hold comes line by line', () => {
    const lines = conditionLines(book, { kind: 'all', of: [choice('seniority', 'vp'), consent] });
    expect(lines.map(plain)).toEqual(['seniority is VP', 'gave consent']);
    expect(conditionLines(book, null)).toEqual([]);
  });

  test('names keep what they point to', () => {
    expect(conditionWords(book, choice('seniority', 'vp'))[0]).toEqual({
      text: 'seniority',
      ref: { kind: 'field', id: 'seniority' },
    });
  });
});
