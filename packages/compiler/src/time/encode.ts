import { greatestDivisor } from '../greatest-divisor.ts';
import type { CalendarTable } from './calendar.ts';

type Intervals = Pick<CalendarTable, 'opens' | 'closes'>;

/** How far back a repetition is looked for: a year of weeks with three spans a day. */
const reach = 2_200;

/**
 * Writes the intervals of a calendar as text small enough to stand in a generated file: the unit
 * in milliseconds, then the differences from each opening or closing to the next in that unit.
 * `n*d` repeats `n` differences, beginning `d` before the end of what is there so far. Every
 * number is in base 36.
 *
 * ```ts
 * packIntervals({ opens: [100, 200, 300], closes: [150, 250, 350] }); // '1e 2 1 4*1'
 * ```
 */
export function packIntervals({ opens, closes }: Intervals): string {
  const steps: number[] = [];
  let before = 0;
  for (let index = 0; index < opens.length; index++) {
    const [open, close] = [opens[index] as number, closes[index] as number];
    steps.push(open - before, close - open);
    before = close;
  }
  return packNumbers(steps);
}

/** Writes whole numbers in the same way: their unit, then the numbers themselves in it. */
export function packNumbers(numbers: readonly number[]): string {
  let unit = 0;
  for (const number of numbers) if (unit === 0 || number % unit !== 0) unit = greatestDivisor(unit, number);
  unit ||= 1;
  return [unit.toString(36), ...packSteps(numbers.map((number) => Math.round(number / unit)))].join(' ');
}

/** Reads back what `packIntervals` wrote. */
export function unpackIntervals(packed: string): { opens: number[]; closes: number[] } {
  const [unit = '1', ...words] = packed.split(' ');
  const steps: number[] = [];
  for (const word of words) {
    const [value = '', distance] = word.split('*');
    const number = parseInt(value, 36);
    if (distance === undefined) steps.push(number);
    else for (let n = 0; n < number; n++) steps.push(steps.at(-parseInt(distance, 36)) as number);
  }
  let sum = 0;
  const bounds = steps.map((step) => (sum += step) * parseInt(unit, 36));
  return { opens: bounds.filter((_, i) => i % 2 === 0), closes: bounds.filter((_, i) => i % 2 === 1) };
}

function packSteps(steps: readonly number[]): string[] {
  const words: string[] = [];
  let index = 0;
  while (index < steps.length) {
    const { length, distance } = longestRepetition(steps, index);
    const plain = (steps[index] as number).toString(36);
    words.push(length > 1 ? `${length.toString(36)}*${distance.toString(36)}` : plain);
    index += Math.max(length, 1);
  }
  return words;
}

/** The longest, and of several the nearest. */
function longestRepetition(steps: readonly number[], index: number): { length: number; distance: number } {
  let best = { length: 0, distance: 0 };
  let last = index - 1; // where what is repeated may begin at the latest
  while (last >= 0 && index + best.length < steps.length) {
    // What is longer than the best so far has the same step behind that as well: the engine finds it faster than a loop.
    const next = steps.lastIndexOf(steps[index + best.length] as number, last + best.length);
    const start = next - best.length;
    if (start < Math.max(0, index - reach)) break;
    let end = index;
    while (end < steps.length && steps[end] === steps[end - index + start]) end++;
    if (end - index > best.length) best = { length: end - index, distance: index - start };
    last = start - 1;
  }
  return best;
}
