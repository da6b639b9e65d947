import type { Agreement } from '../../../src/ir/index.ts';
import { decideByHand, type PlainLead } from '../by-hand.ts';
import type { Side } from '../measure.ts';
import { duckDb } from './duckdb.ts';
import { installPeers } from './install.ts';
import { jsonLogic } from './json-logic.ts';
import { jsonRules } from './json-rules.ts';
import { type Answer, factsOf } from './rules.ts';
import { zen } from './zen.ts';

/**
 * Other rule engines with the same rules, each checked against the function written by hand. They get less to do: what the events of a
 * lead add up to is counted for them before (not for SQL), and the deadline is left out.
 */
export async function peerSides(
  agreement: Agreement,
  leads: readonly PlainLead[],
  momentOf: (at: number) => number,
): Promise<readonly Side[]> {
  installPeers();
  const wanted = leads.map((lead, at): Answer => {
    const { due: _, ...answer } = decideByHand(lead, momentOf(at));
    return answer;
  });
  const sides: Side[] = [];
  for (const peer of [await jsonLogic(agreement), await jsonRules(agreement), await zen(agreement)]) {
    const facts = leads.slice(0, peer.most).map((lead, at) => factsOf(agreement, lead, momentOf(at)));
    check(peer.name, await peer.decide(facts), wanted);
    sides.push({ name: peer.name, leads: facts.length, work: async () => peer.decide(facts) });
  }
  const sql = await duckDb(agreement, leads, momentOf);
  await sql.decide();
  check('DuckDB', await sql.answers(), wanted);
  return [...sides, { name: 'DuckDB, one thread', leads: leads.length, work: sql.decide }];
}

function check(name: string, answers: readonly Answer[], wanted: readonly Answer[]): void {
  for (const [at, answer] of answers.entries()) {
    if (JSON.stringify(answer) === JSON.stringify(wanted[at])) continue;
    throw new Error(
      `lead ${at}: ${JSON.stringify(wanted[at])} by hand, ${JSON.stringify(answer)} by ${name}`,
    );
  }
}
