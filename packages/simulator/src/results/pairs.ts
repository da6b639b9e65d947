import type { Model } from '../model/types.ts';
import type { Batch } from '../run/batch.ts';
import { layoutOf } from '../run/layout.ts';
import { type Interval, intervalOf } from './intervals.ts';
import { type Outcome, outcomesOf } from './outcomes.ts';
import { valuesOver } from './results.ts';

/** What changes from one simulation to another, run by run with the same luck. */
export interface Difference extends Pick<Outcome, 'id' | 'title' | 'about' | 'unit'> {
  readonly before: number;
  readonly after: number;
  /** Of `after − before`, over the runs. */
  readonly change: Interval;
  /** Whether nine of ten runs agree on which is more: 0 lies outside of `p5` to `p95`. */
  readonly clear: boolean;
}

/** The differences of all outcomes that both have. Both are of the same seed and as many runs. */
export function differencesOf(
  before: { readonly model: Model; readonly batch: Batch },
  after: { readonly model: Model; readonly batch: Batch },
): readonly Difference[] {
  const [layoutA, layoutB] = [layoutOf(before.model), layoutOf(after.model)];
  const known = new Map(outcomesOf(after.model, layoutB).map((outcome) => [outcome.id, outcome]));
  return outcomesOf(before.model, layoutA).flatMap((outcome) => {
    const other = known.get(outcome.id);
    if (!other) return [];
    const a = valuesOver(outcome, before.batch, layoutA.length);
    const b = valuesOver(other, after.batch, layoutB.length);
    const change = intervalOf(a.map((value, run) => (b[run] as number) - value));
    if (!change) return [];
    const { id, title, about, unit } = other;
    const clear = change.p5 > 0 || change.p95 < 0;
    return [{ id, title, about, unit, before: mean(a), after: mean(b), change, clear }];
  });
}

function mean(values: Float64Array): number {
  return intervalOf(values)?.mean ?? Number.NaN;
}
