/** What a slider can say. The value that is in force is one of its steps. */
export interface Range {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Steps from a value down to `low` and up to `high`: about fifty of a round size, if none is given. */
export function rangeAround(
  value: number,
  { low, high, step = roundStep(Math.abs(value) / 25) }: { low: number; high: number; step?: number },
): Range {
  const down = Math.max(0, Math.floor((value - low) / step + 1e-9));
  const up = Math.max(0, Math.ceil((high - value) / step - 1e-9));
  return { value: tidy(value), min: tidy(value - down * step), max: tidy(value + up * step), step };
}

/** The largest of 0.01, 0.02, 0.05, 0.1 and so on that is not more; at least 0.01. */
function roundStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 0.01)));
  const step = [5, 2, 1].find((one) => one * power <= most) ?? 1;
  return tidy(step * power);
}

/** Without the dust of binary fractions. */
const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The unit in which people say such a time, and how finely; the time itself is one of the steps. */
export function unitOfTime(ms: number): {
  readonly unit: 'minutes' | 'hours' | 'days';
  readonly length: number;
  readonly step: number;
} {
  if (ms > 4 * day && ms % day === 0) return { unit: 'days', length: day, step: 1 };
  if (ms > 8 * hour && ms % hour === 0) return { unit: 'hours', length: hour, step: 1 };
  if (ms >= 2 * hour && ms % (hour / 2) === 0) return { unit: 'hours', length: hour, step: 0.5 };
  return { unit: 'minutes', length: minute, step: ms % (5 * minute) === 0 ? 5 : 1 };
}
