import { mutantsOf } from '../../src/mutate/mutants.ts';
import { isDecidedOtherwise, replay } from '../../src/prove/ask/replay.ts';
import { distinguish } from '../../src/prove/facts/distinguish.ts';
import { drawFrom } from './draw.ts';
import { enumerateLeads } from './enumerate.ts';
import { randomAgreement } from './random-agreement.ts';

export interface Compared {
  readonly same: number;
  readonly different: number;
  /** Not answered, and whether going through leads found one that is decided otherwise. */
  readonly unknown: readonly string[];
  readonly wrong: readonly string[];
}

/** Compares the agreement of a seed with some mutants of it, and the answers with leads gone through one by one. */
export function compareVersions(
  seed: number,
  { leads, mutants }: { readonly leads: number; readonly mutants: number },
): Compared {
  const agreement = randomAgreement(seed);
  const cases = enumerateLeads(agreement, { count: leads, seed });
  const compared = { same: 0, different: 0, unknown: [] as string[], wrong: [] as string[] };
  for (const mutant of drawFrom(seed).some(mutantsOf(agreement), mutants)) {
    const other = mutant.agreement();
    const answer = unlessCircular(() => distinguish(agreement, other));
    if (!answer) continue;
    const say = (what: string): string => `seed ${seed}: ${mutant.says} ${what}`;
    if (answer.verdict === 'different') {
      compared.different += 1;
      const found = replay(agreement, answer.lead, answer.asOf);
      if (!found || !isDecidedOtherwise(other, found)) compared.wrong.push(say('the lead does not show it'));
      continue;
    }
    const example = cases.find((found) => isDecidedOtherwise(other, found));
    const shown = example && `${JSON.stringify(example.input)} at ${example.asOf}`;
    if (answer.verdict === 'unknown') compared.unknown.push(say(shown ? 'there is one' : 'none seen'));
    else {
      compared.same += 1;
      if (shown !== undefined) compared.wrong.push(say(`same, but ${shown}`));
    }
  }
  return compared;
}

/** What is asked of a mutant that the compiler would take: not of one whose rules send a lead round in a circle. */
export function unlessCircular<Answer>(ask: () => Answer): Answer | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Transitions move in a circle')) return undefined;
    throw error;
  }
}
