import type { Witness } from '@smarketing/compiler';
import {
  type Agreement,
  evaluate,
  type Example,
  type Expectation,
  readLead,
  type SourceSpan,
} from '@smarketing/compiler/ir';
import { withMoments } from '../examples/moments.ts';

/** What an example of it is called, and what it says. */
export interface ExampleWords {
  readonly id: string;
  readonly says: string;
  readonly span: SourceSpan;
}

/** A witness as an example: the lead, and what the agreement decides about it today. */
export function exampleOf(
  agreement: Agreement,
  { lead, as_of: asOf }: Witness,
  { id, says, span }: ExampleWords,
): Example {
  const named = { ...withMoments(agreement, lead), id };
  const reading = readLead(agreement, named);
  if (!('lead' in reading)) throw new Error(`The agreement ${agreement.name} refuses its own witness.`);
  const { stage, grade, persona, route } = evaluate(agreement, reading.lead, { asOf });
  const expect: Expectation = {
    stage,
    ...(agreement.grades && { grade }),
    ...(agreement.personas.length > 0 && { persona }),
    ...(agreement.routing && { route: route?.id ?? null }),
  };
  return { kind: 'example', id, says, as_of: asOf, lead: named, expect, span };
}
