import type { Agreement, Decision } from '@smarketing/compiler/ir';
import { readLead } from '@smarketing/compiler/ir';
import { anewIn, type Replay, type ReplayedLead, type Review, startReplay } from '@smarketing/review';
import type { Io } from '../io.ts';
import { type AskedOptions, openLeadsOf } from '../leads/asked.ts';
import { fromEngine, type SourceProblem } from '../leads/lead.ts';
import { type GeneratedEngine, loadGenerated, type ReadLead } from '../load/engine.ts';
import { createProgress } from '../report/progress.ts';
import { createRefusals } from '../report/refusals.ts';

export type ReplayOptions = Pick<AskedOptions, 'leads' | 'agreement' | 'mapping' | 'asOf'>;

/** Decides every lead of a file by both versions; `undefined` after the findings about its columns. */
export async function replay(review: Review, options: ReplayOptions, io: Io): Promise<Replay | undefined> {
  const opened = await openLeadsOf(review.after, options, io);
  if (!opened) return undefined;
  const { source, leads, asOf } = opened;
  const decideTwice = await decidingTwice(review, asOf);
  const replaying = startReplay(review, asOf);
  const progress = createProgress(source, io);
  const refusals = createRefusals({ source, toFile: null, clear: progress.clear }, io);
  let count = 0;
  for await (const lead of leads) {
    const decided = 'problems' in lead ? lead : decideTwice(lead.input);
    if ('problems' in decided) {
      replaying.refuse();
      await refusals.add(lead.place, decided.problems);
    } else replaying.add(decided);
    progress.tick((count += 1));
  }
  progress.clear();
  await refusals.end();
  return replaying.result();
}

interface Refused {
  readonly problems: readonly SourceProblem[];
}

type DecideTwice = (input: unknown) => ReplayedLead | Refused;

/** Decides leads by the engines of both versions, as they stand and as if they began anew. */
async function decidingTwice({ before, after }: Review, asOf: number): Promise<DecideTwice> {
  const [one, other] = [await loadGenerated(before), await loadGenerated(after)];
  const decide = pairOf(one, other, asOf);
  const anew = anewIn(before);
  return (input) => {
    const standing = decide(input);
    if ('problems' in standing) return standing;
    const fresh = anew(input);
    const begun = fresh === input ? standing : decide(fresh);
    if ('problems' in begun) return begun;
    const { lead, was, is } = standing;
    return {
      created_at: lead.created_at,
      fields: lead as ReadLead & Readonly<Record<string, unknown>>,
      events: lead.events,
      lead: () => readAgain(before, input),
      was,
      is,
      anew: [begun.was, begun.is],
    };
  };
}

interface DecidedPair {
  readonly lead: ReadLead;
  readonly was: Decision;
  readonly is: Decision;
}

/** Each engine reads a lead for itself: what it keeps of one depends on its rules. */
function pairOf(
  one: GeneratedEngine,
  other: GeneratedEngine,
  asOf: number,
): (input: unknown) => DecidedPair | Refused {
  return (input) => {
    const [read, again] = [fromEngine(one.readLead(input)), fromEngine(other.readLead(input))];
    if ('problems' in read) return read;
    if ('problems' in again) return again;
    return { lead: read.lead, was: one.decide(read.lead, { asOf }), is: other.decide(again.lead, { asOf }) };
  };
}

function readAgain(agreement: Agreement, input: unknown) {
  const reading = readLead(agreement, input);
  if ('lead' in reading) return reading.lead;
  throw new Error(`A lead that the engine takes is refused: ${JSON.stringify(reading.problems)}`);
}
