import { type Diagnostic, report } from '../diagnostics/diagnostic.ts';
import type { SourceSpan } from '../ir/types.ts';
import type { Asker, Question } from './ask/asker.ts';
import { minimal } from './ask/minimal.ts';
import type { Case } from './ask/replay.ts';
import { inWords } from './ask/words.ts';
import type { Property, Topic, Witness } from './report.ts';

/** One kind of property of an agreement: asks about everything that has it. */
export type PropertyRule = (asker: Asker) => Iterable<Property>;

export interface Statement {
  readonly topic: Topic;
  readonly says: string;
  readonly about: string | null;
  readonly span: SourceSpan;
}

/** States that no lead has something; one that has it is told about, and so is that it is not known. */
export function never(
  asker: Asker,
  statement: Statement,
  { question, tell }: { readonly question: Question; readonly tell: (witness: Witness) => Diagnostic },
): Property {
  const found = asker.find(question);
  switch (found.verdict) {
    case 'none':
      return { ...statement, ...quiet, verdict: 'proved' };
    case 'unknown':
      return {
        ...statement,
        ...quiet,
        verdict: 'unknown',
        reason: found.reason,
        finding: notProved(statement, found),
      };
    case 'found': {
      const witness = witnessOf(asker, found.lead, question.holds);
      return { ...statement, ...quiet, verdict: 'refuted', witness, finding: tell(witness) };
    }
  }
}

/**
 * States that some lead has something; that none has is told about. That no lead is known yet is no defect: it is only shown
 * among the properties.
 */
export function some(
  asker: Asker,
  statement: Statement,
  { question, tell }: { readonly question: Question; readonly tell: () => Diagnostic },
): Property {
  const found = asker.find(question);
  switch (found.verdict) {
    case 'found':
      return foundOf(asker, statement, found.lead);
    case 'none':
      return { ...statement, ...quiet, verdict: 'refuted', finding: tell() };
    case 'unknown':
      return { ...statement, ...quiet, verdict: 'unknown', reason: found.reason };
  }
}

/** A statement that a lead proves. */
export function foundOf(asker: Asker, statement: Statement, lead: Case): Property {
  return { ...statement, ...quiet, verdict: 'proved', witness: plainWitness(asker, lead) };
}

function notProved({ says, span }: Statement, { reason }: { readonly reason: string }): Diagnostic {
  return report('not-proved', span, { statement: says, reason });
}

const quiet = { witness: null, reason: null, finding: null } as const;

/** The lead with only what matters. */
export function witnessOf(asker: Asker, found: Case, holds: (found: Case) => boolean): Witness {
  return plainWitness(asker, minimal(asker.world.agreement, found, holds));
}

function plainWitness({ world }: Asker, found: Case): Witness {
  return { lead: found.input, as_of: found.asOf, says: inWords(world.agreement, found) };
}
