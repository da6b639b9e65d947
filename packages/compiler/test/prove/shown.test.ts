import { expect, test } from 'vitest';
import type { Condition, Subject } from '../../src/ir/index.ts';
import { shown } from '../../src/prove/properties/shown.ts';
import { day, hour, minute } from '../ir/agreements.ts';

const size: Subject = { kind: 'field', id: 'size' };
const present: Condition = { kind: 'present', subject: size };
const big: Condition = {
  kind: 'number',
  subject: size,
  decimals: 1,
  min: { value: 15, inclusive: true },
  max: { value: 20, inclusive: false },
};
const calls = { kind: 'event', events: ['call'], within_ms: null, since: [], where: null } as const;
const late = { kind: 'event_age', since: [], where: null } as const;

test.each<[Condition, string]>([
  [present, 'size: present'],
  [{ kind: 'not', of: present }, 'size: missing'],
  [{ kind: 'not', of: { kind: 'flag', subject: size, is: true } }, 'not: { size: true }'],
  [{ kind: 'choice', subject: { kind: 'persona' }, options: ['boss'] }, 'persona: boss'],
  [{ kind: 'includes', subject: size, mode: 'any', options: ['a', 'b'] }, 'size: [a, b]'],
  [big, 'size: at least 1.5, below 2'],
  [{ ...big, max: null }, 'size: at least 1.5'],
  [
    {
      kind: 'number',
      subject: size,
      decimals: 0,
      min: { value: 1, inclusive: false },
      max: { value: 9, inclusive: true },
    },
    'size: more than 1, at most 9',
  ],
  [
    { kind: 'age', subject: size, min: { value: 2 * day, inclusive: true }, max: null },
    'size: at least 2 days ago',
  ],
  [{ kind: 'text', subject: size, op: 'starts_with', values: ['head'] }, 'size: starts_with head'],
  [{ ...calls, min: 1, max: null }, 'call: ever'],
  [{ ...calls, min: null, max: 0 }, 'call: never'],
  [{ ...calls, min: 1, max: 3 }, 'call: at least 1, at most 3'],
  [{ ...calls, min: 2, max: null, within_ms: 5 * hour }, 'call: at least 2, within 5 hours'],
  [{ ...late, events: ['call', 'mail'], older_than_ms: 90 * minute }, '[call, mail]: older than 90 minutes'],
])('%j reads as %s', (condition, words) => {
  expect(shown(condition)).toBe(words);
});
