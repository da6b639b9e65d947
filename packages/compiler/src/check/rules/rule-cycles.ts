import { report } from '../../diagnostics/diagnostic.ts';
import type { Transition } from '../../ir/types.ts';
import type { CheckRule } from '../rule.ts';

/** Rules never send a lead round in a circle. People and time go forward, and no rule leads out of an exit just reached. */
export const ruleCycles: CheckRule = {
  reads: ['funnel'],
  *find({ stages, transitions }) {
    const exits = new Set(stages.filter(({ exit }) => exit).map(({ id }) => id));
    const ways = transitions
      .filter(({ by }) => by === 'rule')
      .map((way) => ({ ...way, from: way.from.filter((id) => !exits.has(id)) }));
    const done = new Set<string>();
    for (const { id } of stages) {
      const circle = findCircle(id, ways, done, []);
      if (circle === undefined) continue;
      const last = ways.find(({ from, to }) => from.includes(circle.at(-2) ?? '') && to === circle.at(-1));
      if (last) yield report('rule-cycle', last.span, { circle: circle.join(' → ') });
      return;
    }
  },
};

function findCircle(
  id: string,
  ways: readonly Transition[],
  done: Set<string>,
  path: readonly string[],
): readonly string[] | undefined {
  if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
  if (done.has(id)) return undefined;
  for (const { from, to } of ways) {
    if (!from.includes(id) || to === id) continue;
    const circle = findCircle(to, ways, done, [...path, id]);
    if (circle) return circle;
  }
  done.add(id);
  return undefined;
}
