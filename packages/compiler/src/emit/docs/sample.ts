import { firstOf } from '../../found.ts';
import { evaluate } from '../../ir/evaluate.ts';
import { readLead } from '../../ir/read-lead.ts';
import type { Agreement, Explanation, Field, LeadInput } from '../../ir/types.ts';

/** A lead to show, and the moment at which to look at it. */
export interface Sample {
  readonly input: LeadInput;
  readonly asOf: number;
}

/** The agreement's first example that can be shown, else a lead with no more than it must have. */
export function sampleOf(agreement: Agreement): Sample & { readonly decision: Explanation } {
  for (const sample of samplesOf(agreement)) {
    const { input, asOf } = sample;
    const reading = readLead(agreement, input);
    if ('lead' in reading) return { input, asOf, decision: evaluate(agreement, reading.lead, { asOf }) };
  }
  throw new Error('the plainest lead that was made is not one that the agreement takes');
}

/** The agreement's examples as far as they can be shown, and a lead with no more than it must have. */
export function samplesOf(agreement: Agreement): readonly Sample[] {
  const examples = agreement.examples.map(({ lead, as_of }) => ({
    input: shown(agreement, lead),
    asOf: as_of,
  }));
  const asOf = Date.parse(`${agreement.effective_from}T12:00:00Z`);
  return [...examples, { input: leastLead(agreement, asOf), asOf }];
}

/** Without what is personal, as far as it may be left out. */
function shown({ fields }: Agreement, lead: LeadInput): LeadInput {
  const hidden = fields.filter(({ personal, required }) => personal && !required).map(({ id }) => id);
  return Object.fromEntries(
    Object.entries(lead).filter(([key, value]) => !hidden.includes(key) && value !== null),
  ) as unknown as LeadInput;
}

function leastLead({ fields }: Agreement, asOf: number): LeadInput {
  const required = fields
    .filter((field) => field.required)
    .map((field) => [field.id, plainValue(field, asOf)]);
  const day = 86_400_000;
  return { id: 'lead-1', created_at: new Date(asOf - day).toISOString(), ...Object.fromEntries(required) };
}

function plainValue({ type, options, min, max, max_length, decimals }: Field, asOf: number): unknown {
  switch (type) {
    case 'choice':
      return firstOf(options).id;
    case 'choices':
      return [];
    case 'flag':
      return true;
    case 'text':
      return 'text'.slice(0, Number(max_length));
    case 'date':
      return new Date(asOf).toISOString().slice(0, 10);
    case 'moment':
      return new Date(asOf).toISOString();
    default:
      return Math.min(Math.max(0, Number(min)), Number(max)) / 10 ** decimals;
  }
}
