import type { CalendarTable } from './calendar.ts';
import { countUpTo } from './search.ts';

/** A stretch on the way to a deadline. `work` is the working time used by its end. */
export interface Step {
  readonly from: number;
  readonly until: number;
  readonly kind: 'open' | 'closed';
  readonly work: number;
}

/**
 * The first instant at which the working time since `start` reaches `work` milliseconds. No work
 * is due at once, even while closed; work that is done exactly at closing is due at closing.
 * `undefined` if the table does not speak for `start`, or ends before the work is done.
 *
 * ```ts
 * const table = { zone: 'UTC', tzdb: '2026f', from: 0, until: 90, opens: [10, 40], closes: [20, 60] };
 * deadline(table, 15, 5); // 20
 * deadline(table, 15, 6); // 41
 * deadline(table, 15, 26); // undefined
 * ```
 */
export function deadline(table: CalendarTable, start: number, work: number): number | undefined {
  if (!speaksFor(table, start)) return undefined;
  if (work <= 0) return start;
  let left = work;
  for (const { open, close } of openAfter(table, start)) {
    if (left <= close - open) return open + left;
    left -= close - open;
  }
  return undefined;
}

/**
 * The working time in `[a, b)`, in milliseconds; 0 unless `a < b`. Time outside the table's
 * `[from, until)` is not known and counts as closed.
 */
export function workBetween(table: CalendarTable, a: number, b: number): number {
  let work = 0;
  for (const { open, close } of openAfter(table, a)) {
    if (open >= b) break;
    work += Math.min(close, b) - open;
  }
  return work;
}

/**
 * The steps from `start` to `deadline(table, start, work)`, without a hole between them. If the
 * table ends before the work is done they lead to its end; if it does not speak for `start` there
 * are none.
 *
 * ```ts
 * const table = { zone: 'UTC', tzdb: '2026f', from: 0, until: 90, opens: [10, 40], closes: [20, 60] };
 * workingSteps(table, 15, 6);
 * // { from: 15, until: 20, kind: 'open', work: 5 }
 * // { from: 20, until: 40, kind: 'closed', work: 5 }
 * // { from: 40, until: 41, kind: 'open', work: 6 }
 * ```
 */
export function workingSteps(table: CalendarTable, start: number, work: number): readonly Step[] {
  if (!speaksFor(table, start) || work <= 0) return [];
  const steps: Step[] = [];
  let now = start;
  let used = 0;
  for (const { open, close } of openAfter(table, start)) {
    if (now < open) steps.push({ from: now, until: open, kind: 'closed', work: used });
    now = Math.min(close, open + work - used);
    used += now - open;
    steps.push({ from: open, until: now, kind: 'open', work: used });
    if (used === work) return steps;
  }
  if (now < table.until) steps.push({ from: now, until: table.until, kind: 'closed', work: used });
  return steps;
}

function speaksFor({ from, until }: CalendarTable, instant: number): boolean {
  return from <= instant && instant < until;
}

function* openAfter(
  { opens, closes }: CalendarTable,
  instant: number,
): Generator<{ open: number; close: number }> {
  for (let index = countUpTo(closes, instant); index < closes.length; index++) {
    yield { open: Math.max(opens[index] as number, instant), close: closes[index] as number };
  }
}
