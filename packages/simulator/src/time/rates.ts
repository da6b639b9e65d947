import type { Model, Source } from '../model/types.ts';
import { comingDaysOf } from './days.ts';
import { dayMs } from './units.ts';

/** How many leads of a source come on each simulated day (from midnight to midnight UTC), where one comes in a period. */
export function dailyRates(model: Model, source: Source): Float64Array {
  const days = comingDaysOf(model);
  return Float64Array.from({ length: days }, (_, day) => {
    const date = new Date(model.origin + day * dayMs);
    const weekday = source.weekdays[(date.getUTCDay() + 6) % 7] as number;
    return source.periods_per_day * weekday * (source.months[date.getUTCMonth()] as number);
  });
}

/** How many leads come between two moments, where these many come on each day. */
export function cumulative(rates: Float64Array, origin: number, from: number, until: number): number {
  let sum = 0;
  for (let day = Math.floor((from - origin) / dayMs); day * dayMs + origin < until; day++) {
    const start = Math.max(from, origin + day * dayMs);
    const stop = Math.min(until, origin + (day + 1) * dayMs);
    sum += ((rates[day] ?? 0) * (stop - start)) / dayMs;
  }
  return sum;
}
