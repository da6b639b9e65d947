import type { Condition } from '@smarketing/compiler/ir';

/** Whether a condition asks only for choices, flags and numbers of fields, which are the same over a lead's life. */
export function asksFieldsOnly(condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'some':
      return condition.of.every(asksFieldsOnly);
    case 'not':
      return asksFieldsOnly(condition.of);
    case 'present':
    case 'choice':
    case 'flag':
      return condition.subject.kind === 'field';
    default:
      return false;
  }
}
