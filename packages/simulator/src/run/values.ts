import { uncertain } from '../maths/draws.ts';
import { normalQuantile } from '../maths/normal.ts';
import type { Model } from '../model/types.ts';
import { branch, purposeOf, type Stream, uniformAt } from '../random/stream.ts';

/** What each parameter is in one run: what is not known for sure is drawn once, within its bounds. */
export function valuesOf(model: Model, run: Stream): Float64Array {
  const stream = branch(run, purposeOf('parameters'), 0);
  return Float64Array.from(model.parameters, ({ id, known, value, low, high, min, max, unit }) => {
    if (known === 'varies' || (low === null && high === null)) return value;
    const drawn = uncertain(value, low, high, normalQuantile(uniformAt(stream, purposeOf(id), 0)));
    const inside = Math.min(max, Math.max(min, drawn));
    return unit === 'people' ? Math.round(inside) : inside;
  });
}
