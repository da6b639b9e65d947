import data from 'moment-timezone/data/packed/latest.json' with { type: 'json' };
import { found } from '../found.ts';
import { countUpTo } from './search.ts';
import { readZoneRules, type ZoneRules } from './zone-rules.ts';

/** A reading of the wall clock: month 1 to 12, day of the month from 1. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  readonly ms?: number;
}

/** The release of the tz database that every answer here rests on, such as `2026f`. */
export const tzdbVersion: string = data.version;

/** The first instant for which the data no longer holds changes of the clock. */
export const zonesKnownUntil: number = Date.UTC(2499, 0);

const area = /^(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\//;
const packedZones: ReadonlyMap<string, string> = indexZones();
const rulesRead = new Map<string, ZoneRules>();

/** Every name that `knownZone` accepts, in order. */
export function zoneNames(): readonly string[] {
  return [...packedZones.keys()];
}

/**
 * Whether an agreement may name this zone: an IANA name of the form Area/City, or `UTC`.
 * Abbreviations and fixed offsets have no daylight saving and are refused.
 *
 * ```ts
 * knownZone('Europe/Berlin'); // true
 * knownZone('EST'); // false
 * ```
 */
export function knownZone(name: string): boolean {
  return packedZones.has(name);
}

/**
 * The instant, in epoch milliseconds, at which the zone's wall clock shows `local`. A reading that
 * the clock skips resolves later by the length of the gap, a repeated one to its first occurrence.
 * Parts may overflow: hour 24 is the next local midnight.
 *
 * ```ts
 * toInstant('Europe/Berlin', { year: 2026, month: 3, day: 29, hour: 2, minute: 30 });
 * // Date.UTC(2026, 2, 29, 1, 30), when Berlin reads 03:30
 * ```
 */
export function toInstant(zone: string, local: LocalTime): number {
  return atWall(zone, wallClock(local)).instant;
}

/**
 * The same for what the wall clock shows as if it were UTC, in milliseconds; and whether it never shows that, because the clock
 * skips it.
 */
export function atWall(zone: string, wall: number): { readonly instant: number; readonly skipped: boolean } {
  const { starts, offsets, wallEnds } = rulesOf(zone);
  const index = countUpTo(wallEnds, wall);
  const instant = wall - (offsets[index] as number);
  const skipped = instant < (starts[index] as number);
  return { instant: skipped ? wall - (offsets[index - 1] as number) : instant, skipped };
}

/** Readings of a wall clock that are all as far from UTC, and of which none is skipped. */
export interface Stretch {
  readonly offset: number;
  /** Readings from here up to, not including, `until`. */
  readonly from: number;
  readonly until: number;
}

/** The stretch in which the wall clock shows `wall`, or, where it never does, the one after the gap. */
export function stretchAt(zone: string, wall: number): Stretch {
  const { starts, offsets, wallEnds } = rulesOf(zone);
  const index = countUpTo(wallEnds, wall);
  const offset = offsets[index] as number;
  const shown = (starts[index] as number) + offset;
  return {
    offset,
    from: Math.max(shown, wallEnds[index - 1] ?? -Infinity),
    until: wallEnds[index] as number,
  };
}

/** Local time less UTC at an instant, in milliseconds. */
export function offsetAt(zone: string, instant: number): number {
  const { starts, offsets } = rulesOf(zone);
  return offsets[countUpTo(starts, instant) - 1] as number;
}

/** The offset at an instant, and each change of it before another: when, and to what. */
export function offsetsBetween(zone: string, from: number, until: number): ZoneOffsets {
  const { starts, offsets } = rulesOf(zone);
  const changes = starts
    .map((at, index) => ({ at, offset: offsets[index] as number }))
    .filter(({ at }) => from < at && at < until);
  return { first: offsetAt(zone, from), changes };
}

/** Local time less UTC, in milliseconds. */
export interface ZoneOffsets {
  readonly first: number;
  readonly changes: readonly { readonly at: number; readonly offset: number }[];
}

/** What the zone's wall clock shows at an instant. */
export function toLocal(zone: string, instant: number): Required<LocalTime> {
  const wall = new Date(instant + offsetAt(zone, instant));
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    ms: wall.getUTCMilliseconds(),
  };
}

function wallClock({ year, month, day, hour, minute, second = 0, ms = 0 }: LocalTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second, ms);
}

function rulesOf(zone: string): ZoneRules {
  const read = rulesRead.get(zone);
  if (read) return read;
  const packed = packedZones.get(zone);
  if (packed === undefined) throw new RangeError(`Unknown time zone ${zone}`);
  const rules = readZoneRules(packed);
  rulesRead.set(zone, rules);
  return rules;
}

function indexZones(): ReadonlyMap<string, string> {
  const zones = new Map(data.zones.map((packed) => [packed.slice(0, packed.indexOf('|')), packed]));
  for (const link of data.links) {
    const [target = '', name = ''] = link.split('|');
    zones.set(name, found(zones, target));
  }
  const allowed = [...zones].filter(([name]) => name === 'UTC' || area.test(name));
  return new Map(allowed.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
