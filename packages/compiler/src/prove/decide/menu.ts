import { fadedPoints } from '../../ir/fades.ts';
import { mostEvents } from '../../ir/read-events.ts';
import type { EventRule } from '../../ir/types.ts';

/** Events whose ages are known, and exactly what a rule gives for them. */
export interface Item {
  readonly ages: readonly number[];
  readonly points: number;
  /** More events give no other points. */
  readonly isFull: boolean;
}

/** Counts up to this one are tried one by one. */
const longest = 3;
/** A rule gets no more events than this. */
const mostMade = 40;
const hour = 3_600_000;
/** The youngest of the events that are made. */
export const freshest = hour;

/** The ages of so many events, as young as can be with all of them kept. */
export function agesKept({ at_most: limit }: EventRule, count: number): number[] {
  const { count: together, spacing } =
    limit === null || limit.per_ms === null ? { count, spacing: 0 } : { ...limit, spacing: limit.per_ms };
  return Array.from({ length: count }, (_, at) => freshest + Math.floor(at / together) * spacing);
}

/** What none, one, two, … events give, as long as one more still changes it, and none has faded. */
export function menuOf(rule: EventRule): readonly Item[] {
  const most = Math.min(longest, unfaded(rule));
  const items = [itemOf(rule, 0)];
  for (let count = 1; count <= most; count += 1) {
    const item = itemOf(rule, count);
    if (count > 1 && item.points === items.at(-1)?.points) break;
    items.push(item);
  }
  return items;
}

/** As few events as can be for which a rule gives as much as it can, or nearly. */
export function manyOf(rule: EventRule): Item {
  const points = (count: number): number => Math.abs(itemOf(rule, count).points);
  const limit = rule.at_most?.per_ms === null ? Math.min(mostMade, rule.at_most.count) : mostMade;
  let count = 1;
  while (count < limit && points(count + 1) > points(count)) count += 1;
  return itemOf(rule, count);
}

function itemOf(rule: EventRule, count: number): Item {
  const { at_most: limit } = rule;
  const pointsOf = (ages: readonly number[]): number =>
    clampOf(rule, fadedPoints(rule.points, rule.fades, ages));
  const ages = agesKept(rule, count);
  const points = pointsOf(ages);
  const isKept = limit === null || (limit.per_ms === null && count < limit.count);
  const isFull = isKept ? pointsOf(agesKept(rule, count + 1)) === points : limit.per_ms === null;
  return { ages, points, isFull: count > 0 && isFull };
}

function unfaded({ at_most: limit, fades }: EventRule): number {
  if (limit === null) return longest;
  const isFading = fades !== null && fades.kind !== 'expires';
  return limit.per_ms === null || isFading ? limit.count : longest;
}

const known = new WeakMap<EventRule, readonly [low: number, high: number]>();

/** The least and the most that a rule can give for one event or more. */
export function pointsOfSome(rule: EventRule): readonly [low: number, high: number] {
  const before = known.get(rule);
  if (before) return before;
  const most = clampOf(rule, mostPoints(rule));
  const least = clampOf(rule, rule.fades === null ? rule.points : 0);
  const found = [Math.min(least, most), Math.max(least, most)] as const;
  known.set(rule, found);
  return found;
}

/** The points of as many events as are kept, all as young as they can be. */
function mostPoints(rule: EventRule): number {
  const { at_most: limit, fades, points } = rule;
  if (limit === null) return points * mostEvents;
  if (limit.per_ms === null) return points * Math.min(limit.count, mostEvents);
  const { count, per_ms: per } = limit;
  const ages = Array.from(
    { length: Math.min(mostEvents, keptInAll(rule, { count, per })) },
    (_, at) => Math.floor(at / count) * per,
  );
  return fadedPoints(points, fades, ages);
}

/** How many events can be kept before the oldest of them give nothing more. */
function keptInAll(
  { fades, points }: EventRule,
  { count, per }: { readonly count: number; readonly per: number },
): number {
  const spans = (age: number): number => count * (Math.floor(age / Math.max(1, per)) + 1);
  switch (fades?.kind) {
    case undefined:
      return mostEvents;
    case 'expires':
      return spans(fades.after_ms);
    case 'lose':
      return spans(Math.ceil(Math.abs(points) / Math.max(1, fades.points)) * fades.every_ms);
    case 'half_life':
      return spans(fades.factors.length * 86_400_000);
  }
}

export function clampOf(
  { cap, floor }: { readonly cap: number | null; readonly floor: number | null },
  points: number,
): number {
  return Math.max(floor ?? -Infinity, Math.min(cap ?? Infinity, points));
}
