import { holds } from '../../ir/conditions.ts';
import { evaluate } from '../../ir/evaluate.ts';
import type { Agreement, Decision } from '../../ir/types.ts';
import type { Asker } from '../ask/asker.ts';
import { minimal } from '../ask/minimal.ts';
import type { Case } from '../ask/replay.ts';
import { inWords } from '../ask/words.ts';
import type { Outcomes, Pair } from './outcomes.ts';
import type { Shown } from './report.ts';
import type { Group } from './sets.ts';

export interface Showing {
  readonly asker: Asker;
  readonly after: Agreement;
  readonly outcomes: Outcomes;
  readonly group: Omit<Group, 'pairs'>;
  readonly pairs: readonly Pair[];
  /** The same outcomes with scores as their rules add up. */
  readonly real: () => Outcomes | undefined;
}

/** A lead of a group that is decided otherwise, by the reference; `none` if it is proved that there is none. */
export function shownBy(showing: Showing): Shown | 'none' | null {
  const { asker, after, outcomes, group } = showing;
  const { shown, sees } = outcomes;
  const where = [...group.where, ...group.besides];
  const isShown = (found: Case): boolean =>
    where.every((condition) => holds(condition, sees === 'decided' ? found.final : found.recorded)) &&
    JSON.stringify(shown(found.decision)) !== JSON.stringify(shown(decided(after, found)));
  walkTo(showing, isShown);
  const found = asker.find({ formula: () => formulaOf(showing), holds: isShown });
  if (found.verdict === 'none') return 'none';
  if (found.verdict === 'unknown') return null;
  const { agreement } = asker.world;
  const { input, asOf, decision, ...rest } = minimal(agreement, found.lead, isShown);
  const says = inWords(agreement, { input, asOf, decision, ...rest });
  return { lead: input, as_of: asOf, says, before: decision, after: evaluate(after, rest.lead, { asOf }) };
}

/** So many known leads are tried as the beginning of a walk, the nearest first. */
const walks = 3;

/** Looks for a lead beside the known ones, which is quicker than to make one. */
function walkTo(
  { asker, after, outcomes: { shown, sees }, group }: Showing,
  isShown: (found: Case) => boolean,
): void {
  if (asker.knows(isShown)) return;
  const where = [...group.where, ...group.besides];
  const distance = (found: Case): number => {
    const context = sees === 'decided' ? found.final : found.recorded;
    const open = where.filter((condition) => !holds(condition, context)).length;
    return open > 0
      ? open + 1
      : Number(JSON.stringify(shown(found.decision)) === JSON.stringify(shown(decided(after, found))));
  };
  const starts = asker.known
    .map((found) => ({ found, away: distance(found) }))
    .toSorted((a, b) => a.away - b.away);
  for (const { found } of starts.slice(0, walks)) if (asker.walk(found, distance)) return;
}

function formulaOf({ asker, outcomes, group, pairs, real }: Showing) {
  const { logic } = asker.world;
  const { judge, routes } = asker;
  const view = outcomes.sees === 'decided' ? routes.view : undefined;
  const own = (real()?.pairs ?? []).filter(({ from, to }) =>
    pairs.some((pair) => pair.from === from && pair.to === to),
  );
  const inside = [...group.where, ...group.besides].map((condition) => judge.holds(condition, view));
  return logic.and(logic.or(...own.map(({ formula }) => formula)), ...inside);
}

const known = new WeakMap<Case, { readonly by: Agreement; readonly decision: Decision }>();

function decided(by: Agreement, found: Case): Decision {
  const before = known.get(found);
  if (before?.by === by) return before.decision;
  const decision = evaluate(by, found.lead, { asOf: found.asOf });
  known.set(found, { by, decision });
  return decision;
}
