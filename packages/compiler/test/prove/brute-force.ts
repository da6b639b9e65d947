import { createAsker } from '../../src/prove/ask/asker.ts';
import { drawFrom } from './draw.ts';
import { decide, enumerateLeads } from './enumerate.ts';
import { questionsOf } from './questions.ts';
import { randomAgreement } from './random-agreement.ts';

export interface Tally {
  readonly found: number;
  readonly none: number;
  /** Not answered, and whether going through leads found one. */
  readonly unknown: readonly string[];
  readonly wrong: readonly string[];
  readonly leads: number;
}

/** Asks everything about the agreement of a seed, and compares the answers with leads gone through one by one. */
export function bruteForce(seed: number, count: number): Tally {
  const agreement = randomAgreement(seed);
  const asker = createAsker(agreement);
  const leads = enumerateLeads(agreement, { count, seed });
  const tally = { found: 0, none: 0, unknown: [] as string[], wrong: [] as string[], leads: leads.length };
  for (const question of questionsOf(asker, drawFrom(seed))) {
    const answer = asker.find(question);
    const say = (what: string): string => `seed ${seed}: ${question.says}: ${what}`;
    if (answer.verdict === 'found') {
      tally.found += 1;
      if (!question.holds(decide(agreement, answer.lead))) tally.wrong.push(say('the lead does not show it'));
      continue;
    }
    const example = leads.find(question.holds);
    if (answer.verdict === 'none') {
      tally.none += 1;
      if (example) tally.wrong.push(say(`proved, but ${JSON.stringify(example.input)} at ${example.asOf}`));
    } else tally.unknown.push(say(`${answer.reason}; ${example ? 'there is one' : 'none seen'}`));
  }
  return tally;
}
