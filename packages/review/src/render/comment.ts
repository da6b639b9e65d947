import { markdown, table } from '@smarketing/compiler';
import type { Party } from '@smarketing/compiler/ir';
import type { ApprovalState, ChangeApproval } from '../approvals/approvals.ts';
import type { Forecast } from '../forecast/data.ts';
import type { Replay } from '../replay/data.ts';
import { headline } from '../words/promises.ts';
import { refusedWords } from '../words/refused.ts';
import { stateWords } from '../words/state.ts';
import { forecastSections } from './forecast.ts';
import { type ReviewData, shownSets } from './json.ts';
import { harderTitles, levelTitles, proofText, shortened } from './markdown.ts';
import { fitted, type Piece, pieceOf, type Section } from './pieces.ts';
import { replaySections } from './replay.ts';
import { commentMarker } from './stamp.ts';

/** What a comment is about. */
export interface Commented {
  readonly review: ReviewData;
  readonly approvals: ApprovalState;
  /** What it would have meant for the leads of an export; `null` where there is none. */
  readonly replay?: Replay | null;
  /** What it would bring about; `null` where nobody asked for it. */
  readonly forecast?: Forecast | null;
}

export interface CommentOptions {
  /** The first line, by which the comment is known again. */
  readonly marker?: string;
  /** The folders of agreements that have errors. */
  readonly failed?: readonly string[];
  /** What else the reader has to know, a sentence each. */
  readonly notes?: readonly string[];
}

/**
 * The comment on a pull request: the verdict first, then what it would bring about, what changes, which leads are decided
 * differently, who must agree, and what to do. Nothing in the texts of an agreement is markup, a link or a mention. Where it gets
 * too long, sections are left out as a whole, folded ones first, and it says so.
 */
export function commentMarkdown(
  all: readonly Commented[],
  { marker = commentMarker, failed = [], notes = [] }: CommentOptions = {},
): string {
  const changed = all.filter(({ review }) => review.bump !== 'none');
  const isNamed = changed.length + failed.length > 1;
  const heads = [
    ...failed.map(failedHead),
    ...changed.map((one) => headOf(one, isNamed)),
    ...(changed.length + failed.length === 0 ? [unchanged] : []),
    ...notes.map((note) => markdown(shortened(note))),
  ];
  const sections = changed.flatMap((one) => sectionsOf(one, isNamed));
  const told = heads.map((shown): Piece => ({ title: 'a verdict', shown, isFolded: false }));
  return fitted(marker, [...told, ...sections.map(pieceOf)]);
}

const unchanged = '**The agreement does not change.** No approval is needed for its sake.';

function failedHead(folder: string): string {
  return `**${markdown(shortened(folder))} has errors, so that nothing can be told of it.** \`smarketing check\` shows them.`;
}

/** A promise that would be broken stands above everything else. */
function headOf({ review, approvals, forecast = null }: Commented, isNamed: boolean): string {
  const { agreement, verdict, proof } = review;
  const name = isNamed ? `${markdown(agreement)}: ` : '';
  const broken = headline(forecast);
  const certificate = proof.verdict === 'same' ? `${markdown(proof.says)} ` : '';
  return [
    ...(broken === null ? [] : [`**${name}${markdown(shortened(broken))}**`]),
    `**${name}${markdown(shortened(verdict))}** ${certificate}${stateWords(approvals)}`,
  ].join('\n\n');
}

/** In the order in which people need them: what it comes to, what changes, for whom; what only some look up is folded. */
function sectionsOf(
  { review, approvals, replay, forecast }: Commented,
  isNamed: boolean,
): readonly Section[] {
  const { before, after, proof } = review;
  const conditions = shownSets(proof).filter(({ besides }) => besides.length > 0);
  const expected = forecast ? forecastSections(forecast) : [];
  const replayed = replay ? replaySections(replay) : [];
  const sections: readonly Section[] = [
    ...expected.filter(({ isFolded }) => !isFolded),
    { title: 'What changes', text: changesTable(review, approvals) },
    { title: 'Exact: which leads are decided differently', text: proofText(proof) },
    ...replayed.filter(({ isFolded }) => !isFolded),
    { title: 'To merge', text: todo(review, approvals) },
    ...(conditions.length > 0
      ? [
          {
            title: 'All conditions of these leads',
            text: conditions.map(allConditions).join('\n'),
            isFolded: true,
          },
        ]
      : []),
    ...[...replayed, ...expected].filter(({ isFolded }) => isFolded),
    {
      title: 'Versions',
      text: `Before: ${markdown(before.hash)}\\\nAfter: ${markdown(after.hash)}`,
      isFolded: true,
    },
  ];
  if (!isNamed) return sections;
  return sections.map((section) => ({
    ...section,
    title: `${section.title}: ${markdown(review.agreement)}`,
  }));
}

function changesTable({ changes }: ReviewData, approvals: ApprovalState): string {
  const rows = changes.map(({ says, level, harderFor, after, before }, at) => {
    const place = after ?? before;
    return [
      levelTitles[level],
      markdown(shortened(says)),
      harderTitles[harderFor],
      approvalOf(approvals.changes[at]),
      place ? markdown(`${place.file}:${place.line}`) : '',
    ];
  });
  return table(['Level', 'What', 'Harder for', 'Approval', 'Where'], rows);
}

function approvalOf(change: ChangeApproval | undefined): string {
  if (!change || change.needs.from === 'nobody') return 'not needed';
  const { needs, given, isApproved } = change;
  const names = (party: Party): string =>
    given.flatMap((one) => (one.party === party ? [markdown(one.by)] : [])).join(', ');
  const [has, lacks] = [true, false].map((is) =>
    needs.parties.filter((party) => (names(party) !== '') === is),
  );
  const told = (has ?? []).map((party) => `${harderTitles[party]}: ${names(party)}`);
  if (!isApproved) told.push(`waits for ${(lacks ?? []).join(needs.from === 'one' ? ' or ' : ' and ')}`);
  return told.join('; ');
}

function todo({ bump }: ReviewData, { isApproved, waitsFor, refused }: ApprovalState): string {
  const asks = waitsFor.map((one) =>
    one === 'either'
      ? 'Ask somebody of one of the two teams to approve.'
      : `Ask somebody who speaks for ${one} to approve.`,
  );
  const steps = [...(isApproved ? [] : asks), `After the merge, release it as a ${bump} version.`];
  const list = steps.map((step, at) => `${at + 1}. ${step}`).join('\n');
  if (refused.length === 0) return list;
  const why = refused.map(({ by, reason }) => `- ${markdown(by)} ${refusedWords[reason]}`);
  return `${list}\n\nApprovals that do not count:\n\n${why.join('\n')}`;
}

function allConditions({ what, who, besides }: ReviewData['proof']['sets'][number]): string {
  return [
    `- **${markdown(what)}**`,
    ...[...who, ...besides].map((line) => `  - ${markdown(shortened(line))}`),
  ].join('\n');
}
