import { type Lognormal, lognormalOf } from '../maths/draws.ts';
import type { Parameter } from '../model/types.ts';

/** How the values of single leads or deals are spread; `null` where nothing is said. */
export function spreadOf(parameter: Parameter | undefined, divisor: number): Lognormal | null {
  if (!parameter) return null;
  const { value, low, high } = parameter;
  return lognormalOf(
    value / divisor,
    low === null ? null : low / divisor,
    high === null ? null : high / divisor,
  );
}
