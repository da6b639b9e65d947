import type { Model, Source } from '../model/types.ts';
import { dayMs } from './units.ts';

/** How many leads of a source come on each simulated day (from midnight to midnight UTC), where one comes in a period. */
export function dailyRates(model: Model, source: Source): Float64Array {
  const days = (model.weeks + model.warm_up_weeks) * 7;
  return Float64Array.from({ length: days }, (_, day) => {
    const date = new Date(model.origin + day * dayMs);
    const weekday = source.weekdays[(date.getUTCDay() + 6) % 7] as number;
    return source.periods_per_day * weekday * (source.months[date.getUTCMonth()] as number);
  });
}
