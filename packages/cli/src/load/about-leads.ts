import { seal } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';

/**
 * The agreement without what says nothing about a lead, and with other parts: what is asked of it cannot depend on what is not
 * there, and so has the same answer, whoever changes that. Of an example its lead is left: what it expects is for the checker.
 */
export function aboutLeads(agreement: Agreement, instead: Partial<Agreement>): Agreement {
  const { hash: _, ...all } = agreement;
  return seal({
    ...all,
    summary: null,
    terms: [],
    goals: [],
    attribution: null,
    incentives: [],
    meetings: [],
    mappings: [],
    examples: agreement.examples.map((one) => ({ ...one, says: '', expect: {} })),
    ...instead,
  });
}
