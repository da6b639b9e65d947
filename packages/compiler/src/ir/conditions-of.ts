import type { Agreement, Condition, SourceSpan } from './types.ts';

/** A condition with what it belongs to. */
export interface Held {
  readonly id: string;
  readonly condition: Condition;
  readonly span: SourceSpan;
}

/** Every condition that decides about a lead (not the `where` on its own, no assertion), with its owner. */
export function conditionsOf(agreement: Omit<Agreement, 'hash'>): Held[] {
  const { transitions, scores, personas, grades, routing, notices, promises } = agreement;
  const owners = [
    ...scores.flatMap((score) => [score, ...score.groups, ...score.rules]),
    ...personas,
    ...(grades?.rows ?? []),
    ...transitions,
    ...(routing?.rows ?? []),
    ...notices,
    ...promises,
  ];
  return owners.flatMap(({ id, when, span }) => (when === null ? [] : [{ id, condition: when, span }]));
}
