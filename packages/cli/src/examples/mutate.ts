import {
  type Distinction,
  distinguish,
  type MissingExample,
  type MutationScore,
  missingExamples,
  mutationScore,
  searchDifference,
} from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import type { Io } from '../io.ts';
import { appendExamples } from './append.ts';
import { withMoments } from './moments.ts';
import { createMutantProgress } from './mutate-progress.ts';

/** Which small changes of an agreement its examples notice, and the examples that are missing. */
export interface Mutated {
  readonly score: MutationScore;
  readonly missing: readonly MissingExample[];
  /** Where they were written to, inside the agreement's folder. */
  readonly written: string | null;
}

const file = 'examples/missing.yaml';

/** Changes one thing of an agreement after the other, and writes the missing examples if it is asked to. */
export function mutate(
  agreement: Agreement,
  { folder, write }: { readonly folder: string; readonly write: boolean },
  io: Io,
): Mutated {
  const progress = createMutantProgress(io);
  const score = mutationScore(agreement, agreement.examples, {
    distinguish: tellApart,
    tick: progress.tick,
  });
  progress.clear();
  const missing = missingExamples(agreement, score.survivors);
  if (!write || missing.length === 0) return { score, missing, written: null };
  const examples = missing.map(({ example }) => example);
  appendExamples({ folder, file }, agreement, examples);
  return { score, missing, written: file };
}

/** Searching is quick and mostly finds a lead; only where it does not, the prover is asked whether there is one. */
function tellApart(agreement: Agreement, changed: Agreement): Distinction {
  const searched = searchDifference(agreement, changed);
  if (searched.verdict !== 'unknown') return searched;
  const proved = distinguish(agreement, changed);
  return proved.verdict === 'different' ? { ...proved, lead: withMoments(agreement, proved.lead) } : proved;
}
