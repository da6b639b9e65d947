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
  /** For each day since `firstDay`: how many intervals are closed when it begins. */
  readonly closed: readonly number[];
  readonly firstDay: number;
}

const day = 86_400_000;

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
  const firstDay = Math.floor((closes[0] ?? 0) / day);
  return (calendar.hours = { opens, closes, work, closed: closedByDay(closes, firstDay), firstDay });
}

function closedByDay(closes: readonly number[], firstDay: number): readonly number[] {
  const closed: number[] = [];
  let index = 0;
  while (index < closes.length) {
    if ((closes[index] as number) <= (firstDay + closed.length) * day) index++;
    else closed.push(index);
  }
  return closed;
}

/** How many intervals are closed at a moment: those when its day began, and the few of the day itself. */
export function closedAt({ closes, closed, firstDay }: OpenHours, moment: number): number {
  const days = Math.floor(moment / day) - firstDay;
  if (days < 0) return 0;
  let index = closed[days] ?? closes.length;
  while (index < closes.length && (closes[index] as number) <= moment) index++;
  return index;
}

/** The working time from the beginning of the calendar to a moment at which so many intervals are closed. */
function workUntil({ opens, work }: OpenHours, moment: number, index: number): number {
  const before = index === 0 ? 0 : (work[index - 1] as number);
  const open = opens[index];
  return open === undefined || open >= moment ? before : before + moment - open;
}

/** The working time in `[a, b)`; 0 unless `a < b`. */
export function workBetween(calendar: Calendar | null, a: number, b: number): number {
  if (a >= b) return 0;
  if (calendar === null) return b - a;
  const hours = hoursOf(calendar);
  return workUntil(hours, b, closedAt(hours, b)) - workUntil(hours, a, closedAt(hours, a));
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
  let index = closedAt(hours, start);
  const target = workUntil(hours, start, index) + work;
  // The first interval by whose end the target is reached.
  while (index < hours.work.length && (hours.work[index] as number) < target) index++;
  const close = hours.closes[index];
  return close === undefined ? null : close - ((hours.work[index] as number) - target);
}
