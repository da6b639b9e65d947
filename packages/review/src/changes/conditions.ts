import { canonical } from '@smarketing/compiler';
import type { Bound, Condition } from '@smarketing/compiler/ir';
import { normalCondition } from './normal.ts';

/**
 * What a condition asks now, beside what it asked:
 *
 * - `wider`: it holds for all leads for which it held, and for others.
 * - `narrower`: the other way round.
 * - `other`: neither is known from the words alone.
 */
export type Turn = 'same' | 'wider' | 'narrower' | 'other';

/** Compares two conditions by their words; `null` asks nothing. */
export function turnOf(before: Condition | null, after: Condition | null): Turn {
  if (before === null || after === null)
    return before === after ? 'same' : before === null ? 'narrower' : 'wider';
  return compare(normalCondition(before), normalCondition(after));
}

export const turned = (turn: Turn): Turn =>
  turn === 'wider' ? 'narrower' : turn === 'narrower' ? 'wider' : turn;

function compare(before: Condition, after: Condition): Turn {
  if (canonical(before) === canonical(after)) return 'same';
  if (before.kind === 'all' || after.kind === 'all') return compareLists('all', before, after);
  if (before.kind === 'any' || after.kind === 'any') return compareLists('any', before, after);
  if (before.kind !== after.kind) return 'other';
  switch (before.kind) {
    case 'not':
      return after.kind === 'not' ? turned(compare(before.of, after.of)) : 'other';
    case 'choice':
      return after.kind === 'choice' && alike(before, after, 'options')
        ? subsets(before.options, after.options)
        : 'other';
    case 'includes':
      if (after.kind !== 'includes' || !alike(before, after, 'options')) return 'other';
      return before.mode === 'any'
        ? subsets(before.options, after.options)
        : turned(subsets(before.options, after.options));
    case 'text':
      return after.kind === 'text' && alike(before, after, 'values')
        ? subsets(before.values, after.values)
        : 'other';
    case 'number':
    case 'age':
      return after.kind === before.kind && alike(before, after, 'min', 'max')
        ? both(lower(before.min, after.min), upper(before.max, after.max))
        : 'other';
    case 'event':
      return after.kind === 'event' && alike(before, after, 'min', 'max')
        ? both(
            byNumber(after.min ?? -Infinity, before.min ?? -Infinity),
            byNumber(before.max ?? Infinity, after.max ?? Infinity),
          )
        : 'other';
    default:
      return 'other';
  }
}

/** Lists of which each has all parts of the other one but a few, or of which one part differs. */
function compareLists(kind: 'all' | 'any', before: Condition, after: Condition): Turn {
  const [ones, others] = [before, after].map((one) => (one.kind === kind ? one.of : [one]));
  const gone = (ones ?? []).filter((part) => !has(others ?? [], part));
  const come = (others ?? []).filter((part) => !has(ones ?? [], part));
  const more: Turn = kind === 'all' ? 'narrower' : 'wider';
  if (gone.length === 0) return more;
  if (come.length === 0) return turned(more);
  const [was, is] = [gone[0], come[0]];
  return was && is && gone.length === 1 && come.length === 1 ? compare(was, is) : 'other';
}

function has(parts: readonly Condition[], wanted: Condition): boolean {
  return parts.some((part) => canonical(part) === canonical(wanted));
}

/** The same but for some keys. */
function alike(one: object, other: object, ...keys: readonly string[]): boolean {
  const left = (of: object): string =>
    canonical(Object.fromEntries(Object.entries(of).filter(([key]) => !keys.includes(key))));
  return left(one) === left(other);
}

function subsets(before: readonly string[], after: readonly string[]): Turn {
  if (before.every((item) => after.includes(item))) return 'wider';
  return after.every((item) => before.includes(item)) ? 'narrower' : 'other';
}

function lower(before: Bound | null, after: Bound | null): Turn {
  return byNumber(startOf(after), startOf(before));
}

function upper(before: Bound | null, after: Bound | null): Turn {
  return byNumber(endOf(before), endOf(after));
}

const startOf = (bound: Bound | null): number =>
  bound === null ? -Infinity : bound.value + (bound.inclusive ? 0 : 1);
const endOf = (bound: Bound | null): number =>
  bound === null ? Infinity : bound.value - (bound.inclusive ? 0 : 1);

function byNumber(small: number, large: number): Turn {
  return small === large ? 'same' : small < large ? 'wider' : 'narrower';
}

function both(one: Turn, other: Turn): Turn {
  if (one === 'same') return other;
  return other === 'same' || other === one ? one : 'other';
}
