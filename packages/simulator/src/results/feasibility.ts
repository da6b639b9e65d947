import type { Model } from '../model/types.ts';
import { binEnd, timeBins } from '../run/time-bins.ts';
import { brokenClocks, firstEnough, keptNow, keptShares, type KeptOptions } from './kept.ts';

/** A promise that is predicted to be broken, with three ways out; a way is `null` where none of its kind is enough. */
export interface Breach {
  readonly promise: string;
  /** Of the clocks of all runs, the share that is kept; and what was promised. */
  readonly kept: number;
  readonly promised: number;
  /** So many people at each desk, in all: as few times more of everybody as is enough. */
  readonly people: {
    readonly times: number;
    readonly desks: readonly { readonly desk: string; readonly people: number }[];
  } | null;
  /** A time in working ms within which enough clocks stop. */
  readonly within_ms: number | null;
  /** A share of the leads with which it would be kept. */
  readonly leads: number | null;
}

/**
 * Whether what sales promises can be kept with the leads that are expected, the people that are there and the hours that they work:
 * the clocks with a `kept_for` that are predicted to miss it, worst first.
 */
export function feasibility(model: Model, options: KeptOptions): readonly Breach[] {
  const known = keptNow(model, options);
  return brokenClocks(model, known)
    .toSorted((a, b) => a.kept - a.promised - (b.kept - b.promised))
    .map(({ clock, kept, promised }) => ({
      promise: model.clocks[clock]?.id ?? '',
      kept,
      promised,
      people: morePeople(model, { clock, promised }, options),
      within_ms: longer(known.times, { clock, promised }),
      leads: fewerLeads(model, { clock, promised }, options),
    }));
}

interface Asked {
  readonly clock: number;
  readonly promised: number;
}

const factors = [1.25, 1.5, 2, 2.5, 3, 4, 6];

/** More of all people, at the desks that have any. */
function morePeople(model: Model, { clock, promised }: Asked, options: KeptOptions): Breach['people'] {
  const desks = model.desks.filter(({ people }) => people >= 0);
  const people = (
    times: number,
  ): readonly { readonly desk: string; readonly parameter: string; readonly people: number }[] =>
    desks.map((desk) => {
      const parameter = model.parameters[desk.people];
      return {
        desk: desk.id,
        parameter: parameter?.id ?? '',
        people: Math.ceil((parameter?.value ?? 0) * times),
      };
    });
  const times = firstEnough(factors, (factor) => {
    const settings = people(factor).map((one) => ({ name: one.parameter, value: one.people }));
    return (keptShares(model, settings, options).shares[clock] ?? 0) >= promised;
  });
  if (times === undefined) return null;
  return { times, desks: people(times).map(({ desk, people: count }) => ({ desk, people: count })) };
}

const shares = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1];

/** So many leads as can be worked in time. */
function fewerLeads(model: Model, { clock, promised }: Asked, options: KeptOptions): number | null {
  const enough = firstEnough(shares, (share) => {
    const settings = [{ name: 'volume', value: Math.round(share * 10_000) }];
    return (keptShares(model, settings, options).shares[clock] ?? 0) >= promised;
  });
  return enough ?? null;
}

/** The time within which the promised share of clocks stops; `null` where that many never do. */
function longer(times: Float64Array, { clock, promised }: Asked): number | null {
  const own = times.subarray(clock * timeBins, (clock + 1) * timeBins);
  const all = own.reduce((a, b) => a + b, 0);
  let sum = 0;
  for (let bin = 0; bin < timeBins - 1; bin++) {
    sum += own[bin] as number;
    if (sum >= promised * all) return Math.ceil(binEnd(bin) / 300) * 300_000;
  }
  return null;
}
