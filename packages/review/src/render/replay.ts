import { markdown, table } from '@smarketing/compiler';
import {
  type Cohort,
  fewest,
  type Handover,
  type Movement,
  type Replay,
  type Segment,
  type Share,
  type Told,
} from '../replay/data.ts';
import { figure } from '../words/figures.ts';
import { shortened } from './markdown.ts';
import type { Section } from './pieces.ts';

export const replayTitle = 'Replayed: the leads of an export, decided by both versions';

/** A replay as sections of the comment; segments are folded. */
export function replaySections(replay: Replay): readonly Section[] {
  const segments = replay.segments
    .filter(isTouched)
    .toSorted((a, b) => Number(b.changed) - Number(a.changed));
  return [
    { title: replayTitle, text: replayText(replay) },
    ...(segments.length > 0
      ? [{ title: 'Replayed: by segment', text: segmentsTable(segments), isFolded: true }]
      : []),
  ];
}

function replayText(replay: Replay): string {
  const { leads, created, as_of: asOf, refused, changed, moves, handover } = replay;
  const when = created ? ` that were created from ${created[0]} to ${created[1]}` : '';
  const left = refused > 0 ? ` ${grouped(refused)} more could not be read, or not by both versions.` : '';
  const share = leads > 0 && changed > 0 ? ` (${figure(changed / leads, 'share')})` : '';
  return [
    bugText(replay),
    `${grouped(leads)} leads${when}, as of ${asOf.slice(0, 16)} UTC.${left} **${grouped(changed)} of them are decided differently**${share}.`,
    moves.length > 0 ? movesTable(moves) : '',
    handover ? handoverText(handover) : '',
    `A count of fewer than ${fewest} leads is not told.`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function bugText({ outside, changed }: Replay): string {
  if (outside === null)
    return 'The proof does not tell all leads that are decided differently, so these are only some that are.';
  if (outside > 0)
    return `**This is a bug of smarketing: ${grouped(outside)} of these leads are decided differently and are in none of the sets that are said to be all. Do not rely on the proof above, and report it.**`;
  return changed > 0 ? 'Each lead that is decided differently is among those above.' : '';
}

const aspects = { stage: 'Stage', grade: 'Grade', persona: 'Persona', queue: 'Queue' } as const;
/** More rows of a table are not shown. */
const mostRows = 12;

function movesTable(moves: readonly Movement[]): string {
  const rows = moves
    .slice(0, mostRows)
    .map(({ aspect, from, to, leads }) => [aspects[aspect], quoted(from), quoted(to), toldWords(leads)]);
  return withRest(table(['', 'Now', 'Proposed', 'Leads'], rows), moves.length);
}

function withRest(shown: string, count: number): string {
  return count > mostRows ? `${shown}\n\nand ${grouped(count - mostRows)} more` : shown;
}

function quoted(text: string | null): string {
  return text === null ? 'none' : markdown(shortened(text, 200));
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

function toldWords(count: Told): string {
  return count === null ? `fewer than ${fewest}` : grouped(count);
}

const whos: Readonly<Record<Cohort['who'], string>> = {
  both: 'both versions',
  added: 'the proposed version only',
  dropped: 'the present version only',
};

function handoverText({ stage, won, hasOutcomes, before, after, cohorts }: Handover): string {
  const says = `If all of them began anew, by what is known of them today, ${toldWords(before)} would come to ${quoted(stage)} now, and ${toldWords(after)} as proposed.`;
  if (cohorts.every(({ who, leads }) => who === 'both' || leads === 0)) return says;
  if (!hasOutcomes)
    return `${says} None of them has come to ${quoted(won)} yet, so nothing is known of what became of them.`;
  const rows = cohorts.map(({ who, leads, won: had, lost }) => [
    whos[who],
    toldWords(leads),
    shareWords(had),
    shareWords(lost),
  ]);
  return [
    `${says} What really became of them so far, with what bounds it in nine of ten samples as large:`,
    table(['Handed over by', 'Leads', `Came to ${quoted(won)}`, 'Left the funnel'], rows),
  ].join('\n\n');
}

function shareWords(share: Share | null): string {
  return share
    ? `${figure(share.share, 'share')} (${figure(share.low, 'share')} to ${figure(share.high, 'share')})`
    : '';
}

/** Where leads are decided or handed over differently, and enough of them to be told. */
function isTouched({ changed, handed }: Segment): boolean {
  return (changed !== null && changed > 0) || handed[0] !== handed[1];
}

const mostSegments = 40;

function segmentsTable(segments: readonly Segment[]): string {
  const rows = segments
    .slice(0, mostSegments)
    .map(({ by, value, leads, changed, handed }) => [
      quoted(by),
      quoted(value),
      grouped(leads),
      toldWords(changed),
      handed[0] === handed[1] ? toldWords(handed[0]) : `${toldWords(handed[0])} → ${toldWords(handed[1])}`,
    ]);
  return table(['', '', 'Leads', 'Decided differently', 'Handed over'], rows);
}
