import type { Context, Formula, Model, Variable } from '@smarketing/logic';
import { isInForce } from '../../ir/bounds.ts';
import type { Agreement, InForce } from '../../ir/types.ts';
import { startOfDay } from '../../lower/moments.ts';
import { day } from '../../time/duration.ts';
import { atomOf } from '../fields/model.ts';
import { agesAt, type Dated, turningPoints, turningTimes } from './dated.ts';

/** The moment of the decision: one atom for each kind of moment while the agreement runs. */
export interface AsOf {
  readonly variable: Variable;
  readonly moments: readonly number[];
  /** Moments at which dates have other ages than at others are told apart. */
  readonly isTold: boolean;
  /** The agreement runs then. */
  readonly isInTerm: (moment: number) => boolean;
  readonly inForce: (of: { readonly in_force: InForce | null }) => Formula;
  readonly at: (model: Model) => number;
}

const hour = 3_600_000;
/** More turning points than this are not told apart. */
const mostPoints = 400;

/**
 * From the day it comes into force to the day of its review. Two moments are of one kind if the same rules are in force
 * at both, and the same dates and ages go together.
 */
export function asOfModel(logic: Context, versions: readonly Agreement[], dated: readonly Dated[]): AsOf {
  const [start, end] = termOf(versions);
  const spans = versions.flatMap(spansOf);
  const isInTerm = (moment: number): boolean => start <= moment && moment < end;
  const fixed = spans.flatMap(({ from, until }) => [from, until].filter((edge) => edge !== null));
  const turning = [...new Set(dated.flatMap(turningPoints))].filter(isInTerm);
  const isTold = turning.length <= mostPoints;
  const edges = [...new Set([start, ...fixed, ...(isTold ? turning : [])])]
    .filter(isInTerm)
    .toSorted((one, other) => one - other);
  const stretches = edges.map((edge, at) => [edge, edges[at + 1] ?? end] as const);
  const times = [...new Set(dated.flatMap(turningTimes))];
  const candidates = [
    ...stretches.map(inside),
    ...stretches.flatMap((stretch) => firstsAt(times, stretch)),
    ...edges,
  ];
  const kinds = new Map<string, number>();
  for (const moment of candidates) {
    const signature = [
      ...spans.map((span) => Number(isInForce({ in_force: span }, moment))),
      ...dated.map((field) => field.moments.map((_, at) => agesAt(field, at, moment).join()).join(';')),
    ].join('|');
    if (!kinds.has(signature)) kinds.set(signature, moment);
  }
  const moments = [...kinds.values()];
  const variable = logic.variable('as_of', moments.length);
  return {
    variable,
    moments,
    isTold,
    isInTerm,
    inForce: (of) =>
      logic.is(
        variable,
        moments.flatMap((moment, at) => (isInForce(of, moment) ? [at] : [])),
      ),
    at: (model) => moments[atomOf(model, variable)] as number,
  };
}

/** When the first of some versions comes into force, and the end of the day on which the last one is reviewed. */
function termOf(versions: readonly Agreement[]): readonly [start: number, end: number] {
  return [
    Math.min(...versions.map(({ effective_from: from, time_zone: zone }) => startOfDay(from, zone))),
    Math.max(...versions.map(({ review_by: by, time_zone: zone }) => startOfDay(by, zone))) + day,
  ];
}

/** A moment between two others, on a full hour if there is one. */
function inside([from, until]: readonly [number, number]): number {
  const middle = from + Math.floor((until - from) / 2);
  const full = Math.floor(middle / hour) * hour;
  return full > from ? full : middle;
}

/** When it is first so late in a day (UTC). */
function firstsAt(times: readonly number[], [from, until]: readonly [number, number]): number[] {
  return times.map((time) => Math.ceil((from - time) / day) * day + time).filter((moment) => moment < until);
}

function spansOf(agreement: Agreement): InForce[] {
  const { scores, grades, transitions, routing, notices, promises } = agreement;
  const all = [
    ...scores.flatMap(({ rules }) => rules),
    ...(grades?.rows ?? []),
    ...transitions,
    ...(routing?.rows ?? []),
    ...notices,
    ...promises,
  ];
  const spans = all.flatMap(({ in_force }) => (in_force ? [in_force] : []));
  return [...new Map(spans.map((span) => [`${span.from} ${span.until}`, span])).values()];
}
