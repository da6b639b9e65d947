import type { Interval } from '@smarketing/simulator';
import { linear, type Scale } from './scale.ts';

/** What may come, part by part: paths inside of a box that is stretched over the plot. */
export interface Fan {
  /** Its width and height, in units of its own. */
  readonly box: { readonly width: number; readonly height: number };
  readonly ninety: string;
  readonly half: string;
  readonly mean: string;
  readonly scale: Scale;
}

const height = 240;

/** A fan over weeks, from 0 upwards. Weeks about which nothing is known leave it open. */
export function fanOf(parts: readonly (Interval | null)[]): Fan {
  const scale = linear(Math.max(0, ...parts.map((part) => part?.p95 ?? 0)), { steps: 3 });
  const spans = spansOf(parts);
  const along = (points: readonly Point[], key: keyof Interval): readonly Place[] =>
    points.map(({ x, interval }) => [x, Math.round(height * (1 - scale.at(interval[key])))]);
  const band = (low: keyof Interval, high: keyof Interval): string =>
    spans.map((points) => `${path([...along(points, high), ...along(points, low).toReversed()])}z`).join('');
  return {
    box: { width: Math.max(1, parts.length - 1), height },
    ninety: band('p5', 'p95'),
    half: band('p25', 'p75'),
    mean: spans.map((points) => path(along(points, 'mean'))).join(''),
    scale,
  };
}

type Place = readonly [x: number, y: number];

/** A line through places, each told by its distance from the one before, which is the shortest way. */
function path(places: readonly Place[]): string {
  const steps = places.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = places[index] as Place;
    return `${x - fromX} ${y - fromY}`;
  });
  const on = steps.length === 0 ? 'h0' : `l${steps.join(' ')}`;
  return `M${places[0]?.join(' ')}${on}`.replaceAll(' -', '-');
}

interface Point {
  readonly x: number;
  readonly interval: Interval;
}

/** The parts that follow one another without a gap. */
function spansOf(parts: readonly (Interval | null)[]): readonly (readonly Point[])[] {
  const spans: Point[][] = [];
  for (const [index, interval] of parts.entries()) {
    if (!interval) continue;
    const point = { x: index, interval };
    if (index > 0 && parts[index - 1]) spans.at(-1)?.push(point);
    else spans.push([point]);
  }
  return spans;
}

export interface MonthTick {
  /** From 0 to 1 along the weeks. */
  readonly at: number;
  readonly month: string;
  readonly year: number;
}

const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const day = 86_400_000;

/** The first days of quarters, or of months where there are few weeks, that lie within weeks from a first day. */
export function monthTicks(start: string, weeks: number): readonly MonthTick[] {
  const first = Date.parse(`${start}T00:00:00Z`);
  const last = Math.max(1, weeks - 1) * 7;
  const every = weeks > 30 ? 3 : weeks > 12 ? 2 : 1;
  const all = Array.from({ length: last + 1 }, (_, index) => new Date(first + index * day));
  return all.flatMap((date, index) => {
    if (date.getUTCDate() !== 1 || date.getUTCMonth() % every !== 0) return [];
    return [{ at: index / last, month: names[date.getUTCMonth()] ?? '', year: date.getUTCFullYear() }];
  });
}
