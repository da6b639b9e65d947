import { markdown, table } from '@smarketing/compiler';
import type { Replay, Segment } from '../replay/data.ts';
import { replayTitle, type ReplayWords, replayWords, toldWords } from '../words/replay.ts';
import { quoted, shortened } from './markdown.ts';
import type { Section } from './pieces.ts';

/** A replay as sections of the comment; segments are folded. */
export function replaySections(replay: Replay): readonly Section[] {
  const segments = replay.segments
    .filter(isTouched)
    .toSorted((a, b) => Number(b.changed) - Number(a.changed));
  return [
    { title: replayTitle, text: replayText(replayWords(replay)) },
    ...(segments.length > 0
      ? [{ title: 'Replayed: by segment', text: segmentsTable(segments), isFolded: true }]
      : []),
  ];
}

const encoded = (rows: ReplayWords['moves']): string[][] => rows.map((row) => row.map(quoted));

function replayText({ bug, says, moves, more, handover, won, cohorts }: ReplayWords): string {
  return [
    ...(bug === null ? [] : [`**${markdown(bug)}**`]),
    markdown(says),
    ...(moves.length > 0 ? [table(['', 'Now', 'Proposed', 'Leads'], encoded(moves))] : []),
    ...(more > 0 ? [`and ${more} more`] : []),
    ...(handover === null ? [] : [markdown(shortened(handover))]),
    ...(cohorts.length > 0
      ? [table(['Handed over by', 'Leads', `Came to ${quoted(won)}`, 'Left the funnel'], encoded(cohorts))]
      : []),
  ].join('\n\n');
}

/** Where leads are decided or handed over differently, and enough of them to be told. */
function isTouched({ changed, handed }: Segment): boolean {
  return (changed !== null && changed > 0) || handed[0] !== handed[1];
}

const mostSegments = 40;

function segmentsTable(segments: readonly Segment[]): string {
  const rows = segments
    .slice(0, mostSegments)
    .map(({ by, value, leads, changed, handed: [was, is] }) => [
      quoted(by),
      quoted(value),
      toldWords(leads),
      toldWords(changed),
      was === is ? toldWords(was) : `${toldWords(was)} → ${toldWords(is)}`,
    ]);
  return table(['', '', 'Leads', 'Decided differently', 'Handed over'], rows);
}
