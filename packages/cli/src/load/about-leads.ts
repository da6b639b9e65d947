import { seal } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';

/**
 * The agreement without what says nothing about a lead, and with other parts: what is asked of it cannot depend on what is not
 * there, and so has the same answer, whoever changes that.
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
    ...instead,
  });
}
