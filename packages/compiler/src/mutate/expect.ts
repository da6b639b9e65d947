import type { LeadCase } from '../ir/leads/index.ts';
import { readLead } from '../ir/read-lead.ts';
import type { Agreement, Expectation } from '../ir/types.ts';
import { decided } from './decide.ts';
import { leastExpectation } from './observe.ts';

/** What an example about this lead has to expect to tell two agreements apart; `undefined` if none can. */
export function expectationOf(
  agreement: Agreement,
  changed: Agreement,
  { input, asOf, about }: LeadCase & { readonly about?: string },
): Expectation | undefined {
  const reading = readLead(agreement, input);
  if (!('lead' in reading)) return undefined;
  const [is, was] = [agreement, changed].map((either) => decided(either, reading.lead, asOf));
  if (is === undefined) return undefined;
  return was === undefined ? { stage: is.stage } : leastExpectation(is, was, about);
}
