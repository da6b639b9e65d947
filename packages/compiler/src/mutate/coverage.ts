import { readLead } from '../ir/read-lead.ts';
import type { Agreement, Explanation, Example } from '../ir/types.ts';
import { decided } from './decide.ts';

/** How many things of one kind some example makes work, and the ids of those that none does. */
export interface Covered {
  readonly what: string;
  readonly of: number;
  readonly missing: readonly string[];
}

/**
 * What of an agreement its examples make work, whatever they expect: rules that gave points, rows that were taken,
 * transitions that moved a lead, messages that were due, promises whose clock started.
 */
export function coverageOf(agreement: Agreement, examples: readonly Example[]): readonly Covered[] {
  const decisions = examples.flatMap((example) => {
    const reading = readLead(agreement, example.lead);
    return 'lead' in reading ? (decided(agreement, reading.lead, example.as_of) ?? []) : [];
  });
  const reasons = seen(decisions, ({ reasons }) => reasons);
  const { scores, personas, grades, transitions, routing, notices, promises } = agreement;
  const ofLeads = promises.filter(({ kind }) => kind === 'clock' || kind === 'attempts');
  return [
    covered(
      'scoring rule',
      scores.flatMap(({ rules }) => rules),
      reasons,
    ),
    covered(
      'persona',
      personas,
      seen(decisions, ({ persona }) => persona ?? []),
    ),
    covered('grade row', grades?.rows ?? [], reasons),
    covered('transition', transitions, reasons),
    covered('route', routing?.rows ?? [], reasons),
    covered(
      'notice',
      notices,
      seen(decisions, (decision) => decision.notices),
    ),
    covered(
      'promise',
      ofLeads,
      seen(decisions, (decision) => decision.promises.map(({ id }) => id)),
    ),
  ].filter(({ of }) => of > 0);
}

function seen(
  decisions: readonly Explanation[],
  ids: (decision: Explanation) => string | readonly string[],
): ReadonlySet<string> {
  return new Set(decisions.flatMap(ids));
}

function covered(
  what: string,
  things: readonly { readonly id: string }[],
  met: ReadonlySet<string>,
): Covered {
  const missing = things.filter(({ id }) => !met.has(id)).map(({ id }) => id);
  return { what, of: things.length, missing };
}
