import { report } from '../../diagnostics/diagnostic.ts';
import type { Transition } from '../../ir/types.ts';
import type { CheckRule } from '../rule.ts';

/** Rules never send a lead round in a circle; people and time always go forward, so they may. */
export const ruleCycles: CheckRule = {
  reads: ['funnel'],
  *find({ stages, transitions }) {
    const ways = transitions.filter(({ by }) => by === 'rule');
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
