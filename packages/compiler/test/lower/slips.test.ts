import { describe, expect, test } from 'vitest';
import { compiledWith } from '../check/agreement-of.ts';
import { type Edit, toldAfter } from '../check/edited.ts';

const fit = 'scoring/fit.yaml';
const engagement = 'scoring/engagement.yaml';
const grades = 'scoring/grades.yaml';
const when = (to: string): Edit => [fit, 'job_title: { contains: student }', to];
const reading = (to: string): Edit => [engagement, 'at_most: 5 per day }', `fades: ${to} }`];

describe('what people get wrong is told once, by its code', () => {
  test.each<[string, Edit]>([
    ['bad-moment', when('trial_started: { after: 5 }')],
    ['bad-moment', when('trial_started: { after: yesterday }')],
    ['bad-date', when('contract_ends: { after: 5 }')],
    ['bad-date', when('contract_ends: { between: [5, 2026-12-31] }')],
    ['bad-duration', when('contract_ends: { within_last: 5 }')],
    ['wrong-test', when('contract_ends: { within_last: 5 days, older_than: 2 days }')],
    ['wrong-test', when('employees: { between: [5] }')],
    ['wrong-test', when('employees: { from: 5 }')],
    ['wrong-test', when('employees: {}')],
    ['wrong-test', when('job_title: { contains: [student, [pupil]] }')],
    ['impossible-value', when('employees: { between: [5, 1000000] }')],
    ['out-of-range', reading('{ lose: 0, every: 30 days }')],
    ['out-of-range', reading('{ lose: -1, every: 30 days }')],
    ['out-of-range', reading('{ lose: 1, every: 0 days }')],
    ['out-of-range', reading('{ half_life: 12 hours }')],
    ['exactly-one-of', reading('{ lose: 5 }')],
    ['exactly-one-of', reading('{ half_life: 5 days, expires: 9 days }')],
    ['exactly-one-of', reading('{}')],
    ['missing-key', [grades, '  rows: fit\n', '']],
    ['missing-key', [grades, '  columns: engagement\n', '']],
    ['missing-key', [grades, 'rows: fit', 'rows: total']],
    ['unknown-reference', [grades, 'rows: fit', 'rows: fits']],
    ['exactly-one-of', [grades, '  matrix:', '  table: [{ id: best, fit: A, grade: A1 }]\n  matrix:']],
    ['out-of-range', ['goals.yaml', 'deal_size: 1000', 'deal_size: 0']],
    ['out-of-range', ['goals.yaml', 'deal_size: 1000', 'deal_size: -5']],
    ['too-many-decimals', ['goals.yaml', 'target: 10000', 'target: 10000.005']],
    ['out-of-range', ['funnel/stages.yaml', 'after: 30 days', 'after: 0 days']],
    [
      'reserved-name',
      ['vocabulary/events.yaml', '  call_made:', '  entered_mql: { by: sales }\n  call_made:'],
    ],
  ])('%s after %j', (code, edit) => {
    expect(toldAfter(edit).map((line) => line.split(':')[0])).toContain(code);
  });

  test.each<[Edit, string]>([
    [[engagement, 'at_most: 5 per day }', 'fades: {} }'], 'nothing'],
    [[grades, 'rows: fit', 'rows: total'], 'bands'],
    [['funnel/stages.yaml', 'after: 30 days', 'after: 0 days'], '0 days'],
    [['goals.yaml', 'deal_size: 1000', 'deal_size: -5'], '-5'],
  ])('after %j it is said what was written: %s', (edit, words) => {
    expect(toldAfter(edit).join('\n')).toContain(words);
  });
});

/** The test of a rule about the field `employees`. */
function rule(written: string): unknown {
  const scoring = `scores:\n  fit: { rules: [{ id: big, points: 1, when: { employees: { ${written} } } }] }\n`;
  const [score] = compiledWith({ 'scoring.yaml': scoring }).scores;
  return score?.rules[0]?.when;
}

describe('of several bounds the tighter counts', () => {
  test.each([
    ['at_least: 5, more_than: 5', { value: 5, inclusive: false }, null],
    ['more_than: 5, at_least: 5', { value: 5, inclusive: false }, null],
    ['at_least: 5, more_than: 7', { value: 7, inclusive: false }, null],
    ['more_than: 7, at_least: 5', { value: 7, inclusive: false }, null],
    ['at_most: 9, below: 9', null, { value: 9, inclusive: false }],
    ['below: 9, at_most: 9', null, { value: 9, inclusive: false }],
    ['at_most: 9, below: 7', null, { value: 7, inclusive: false }],
    ['below: 7, at_most: 9', null, { value: 7, inclusive: false }],
    ['between: [3, 9], at_most: 8', { value: 3, inclusive: true }, { value: 8, inclusive: true }],
  ])('%s', (written, min, max) => {
    expect(rule(written)).toMatchObject({ kind: 'number', min, max });
  });
});
