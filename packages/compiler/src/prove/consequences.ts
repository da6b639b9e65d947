import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Agreement, Condition } from '../ir/types.ts';
import { parts } from '../ir/visit.ts';
import type { Asker } from './ask/asker.ts';
import { ownedConditions } from './properties/owners.ts';
import type { Property } from './report.ts';

const outOfReach: ReadonlySet<string | undefined> = new Set([
  'threshold-too-high',
  'threshold-too-low',
  'cap-blocks-threshold',
]);

/**
 * The findings without those that only follow from a threshold that no score reaches: whoever corrects the threshold is rid of
 * them. They are what is told of its owner beside it, of queues that only such rows lead to, and of the rules of its score.
 */
export function withoutConsequences(asker: Asker, properties: readonly Property[]): readonly Diagnostic[] {
  const { agreement } = asker.world;
  const told = properties.filter(({ finding }) => outOfReach.has(finding?.code)).map(({ about }) => about);
  const never = properties.filter(({ finding }) => finding?.code === 'never-holds');
  const dead = new Set(never.map(({ about }) => about).filter((about) => told.includes(about)));
  const rules = dead.size === 0 ? new Set() : rulesOf(agreement, scoresAsked(asker, dead));
  const follows = ({ about, finding }: Property): boolean => {
    if (outOfReach.has(finding?.code)) return false;
    if (finding?.code === 'rule-without-effect') return rules.has(about);
    return finding?.code === 'queue-unreachable' ? isFedBy(agreement, about, dead) : dead.has(about);
  };
  return properties.flatMap((property) => (property.finding && !follows(property) ? [property.finding] : []));
}

function scoresAsked(asker: Asker, dead: ReadonlySet<string | null>): readonly string[] {
  const conditions: readonly Condition[] = ownedConditions(asker)
    .filter(({ id }) => dead.has(id))
    .flatMap(({ when }) => [...parts(when)]);
  return conditions.flatMap((part) =>
    'subject' in part && part.subject.kind === 'score' ? [part.subject.id] : [],
  );
}

/** The ids of the rules of these scores, and of those that they add up. */
function rulesOf({ scores }: Agreement, ids: readonly string[]): ReadonlySet<string | null> {
  const all = new Set(ids);
  for (const id of all) for (const part of scores.find((score) => score.id === id)?.sum ?? []) all.add(part);
  return new Set(scores.filter(({ id }) => all.has(id)).flatMap(({ rules }) => rules.map(({ id }) => id)));
}

/** Whether only such rows lead to a queue. */
function isFedBy({ routing }: Agreement, queue: string | null, dead: ReadonlySet<string | null>): boolean {
  const leading = (routing?.rows ?? []).filter(({ to }) => to.kind === 'queue' && to.queue === queue);
  const isOtherwise = routing?.otherwise?.kind === 'queue' && routing.otherwise.queue === queue;
  return leading.length > 0 && !isOtherwise && leading.every(({ id }) => dead.has(id));
}
