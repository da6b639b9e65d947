import type { Context } from '../formula/context.ts';
import { type Reading, under } from '../formula/evaluate.ts';
import type { Model, Range, Variable } from '../formula/types.ts';
import type { Encoder } from './encoder.ts';
import type { Chosen } from './nodes.ts';
import { highOf, lowOf } from './ranges.ts';

/** Reads a model of the whole context off the solver. What the question leaves open takes its preferred value. */
export function decode(context: Context, encoder: Encoder): Model {
  const atoms = new Map<Variable, number>();
  for (const variable of context.variables) atoms.set(variable, atomOf(encoder, variable));
  const points = new Map<Range, number>();
  const reading = under({ atoms, points });
  for (const range of context.ranges) points.set(range, range.to);
  for (const chosen of encoder.chosen.toSorted((one, other) => ageOf(one) - ageOf(other))) {
    distribute(chosen, highest(encoder, chosen), reading, points);
  }
  return { atoms, points };
}

/** Grows from each choice to those that hang on it: what it hangs on itself was made before it. */
function ageOf({ ranges, rest }: Chosen): number {
  const ids = [...ranges, ...rest].flatMap((term) =>
    term.kind === 'sum' ? [term.when.id, term.sum.id] : [term.when.id],
  );
  return Math.max(...ids);
}

function atomOf({ variables, gates }: Encoder, variable: Variable): number {
  if (!variables.has(variable)) return 0;
  let open = 0;
  for (let atom = variable.atoms - 1; atom >= 0; atom -= 1) {
    const literal = variables.atom(variable, atom);
    const value = gates.sat.value(Math.abs(literal));
    if (value === undefined) open = atom;
    else if (value === literal > 0) return atom;
  }
  return open;
}

/** The most that the solver lets this sum be: below the least that it is not at least. */
function highest({ gates }: Encoder, { ladder, asked, unit }: Chosen): number {
  const tooMuch = ladder.find((points) => {
    const literal = asked.get(points)?.literal ?? gates.yes;
    return gates.sat.value(Math.abs(literal)) === literal < 0;
  });
  return tooMuch === undefined ? Number.POSITIVE_INFINITY : tooMuch - unit;
}

/** Gives each range as much as it can have, so that the sum is not above `limit`. */
function distribute(chosen: Chosen, limit: number, reading: Reading, points: Map<Range, number>): void {
  for (const { range, times } of chosen.ranges) points.set(range, times > 0 ? range.to : range.from);
  const active = chosen.ranges.filter(({ when }) => reading.holds(when));
  const most = active.reduce((all, term) => all + highOf(term), reading.total(chosen.rest));
  let excess = Math.max(0, most - limit);
  for (const term of active) {
    const less = Math.min(excess, highOf(term) - lowOf(term));
    points.set(term.range, (highOf(term) - less) / term.times);
    excess -= less;
  }
}
