import { markdown, table } from '@smarketing/compiler';
import type { ApprovalState, ChangeApproval } from '../approvals/approvals.ts';
import type { Forecast } from '../forecast/data.ts';
import type { Replay } from '../replay/data.ts';
import { headline } from '../words/promises.ts';
import { forecastSections } from './forecast.ts';
import { type ReviewData, shownSets } from './json.ts';
import { harderTitles, levelTitles, proofText, shortened } from './markdown.ts';
import { replaySections } from './replay.ts';
import { commentMarker } from './stamp.ts';

/** As long as GitHub takes a comment, with room for what is added to it. */
const longest = 65_000;

/** A part of the comment, which is shown as a whole or not at all. */
export interface Section {
  readonly title: string;
  readonly text: string;
  /** Shown only when somebody opens it. */
  readonly isFolded?: boolean;
}

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
 * The comment on a pull request: the verdict first, then what changes, which leads are decided differently, who must agree, and
 * what to do. Nothing in the texts of an agreement is markup, a link or a mention. Where it gets too long, sections are left out
 * as a whole, the last ones first, and it says so.
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
    ...notes.map(markdown),
  ];
  const sections = changed.flatMap((one) => sectionsOf(one, isNamed));
  return fitted([marker, ...heads].join('\n\n'), sections);
}

const unchanged = '**The agreement does not change.** No approval is needed for its sake.';

function failedHead(folder: string): string {
  return `**${markdown(folder)} has errors, so that nothing can be told of it.** \`smarketing check\` shows them.`;
}

function headOf({ review, approvals, forecast = null }: Commented, isNamed: boolean): string {
  const { agreement, bump } = review;
  const verdict = [headline(forecast), review.verdict].filter((one) => one !== null).join(' ');
  const name = isNamed ? `${markdown(agreement)}: ` : '';
  const state = approvals.isApproved
    ? 'Everybody who must agree has agreed.'
    : `It waits for ${waiting(approvals)}.`;
  return `**${name}${markdown(shortened(verdict))}** ${state} The next version is at least a ${bump} one.`;
}

function waiting({ waitsFor }: ApprovalState): string {
  return waitsFor.map((one) => (one === 'either' ? 'one of the two teams' : one)).join(' and for ');
}

function sectionsOf(
  { review, approvals, replay, forecast }: Commented,
  isNamed: boolean,
): readonly Section[] {
  const name = (title: string): string => (isNamed ? `${title}: ${markdown(review.agreement)}` : title);
  const { before, after, proof } = review;
  const conditions = shownSets(proof).filter(({ besides }) => besides.length > 0);
  return [
    { title: name('What changes'), text: changesTable(review, approvals) },
    { title: name('Exact: which leads are decided differently'), text: proofText(proof) },
    ...[...(replay ? replaySections(replay) : []), ...(forecast ? forecastSections(forecast) : [])].map(
      (section) => ({ ...section, title: name(section.title) }),
    ),
    { title: name('To merge'), text: todo(review, approvals) },
    ...(conditions.length > 0
      ? [
          {
            title: name('All conditions of these leads'),
            text: conditions.map(allConditions).join('\n'),
            isFolded: true,
          },
        ]
      : []),
    {
      title: name('Versions'),
      text: `Before: ${markdown(before.hash)}\\\nAfter: ${markdown(after.hash)}`,
      isFolded: true,
    },
  ];
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
  return table(['', 'What', 'Harder for', 'Approval', 'Where'], rows);
}

function approvalOf(change: ChangeApproval | undefined): string {
  if (!change || change.needs.from === 'nobody') return 'none needed';
  const who = change.needs.parties.join(change.needs.from === 'all' ? ' and ' : ' or ');
  const counting = change.given.filter(({ party }) => change.needs.parties.includes(party));
  const given = counting.map(({ by }) => markdown(by)).join(', ');
  return change.isApproved
    ? `${who}: given by ${given}`
    : `${who}: ${given === '' ? 'open' : `${given}, still open`}`;
}

function todo({ bump }: ReviewData, { isApproved, waitsFor }: ApprovalState): string {
  const asks = waitsFor.map((one) =>
    one === 'either'
      ? 'Ask somebody of one of the two teams to approve.'
      : `Ask somebody who speaks for ${one} to approve.`,
  );
  const steps = [...(isApproved ? [] : asks), `Release it afterwards: the version grows by a ${bump} step.`];
  return steps.map((step, at) => `${at + 1}. ${step}`).join('\n');
}

function allConditions({ what, who, besides }: ReviewData['proof']['sets'][number]): string {
  return [
    `- **${markdown(what)}**`,
    ...[...who, ...besides].map((line) => `  - ${markdown(shortened(line))}`),
  ].join('\n');
}

/** As many sections as fit, in their order. */
function fitted(head: string, sections: readonly Section[]): string {
  let text = head;
  const left: string[] = [];
  for (const section of sections) {
    const longer = `${text}\n\n${sectionText(section)}`;
    if (left.length === 0 && longer.length <= longest) text = longer;
    else left.push(section.title);
  }
  const note =
    left.length === 0 ? '' : `\n\nToo long to be shown here: ${left.join('; ')}. All of it: smarketing diff.`;
  return `${text}${note}\n`;
}

function sectionText({ title, text, isFolded }: Section): string {
  return isFolded
    ? `<details><summary>${title}</summary>\n\n${text}\n\n</details>`
    : `### ${title}\n\n${text}`;
}
