import { report } from '../../diagnostics/diagnostic.ts';
import type { PropertyRule } from '../property.ts';
import { some } from '../property.ts';
import { met, ownedConditions } from './owners.ts';

/** Some lead meets each condition. */
export const conditionsHold: PropertyRule = function* (asker) {
  const shadowed = rowsOfTables(asker.world.agreement);
  for (const owned of ownedConditions(asker)) {
    const { id, span } = owned;
    if (shadowed.has(id)) continue;
    const statement = {
      topic: 'dead',
      says: `Some lead meets the condition of ${id}.`,
      about: id,
      span,
    } as const;
    yield some(asker, statement, { question: met(owned), tell: () => report('never-holds', span, { id }) });
  }
};

/** The condition of such a row also asks that no row above it holds: `rows-counted` looks at them. */
function rowsOfTables({ scores }: Parameters<PropertyRule>[0]['world']['agreement']): ReadonlySet<string> {
  const rules = scores.flatMap((score) => score.rules);
  return new Set(
    rules.flatMap((rule) => (rule.kind === 'lead_rule' && rule.table !== null ? [rule.id] : [])),
  );
}
