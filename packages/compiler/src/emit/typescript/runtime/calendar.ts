/** A calendar whose open intervals are unpacked when they are first asked for. `null` is open day and night. */
export interface Calendar {
  readonly from: number;
  readonly until: number;
  readonly packed: string;
  hours: OpenHours | null;
}

/** Open from `opens[i]` up to `closes[i]`, and `work[i]` so long until then, since the beginning. */
export interface OpenHours {
  readonly opens: readonly number[];
  readonly closes: readonly number[];
  readonly work: readonly number[];
}

/** A unit, and numbers in it: `n*d` repeats `n` of them from `d` before. */
export function unpacked(packed: string): readonly [unit: number, numbers: readonly number[]] {
  const [unit = '1', ...words] = packed.split(' ');
  const numbers: number[] = [];
  for (const word of words) {
    const [value = '', distance] = word.split('*');
    const number = parseInt(value, 36);
    if (distance === undefined) numbers.push(number);
    else for (let n = 0; n < number; n++) numbers.push(numbers[numbers.length - parseInt(distance, 36)] ?? 0);
  }
  return [parseInt(unit, 36), numbers];
}

/** Unpacks the intervals once: differences, from each opening or closing to the next. */
export function hoursOf(calendar: Calendar): OpenHours {
  if (calendar.hours !== null) return calendar.hours;
  const [unit, steps] = unpacked(calendar.packed);
  const opens: number[] = [];
  const closes: number[] = [];
  const work: number[] = [];
  let bound = 0;
  let total = 0;
  for (const [index, step] of steps.entries()) {
    bound += step * unit;
    if (index % 2 === 0) opens.push(bound);
    else {
      closes.push(bound);
      total += step * unit;
      work.push(total);
    }
  }
  return (calendar.hours = { opens, closes, work });
}

/** How many numbers of a sorted list are at most `value`, from an index on. */
export function countUpTo(sorted: readonly number[], value: number, from: number): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The working time from the beginning of the calendar to a moment. */
function workUntil({ opens, closes, work }: OpenHours, moment: number): number {
  const index = countUpTo(closes, moment, 0);
  const before = index === 0 ? 0 : (work[index - 1] as number);
  const open = opens[index];
  return open === undefined || open >= moment ? before : before + moment - open;
}

/** The working time in `[a, b)`; 0 unless `a < b`. */
export function workBetween(calendar: Calendar | null, a: number, b: number): number {
  if (a >= b) return 0;
  if (calendar === null) return b - a;
  const hours = hoursOf(calendar);
  return workUntil(hours, b) - workUntil(hours, a);
}

/**
 * The first moment at which the working time since `start` reaches `work`; work that is done exactly at
 * closing is due at closing. `null` if the calendar does not speak for it.
 */
export function deadline(calendar: Calendar | null, start: number, work: number): number | null {
  if (calendar === null) return work <= 0 ? start : start + work;
  if (start < calendar.from || start >= calendar.until) return null;
  if (work <= 0) return start;
  const hours = hoursOf(calendar);
  const target = workUntil(hours, start) + work;
  // The first interval by whose end the target is reached.
  const index = countUpTo(hours.work, target - 1, 0);
  const close = hours.closes[index];
  return close === undefined ? null : close - ((hours.work[index] as number) - target);
}
