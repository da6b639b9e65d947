import { evaluate } from '../ir/evaluate.ts';
import type { Agreement, Explanation, Lead } from '../ir/types.ts';

/** The decision; `undefined` when the agreement moves the lead in a circle, which only a changed one can do. */
export function decided(agreement: Agreement, lead: Lead, asOf: number): Explanation | undefined {
  try {
    return evaluate(agreement, lead, { asOf });
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Transitions move in a circle')) return undefined;
    throw error;
  }
}
