import type { Agreement } from '@smarketing/compiler/ir';
import { day, offsetAt } from '@smarketing/compiler/time';
import type { ZoneTable } from '../../playground/types.ts';

const from = Date.UTC(1990, 0);
const until = Date.UTC(2050, 0);

/** The zones in which moments about an agreement's leads are told. */
export const zonesOf = ({ time_zone: zone, calendars }: Agreement): readonly string[] => [
  ...new Set([zone, ...calendars.map((calendar) => calendar.zone)]),
];

/** The clocks of zones, so that a browser needs no zone rules of its own. */
export const zoneTables = (zones: readonly string[]): Readonly<Record<string, ZoneTable>> =>
  Object.fromEntries(zones.map((zone) => [zone, tableOf(zone)]));

function tableOf(zone: string): ZoneTable {
  const table: [number, number][] = [[from, minutesAt(zone, from)]];
  for (let at = from; at < until; at += day) {
    if (minutesAt(zone, at) === minutesAt(zone, at + day)) continue;
    const change = changeBetween(zone, at, at + day);
    table.push([change, minutesAt(zone, change)]);
  }
  return table;
}

const minutesAt = (zone: string, at: number) => offsetAt(zone, at) / 60_000;

/** The first second with the clocks of the end. */
function changeBetween(zone: string, before: number, after: number): number {
  let [low, high] = [before, after];
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000;
    if (minutesAt(zone, middle) === minutesAt(zone, before)) low = middle;
    else high = middle;
  }
  return high;
}
