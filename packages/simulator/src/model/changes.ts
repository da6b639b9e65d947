import type { Agreement, InForce } from '@smarketing/compiler/ir';

/** Moments strictly between two at which something of the agreement begins or ends to be in force, in order. */
export function changesBetween(agreement: Agreement, from: number, until: number): readonly number[] {
  const moments = new Set<number>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      if (key === 'in_force' && child !== null)
        for (const moment of Object.values(child as InForce))
          if (typeof moment === 'number') moments.add(moment);
      visit(child);
    }
  };
  visit([agreement.transitions, agreement.scores, agreement.grades, agreement.personas, agreement.routing]);
  return [...moments].filter((moment) => moment > from && moment < until).toSorted((a, b) => a - b);
}
