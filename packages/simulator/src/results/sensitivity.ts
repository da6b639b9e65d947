import type { Model } from '../model/types.ts';
import type { Batch } from '../run/batch.ts';

/** How an uncertain number goes together with an outcome over all runs: Spearman's rank correlation, −1 to 1. */
export interface Influence {
  readonly parameter: string;
  readonly outcome: string;
  readonly correlation: number;
}

/** The parameters that differ between runs, by how strongly they move an outcome. */
export function influences(
  { parameters }: Model,
  { runs, values }: Batch,
  { id, values: outcome }: { readonly id: string; readonly values: Float64Array },
): readonly Influence[] {
  const ranked = ranks(outcome);
  return parameters
    .flatMap((parameter, index): Influence[] => {
      const column = Float64Array.from(
        { length: runs },
        (_, run) => values[run * parameters.length + index] as number,
      );
      if (column.every((value) => value === column[0])) return [];
      return [{ parameter: parameter.id, outcome: id, correlation: correlation(ranks(column), ranked) }];
    })
    .toSorted((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
}

/** The place of each value in order; equal ones share the mean of theirs. */
function ranks(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).toSorted(
    (a, b) => (values[a] as number) - (values[b] as number) || a - b,
  );
  const result = new Float64Array(values.length);
  for (let i = 0; i < order.length;) {
    let end = i;
    while (end < order.length && values[order[end] as number] === values[order[i] as number]) end++;
    for (let k = i; k < end; k++) result[order[k] as number] = (i + end - 1) / 2;
    i = Math.max(end, i + 1);
  }
  return result;
}

function correlation(a: Float64Array, b: Float64Array): number {
  const middle = (a.length - 1) / 2;
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [(a[i] as number) - middle, (b[i] as number) - middle];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}
