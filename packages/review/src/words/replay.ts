import { whole } from '@smarketing/compiler/words';
import { type Cohort, fewest, type Movement, type Replay, type Share, type Told } from '../replay/data.ts';
import { figure } from './figures.ts';

/** What a replay is, as its heading says. */
export const replayTitle = 'Replayed: the leads of an export, decided by both versions';

/** A replay in words. They quote the agreement: text, not markup. */
export interface ReplayWords {
  /** That smarketing has a bug, as leads show; `null` if not. */
  readonly bug: string | null;
  readonly says: string;
  /** Rows of: what, now, proposed, leads. */
  readonly moves: readonly (readonly [string, string, string, string])[];
  /** How many more of these there are. */
  readonly more: number;
  readonly handover: string | null;
  /** The stage in which leads are won, and rows of: handed over by whom, leads, won, lost. */
  readonly won: string;
  readonly cohorts: readonly (readonly [string, string, string, string])[];
}

/** More rows are not shown. */
const mostRows = 12;

export function replayWords(replay: Replay): ReplayWords {
  const { moves, handover } = replay;
  const isApart = handover?.cohorts.some(({ who, leads }) => who !== 'both' && leads !== 0) ?? false;
  return {
    bug: bugWords(replay),
    says: countWords(replay),
    moves: moves.slice(0, mostRows).map(moveWords),
    more: Math.max(0, moves.length - mostRows),
    handover: handover && handoverWords(handover, isApart),
    won: handover?.won ?? '',
    cohorts: isApart && handover?.hasOutcomes ? handover.cohorts.map(cohortWords) : [],
  };
}

/** A count as it is told: not below five. */
export function toldWords(count: Told): string {
  return count === null ? `fewer than ${fewest}` : whole(count);
}

function bugWords({ outside }: Replay): string | null {
  if (outside !== 'some') return null;
  return `This is a bug of smarketing: some of these leads are decided differently and are in none of the sets that are said to be all. Do not rely on the proof above, and report it.`;
}

function countWords({ leads, created, as_of: asOf, refused, changed, outside, moves }: Replay): string {
  const at = `as of ${asOf.slice(0, 10)} ${asOf.slice(11, 16)} UTC`;
  const when = created ? ` that were created from ${created[0]} to ${created[1]}` : '';
  const left = refused > 0 ? ` ${whole(refused)} more could not be read, or not by both versions.` : '';
  if (leads === null) return `Fewer than ${fewest} leads, ${at}: of so few nothing is told.${left}`;
  if (leads === 0) return `There are no leads that both versions decide, ${at}.${left}`;
  const isSome = changed !== 0;
  const share = changed === null || !isSome ? '' : ` (${figure(changed / leads, 'share')})`;
  const proof =
    outside === null
      ? ' The proof does not tell all leads that are.'
      : isSome && outside === 'none'
        ? ' Each of them is among those that the proof tells.'
        : '';
  const stay =
    isSome && moves.length === 0
      ? ' They stay in the same stage, grade, persona and queue: what differs are bands, promises or notices.'
      : '';
  return `${whole(leads)} leads${when}, ${at}: ${toldWords(changed)} of them are decided differently${share}.${stay}${proof}${left} A count of fewer than ${fewest} leads is not told.`;
}

const aspects = { stage: 'Stage', grade: 'Grade', persona: 'Persona', queue: 'Queue' } as const;

function moveWords({ aspect, from, to, leads }: Movement): readonly [string, string, string, string] {
  return [aspects[aspect], from ?? 'none', to ?? 'none', toldWords(leads)];
}

function handoverWords(
  { stage, won, hasOutcomes, before, after }: NonNullable<Replay['handover']>,
  isApart: boolean,
): string {
  const says = `If all of them began anew, by what is known of them today, ${toldWords(before)} would come to ${stage} now, and ${toldWords(after)} as proposed.`;
  if (!isApart) return says;
  return hasOutcomes
    ? `${says} What really became of them so far, with what bounds it in nine of ten samples as large:`
    : `${says} None of them has come to ${won} yet, so nothing is known of what became of them.`;
}

const whos: Readonly<Record<Cohort['who'], string>> = {
  both: 'both versions',
  added: 'the proposed version only',
  dropped: 'the present version only',
};

function cohortWords({ who, leads, won, lost }: Cohort): readonly [string, string, string, string] {
  return [whos[who], toldWords(leads), shareWords(won), shareWords(lost)];
}

function shareWords(share: Share | null): string {
  return share
    ? `${figure(share.share, 'share')} (${figure(share.low, 'share')} to ${figure(share.high, 'share')})`
    : '';
}
