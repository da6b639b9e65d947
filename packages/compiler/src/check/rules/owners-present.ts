import { report } from '../../diagnostics/diagnostic.ts';
import type { Condition } from '../../ir/types.ts';
import type { CheckRule } from '../rule.ts';

/** A lead that is routed to the person in a field has that field. */
export const ownersPresent: CheckRule = {
  reads: ['handoff', 'vocabulary'],
  *find({ routing, fields }, { at }) {
    if (!routing) return;
    const optional = (id: string): boolean => fields.some((field) => field.id === id && !field.required);
    for (const { to, when, span } of routing.rows)
      if (to.kind === 'owner' && optional(to.field) && !asksFor(when, to.field))
        yield report('owner-may-be-missing', span, { field: to.field });
    if (routing.otherwise?.kind === 'owner' && optional(routing.otherwise.field))
      yield report('owner-may-be-missing', at('handoff', 'routing', 'otherwise').span, {
        field: routing.otherwise.field,
      });
  },
};

/** Whether the condition can only hold when the field is there. */
function asksFor(condition: Condition, field: string): boolean {
  if (condition.kind === 'all') return condition.of.some((part) => asksFor(part, field));
  if (condition.kind === 'any') return condition.of.every((part) => asksFor(part, field));
  if (condition.kind === 'not' && condition.of.kind === 'not') return asksFor(condition.of.of, field);
  if (condition.kind !== 'present' && condition.kind !== 'text') return false;
  return condition.subject.kind === 'field' && condition.subject.id === field;
}
