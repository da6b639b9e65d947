import { readLead } from '../ir/read-lead.ts';
import type { Agreement, Explanation, Example, Lead } from '../ir/types.ts';
import { compareExample } from './compare.ts';
import { decided } from './decide.ts';
import { expectationOf } from './expect.ts';
import { mutantsOf } from './mutants.ts';
import type { Distinction, Distinguish, Mutant } from './types.ts';

/** A change that no example notices. */
export interface Survivor {
  readonly mutant: Mutant;
  readonly found: Exclude<Distinction, { readonly verdict: 'same' }>;
}

export interface MutationScore {
  /** Changes that some example notices. */
  readonly noticed: number;
  readonly survivors: readonly Survivor[];
  /** Changes that change nothing: they are not counted. */
  readonly same: readonly Mutant[];
}

export interface MutationOptions {
  readonly distinguish: Distinguish;
  /** Called after each change, with how many of how many are done. */
  readonly tick?: (done: number, of: number) => void;
}

/**
 * How many small changes of an agreement its examples notice. An example counts only if it passes on the agreement as it
 * is; it notices a change if it then fails.
 *
 * ```ts
 * const { noticed, survivors } = mutationScore(agreement, agreement.examples, { distinguish: searchDifference });
 * ```
 */
export function mutationScore(
  agreement: Agreement,
  examples: readonly Example[],
  { distinguish, tick }: MutationOptions,
): MutationScore {
  const notices = noticing(agreement, examples);
  const mutants = mutantsOf(agreement);
  const survivors: Survivor[] = [];
  const same: Mutant[] = [];
  for (const [index, mutant] of mutants.entries()) {
    if (!notices(mutant)) {
      const found = shown(agreement, mutant, distinguish(agreement, mutant.agreement()));
      if (found.verdict === 'same') same.push(mutant);
      else survivors.push({ mutant, found });
    }
    tick?.(index + 1, mutants.length);
  }
  return { noticed: mutants.length - survivors.length - same.length, survivors, same };
}

/** A difference for which no example has a word, such as a reminder, is as good as none that was found. */
function shown(agreement: Agreement, mutant: Mutant, found: Distinction): Distinction {
  if (found.verdict !== 'different') return found;
  const one = { input: found.lead, asOf: found.asOf };
  return expectationOf(agreement, mutant.agreement(), one) ? found : { verdict: 'unknown' };
}

interface Runnable {
  readonly example: Example;
  readonly lead: Lead;
  /** What it expects, and what made the decision: ids, in text. */
  readonly expects: ReadonlySet<string>;
  readonly made: ReadonlySet<string>;
}

/** Whether one of the examples notices a change; those that name what was changed are tried first. */
export function noticing(agreement: Agreement, examples: readonly Example[]): (mutant: Mutant) => boolean {
  const runnable = examples.flatMap((example) => runnableOf(agreement, example));
  const orders = new Map<string, readonly Runnable[]>();
  return ({ about, agreement: changed }) => {
    const order = orders.get(about) ?? runnable.toSorted((a, b) => nearness(b, about) - nearness(a, about));
    orders.set(about, order);
    const other = changed();
    return order.some(({ example, lead }) => fails(example, decided(other, lead, example.as_of)));
  };
}

function runnableOf(agreement: Agreement, example: Example): readonly Runnable[] {
  const reading = readLead(agreement, example.lead);
  if (!('lead' in reading)) return [];
  const decision = decided(agreement, reading.lead, example.as_of);
  if (decision === undefined || fails(example, decision)) return [];
  const expects = new Set(JSON.stringify(example.expect).match(/[a-z][a-z0-9_]*/gi));
  const promises = decision.promises.map(({ id }) => id);
  return [
    {
      example,
      lead: reading.lead,
      expects,
      made: new Set([...decision.reasons, ...promises, ...decision.notices]),
    },
  ];
}

function nearness({ expects, made }: Runnable, about: string): number {
  return Number(expects.has(about)) * 2 + Number(made.has(about));
}

function fails(example: Example, decision: Explanation | undefined): boolean {
  return decision === undefined || compareExample(example, decision, String).length > 0;
}
