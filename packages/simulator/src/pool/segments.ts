import type { Condition } from '@smarketing/compiler/ir';
import type { DrawnLead } from './draw-lead.ts';

/** Whether a condition that asks for fields only holds for a lead. */
export function holds(condition: Condition, lead: DrawnLead): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((one) => holds(one, lead));
    case 'any':
      return condition.of.some((one) => holds(one, lead));
    case 'some':
      return condition.of.filter((one) => holds(one, lead)).length >= condition.at_least;
    case 'not':
      return !holds(condition.of, lead);
    case 'present':
      return valueOf(condition, lead) !== undefined;
    case 'choice':
      return condition.options.includes(valueOf(condition, lead) as string);
    case 'flag':
      return valueOf(condition, lead) === condition.is;
    default:
      throw new Error(`A condition that asks for ${condition.kind} is not one of fields.`);
  }
}

function valueOf({ subject }: Extract<Condition, { subject: unknown }>, lead: DrawnLead): unknown {
  if (subject.kind !== 'field')
    throw new Error(`A condition that asks for ${subject.kind} is not one of fields.`);
  return lead[subject.id];
}
