import type { Gap, Model, Parameter } from '../model/types.ts';
import type { Batch } from '../run/batch.ts';
import { type Layout, layoutOf } from '../run/layout.ts';
import { dayMs } from '../time/units.ts';
import { type Interval, intervalOf } from './intervals.ts';
import { type Outcome, outcomesOf, partIn, valueIn } from './outcomes.ts';
import { type Influence, influences } from './sensitivity.ts';

/** An outcome over all runs. */
export interface Told extends Pick<Outcome, 'id' | 'title' | 'about' | 'unit'> {
  /** `null` where no run has it. */
  readonly all: Interval | null;
  /** By week, or by period of a promise; none where nobody asked for them. */
  readonly parts: readonly (Interval | null)[];
}

export interface Results {
  readonly agreement: { readonly name: string; readonly hash: string; readonly currency: string };
  readonly seed: number;
  readonly runs: number;
  readonly pool: number;
  /** The first reported day. */
  readonly start: string;
  readonly weeks: number;
  readonly warm_up_weeks: number;
  readonly outcomes: readonly Told[];
  /** Of the runs, how many reach a goal. */
  readonly goals: readonly { readonly id: string; readonly target: number; readonly probability: number }[];
  readonly promises: readonly PromiseResult[];
  /** Where leads leave the funnel, the largest first. */
  readonly leaks: readonly { readonly from: string; readonly to: string; readonly leads: Interval }[];
  /** How much each number that nobody knows moves revenue or customers, the strongest first. */
  readonly influences: readonly Influence[];
  readonly parameters: readonly Parameter[];
  readonly gaps: readonly Gap[];
}

/** Whether a promise is kept. */
export interface PromiseResult {
  readonly id: string;
  readonly by: 'marketing' | 'sales';
  readonly says: string;
  readonly kind: 'clock' | 'attempts' | 'deliver' | 'ratio';
  /** The outcome that tells it. */
  readonly outcome: string;
  /** What was promised: a share, or leads in each period; `null` where nothing is said. */
  readonly promised: number | null;
  /** Of clocks and attempts: of the runs, how many keep it over all weeks. Of counts: of all periods of all runs, how many. */
  readonly probability: number | null;
}

export interface ResultsOptions {
  readonly seed: number;
  readonly pool: number;
  /** `false`: outcomes are told for all weeks together only, which is sooner done. */
  readonly byPart?: boolean;
}

/** What all runs together say. */
export function resultsOf(
  model: Model,
  batch: Batch,
  { seed, pool, byPart = true }: ResultsOptions,
): Results {
  const layout = layoutOf(model);
  const outcomes = outcomesOf(model, layout);
  const context = { model, layout, batch, outcomes };
  return {
    agreement: model.agreement,
    seed,
    runs: batch.runs,
    pool,
    start: new Date(model.origin + model.warm_up_weeks * 7 * dayMs).toISOString().slice(0, 10),
    weeks: model.weeks,
    warm_up_weeks: model.warm_up_weeks,
    outcomes: outcomes.map((outcome) => told(outcome, batch, { layout, byPart })),
    goals: goalsOf(context),
    promises: [...clocksOf(context), ...countsOf(context)],
    leaks: leaksOf(context),
    influences: influences(model, batch, main(context)),
    parameters: model.parameters,
    gaps: model.gaps,
  };
}

interface Context {
  readonly model: Model;
  readonly layout: Layout;
  readonly batch: Batch;
  readonly outcomes: readonly Outcome[];
}

/** An outcome run by run. */
export function valuesOver(outcome: Outcome, { runs, rows }: Batch, width: number): Float64Array {
  return Float64Array.from({ length: runs }, (_, run) => valueIn(outcome, rows, run * width));
}

function told(
  outcome: Outcome,
  batch: Batch,
  { layout: { length }, byPart }: { readonly layout: Layout; readonly byPart: boolean },
): Told {
  const { id, title, about, unit, parts: count } = outcome;
  const column = new Float64Array(batch.runs);
  const parts = Array.from({ length: byPart && count > 1 ? count : 0 }, (_, part) => {
    for (let run = 0; run < batch.runs; run++) column[run] = partIn(outcome, batch.rows, run * length, part);
    return intervalOf(column);
  });
  return { id, title, about, unit, all: intervalOf(valuesOver(outcome, batch, length)), parts };
}

function shareOf(values: Float64Array, test: (value: number) => boolean): number | null {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length === 0 ? null : known.filter(test).length / known.length;
}

function goalsOf({ model, layout, batch, outcomes }: Context): Results['goals'] {
  return model.goals.map(({ id, target, stage }) => {
    const outcome = outcomes.find((one) => one.id === `goal.${id}`) as Outcome;
    const wanted = stage < 0 ? target / 100 : target;
    const probability = shareOf(valuesOver(outcome, batch, layout.length), (value) => value >= wanted);
    return { id, target: wanted, probability: probability ?? 0 };
  });
}

function clocksOf({ model, layout, batch, outcomes }: Context): PromiseResult[] {
  return model.clocks.map(({ id, by, says, at_least: atLeast, kept_for: keptFor }) => {
    const outcome = outcomes.find((one) => one.id === `kept.${id}`) as Outcome;
    const promised = keptFor === null ? null : keptFor / 10_000;
    const values = valuesOver(outcome, batch, layout.length);
    const probability = promised === null ? null : shareOf(values, (value) => value >= promised);
    const kind = atLeast > 0 ? 'attempts' : 'clock';
    return { id, by, says, kind, outcome: outcome.id, promised, probability };
  });
}

function countsOf({ model, layout, batch, outcomes }: Context): PromiseResult[] {
  return model.counts.map(({ id, by, says, kind, at_least: atLeast }) => {
    const outcome = outcomes.find((one) => one.id === `${kind}.${id}`) as Outcome;
    const promised = kind === 'ratio' ? atLeast / 10_000 : atLeast;
    const all = Float64Array.from({ length: batch.runs * outcome.parts }, (_, index) => {
      const run = Math.floor(index / outcome.parts);
      return partIn(outcome, batch.rows, run * layout.length, index % outcome.parts);
    });
    const probability = shareOf(all, (value) => value >= promised);
    return { id, by, says, kind, outcome: outcome.id, promised, probability };
  });
}

function leaksOf({ model, layout, batch }: Context): Results['leaks'] {
  const count = model.stages.length;
  const leaks = model.stages.flatMap((from, a) =>
    model.stages.flatMap((to, b) => {
      if (!to.exit || from.exit) return [];
      const at = layout.moves + a * count + b;
      const column = Float64Array.from(
        { length: batch.runs },
        (_, run) => batch.rows[run * layout.length + at] as number,
      );
      const leads = intervalOf(column);
      return leads && leads.mean > 0 ? [{ from: from.id, to: to.id, leads }] : [];
    }),
  );
  return leaks.toSorted((a, b) => b.leads.mean - a.leads.mean);
}

/** What matters most in the end, run by run: revenue, or customers where no deal has a size. */
function main({ model, layout, batch, outcomes }: Context): {
  readonly id: string;
  readonly values: Float64Array;
} {
  const last = model.stages.findLast(({ end, exit }) => end && !exit)?.id;
  const id = model.deal_size >= 0 ? 'revenue' : `entered.${last}`;
  const outcome = outcomes.find((one) => one.id === id) as Outcome;
  return { id: outcome.id, values: valuesOver(outcome, batch, layout.length) };
}
