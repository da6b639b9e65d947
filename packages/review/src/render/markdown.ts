import { markdown, table } from '@smarketing/compiler';
import type { Change, HarderFor, Level } from '../changes/change.ts';
import { type ProofData, type ReviewData, type SetData, shownSets } from './json.ts';

/** One part of a text, which is shown as a whole or not at all. */
interface Section {
  readonly title: string;
  readonly text: string;
}

export const levelTitles: Readonly<Record<Level, string>> = {
  breaking: 'Breaking',
  notable: 'Notable',
  wording: 'Wording',
  equivalent: 'Written otherwise',
};

export const harderTitles: Readonly<Record<HarderFor, string>> = {
  marketing: 'Marketing',
  sales: 'Sales',
  both: 'Both teams',
  nobody: 'Nobody',
};

/** A review as Markdown. Nothing in the texts of an agreement is markup, a link or a mention. */
export function reviewMarkdown(data: ReviewData): string {
  const head = `# ${markdown(data.title)}\n\n**${markdown(data.verdict)}** ${bumpSentence(data)}`;
  const sections = reviewSections(data).map(({ title, text }) => `## ${title}\n\n${text}`);
  return `${[head, ...sections].join('\n\n')}\n`;
}

function bumpSentence({ bump }: Pick<ReviewData, 'bump'>): string {
  return bump === 'none' ? 'No new version is needed.' : `The next version is at least a ${bump} one.`;
}

/** The changes, and which leads are decided differently. */
function reviewSections({ changes, proof }: ReviewData): readonly Section[] {
  return [
    ...(changes.length > 0 ? [{ title: 'What changes', text: changesTable(changes) }] : []),
    { title: 'Which leads are decided differently', text: proofText(proof) },
  ];
}

function changesTable(changes: readonly Change[]): string {
  const rows = changes.map(({ says, harderFor, level, after, before }) => {
    const place = after ?? before;
    return [
      levelTitles[level],
      markdown(shortened(says)),
      harderTitles[harderFor],
      place ? markdown(`${place.file}:${place.line}`) : '',
    ];
  });
  return table(['', 'What', 'Harder for', 'Where'], rows);
}

export function proofText(proof: ProofData): string {
  const sets = shownSets(proof).map(setItem);
  const deadlines = proof.deadlines.map(({ says }) => `- ${markdown(says)}.`);
  const points =
    proof.points.length > 0 ? [`Points can be other ones in: ${markdown(proof.points.join(', '))}.`] : [];
  return [markdown(proof.says), [...sets, ...deadlines].join('\n'), ...points].filter(Boolean).join('\n\n');
}

/** More tests than this are counted, not told. */
const mostBesides = 3;

function setItem({ what, who, besides, how, example }: SetData): string {
  const shown = besides.slice(0, mostBesides);
  const more = besides.length - shown.length;
  const also =
    shown.length === 0
      ? []
      : [
          `  and ${shown.map((line) => markdown(shortened(line))).join('; ')}${more > 0 ? ` (and ${more} more)` : ''}`,
        ];
  return [
    `- **${markdown(what)}** (${how})`,
    ...(who.length > 0 ? [`  where ${who.map((line) => markdown(shortened(line))).join('; ')}`] : []),
    ...also,
    ...(example === null
      ? ['  No lead was found that shows it.']
      : [`  Such as: ${markdown(shortened(example))}`]),
  ].join('\\\n');
}

/** More of one text is not shown where it stands among others. */
const mostSigns = 600;

/** A text of the agreement among others. */
export function quoted(text: string): string {
  return markdown(shortened(text, 200));
}

/** A text cut where it gets too long, never inside a sign. */
export function shortened(text: string, most = mostSigns): string {
  const signs = Array.from(text);
  return signs.length <= most ? text : `${signs.slice(0, most).join('')} …`;
}
