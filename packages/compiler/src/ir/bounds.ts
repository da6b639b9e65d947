import type { Bound, InForce } from './types.ts';

/** Whether a value lies between two bounds; `null` is open. */
export function isInside(
  value: number,
  { min, max }: { readonly min: Bound | null; readonly max: Bound | null },
): boolean {
  const above = min === null || (min.inclusive ? value >= min.value : value > min.value);
  const below = max === null || (max.inclusive ? value <= max.value : value < max.value);
  return above && below;
}

/** Whether something is there at `asOf`: from its `from` on, until just before its `until`. */
export function isInForce({ in_force }: { readonly in_force: InForce | null }, asOf: number): boolean {
  if (in_force === null) return true;
  const { from, until } = in_force;
  return (from === null || from <= asOf) && (until === null || asOf < until);
}
