import type { InForce } from '../ir/types.ts';
import type { MomentText } from '../schema/times.ts';
import { day } from '../time/duration.ts';
import { atWall } from '../time/zones.ts';

/** Epoch milliseconds of a moment as written; without a zone it is in `zone`. */
export function instant({ wall, offset }: MomentText, zone: string): number {
  return offset === null ? atWall(zone, wall).instant : wall - offset;
}

/** 00:00 UTC of a day: the value of a `date`. */
export function dayValue(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The first instant of a day in a zone. */
export function startOfDay(date: string, zone: string): number {
  return instant({ wall: dayValue(date), offset: null }, zone);
}

/** Both days included, as a half-open span of instants. */
export function inForceSpan(
  given: { readonly from?: string | undefined; readonly until?: string | undefined } | undefined,
  zone: string,
): InForce | null {
  if (given === undefined) return null;
  const after =
    given.until === undefined ? null : new Date(dayValue(given.until) + day).toISOString().slice(0, 10);
  return {
    from: given.from === undefined ? null : startOfDay(given.from, zone),
    until: after === null ? null : startOfDay(after, zone),
  };
}
