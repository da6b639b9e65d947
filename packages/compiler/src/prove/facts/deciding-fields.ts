import { evaluate } from '../../ir/evaluate.ts';
import { randomLead } from '../../ir/leads/random-lead.ts';
import { usualValues } from '../../ir/leads/values.ts';
import { seededRandom } from '../../ir/random.ts';
import { readLead } from '../../ir/read-lead.ts';
import type { Agreement, Decision, Field, LeadInput } from '../../ir/types.ts';

/** How often the decision about a lead hangs on one field that is not known. */
export interface Deciding {
  readonly field: string;
  /** Of so many leads that miss the field … */
  readonly leads: number;
  /** … so many would be decided differently, in stage, grade, persona or route, if it were known. */
  readonly decided: number;
}

export interface DecidingOptions {
  readonly leads?: number;
  readonly seed?: number;
  /** A faster decision than the reference, such as that of the generated engine. */
  readonly decide?: (lead: LeadInput, asOf: number) => Decision | undefined;
}

/**
 * Which single unknown field most often decides, the most important first: what is worth being found out about leads. Counted on
 * invented leads, the same for the same seed.
 *
 * ```ts
 * decidingFields(agreement)[0]; // { field: 'employees', leads: 200, decided: 131 }
 * ```
 */
export function decidingFields(
  agreement: Agreement,
  {
    leads = 200,
    seed = 1,
    decide = (lead, asOf) => decideByReference(agreement, lead, asOf),
  }: DecidingOptions = {},
): readonly Deciding[] {
  const random = seededRandom(seed);
  const asOf = Date.parse(`${agreement.effective_from}T12:00:00Z`) + 30 * 86_400_000;
  const all = Array.from({ length: leads }, () => randomLead(agreement, random, { asOf, events: 8 }));
  const counted = agreement.fields
    .filter(({ required }) => !required)
    .map((field): Deciding => {
      const decided = all.filter((lead) => isDecidedBy(field, lead, asOf, decide)).length;
      return { field: field.id, leads, decided };
    });
  return counted.toSorted((one, other) => other.decided - one.decided);
}

function isDecidedBy(
  field: Field,
  lead: LeadInput,
  asOf: number,
  decide: NonNullable<DecidingOptions['decide']>,
): boolean {
  const unknown = shown(decide({ ...lead, [field.id]: null }, asOf));
  return usualValues(field, asOf).some(
    (value) => shown(decide({ ...lead, [field.id]: value }, asOf)) !== unknown,
  );
}

function shown(decision: Decision | undefined): string {
  if (!decision) return '';
  const { stage, grade, persona, route } = decision;
  return JSON.stringify([stage, grade, persona, route]);
}

function decideByReference(agreement: Agreement, input: LeadInput, asOf: number): Decision | undefined {
  const reading = readLead(agreement, input);
  return 'lead' in reading ? evaluate(agreement, reading.lead, { asOf }) : undefined;
}
