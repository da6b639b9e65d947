import { type ProofData, type ReviewData, type SetData, shownSets } from '@smarketing/review';
import type { Compared } from '../commands/diff.ts';
import { type Colors, colors, type Io } from '../io.ts';
import { visible } from './encode/visible.ts';
import { wrapped } from './text.ts';

type Changes = ReviewData['changes'];

const headings = {
  breaking: 'Breaking',
  notable: 'Notable',
  wording: 'Wording',
  equivalent: 'Written otherwise, with the same effect',
} as const;

const harder = {
  marketing: 'harder for marketing',
  sales: 'harder for sales',
  both: 'harder for both teams',
  nobody: 'harder for nobody',
} as const;

/** How lines are painted, and how long they are at most. */
export interface Words {
  readonly paint: Colors;
  readonly columns: number;
}

/** What changed, for people: what it comes to, then each change, then the leads. */
export function diffLines({ name, from, to, review, whyNot }: Compared, io: Io): readonly string[] {
  const paint = colors(io, 'stdout');
  const words = { paint, columns: Math.min(io.columns, 110) };
  const title = `${paint.bold(visible(name))}  ${paint.dim([from, to].filter(Boolean).map(visible).join(' → '))}`;
  if (review === null) return [title, ...wrapped(visible(whyNot ?? ''), words.columns)];
  if (review === 'new') return [title, 'This agreement is new.'];
  if (review === 'gone') return [title, 'This agreement is gone.'];
  return [title, ...reviewLines(review, words)];
}

const leadsTitle = 'Which leads are decided differently';

/** What a review comes to, its changes, and under a title the leads that are decided differently. */
export function reviewLines(review: ReviewData, words: Words, title = leadsTitle): readonly string[] {
  const { bold, dim } = words.paint;
  const bump = review.bump === 'none' ? [] : [dim(`The next version is at least a ${review.bump} one.`)];
  return [
    ...wrapped(review.verdict, words.columns).map(bold),
    ...bump,
    ...changeLines(review.changes, words),
    ...proofLines(review.proof, title, words),
  ];
}

function changeLines(changes: Changes, words: Words): readonly string[] {
  const groups = [...Map.groupBy(changes, ({ level }) => level)];
  return groups.flatMap(([level, all]) => [
    '',
    words.paint.bold(headings[level]),
    ...all.flatMap((change) => changeOf(change, words)),
  ]);
}

function changeOf(
  { says, level, harderFor, after, before }: Changes[number],
  { paint, columns }: Words,
): readonly string[] {
  const mark = {
    breaking: paint.red('✗'),
    notable: paint.yellow('!'),
    wording: '·',
    equivalent: paint.green('='),
  }[level];
  const [first = '', ...rest] = wrapped(visible(says), columns - 4);
  const place = after ?? before;
  const where = place ? `${place.file}:${place.line}` : '';
  const whom = level === 'breaking' || level === 'notable' ? harder[harderFor] : '';
  return [
    `  ${mark} ${first}`,
    ...rest.map((line) => `    ${line}`),
    `    ${paint.dim([whom, visible(where)].filter(Boolean).join(' · '))}`,
  ];
}

function proofLines(proof: ProofData, title: string, words: Words): readonly string[] {
  const { paint, columns } = words;
  const color = { same: paint.green, different: paint.bold, unknown: paint.yellow }[proof.verdict];
  return [
    '',
    paint.bold(title),
    ...wrapped(proof.says, columns - 2).map((line) => `  ${color(line)}`),
    ...shownSets(proof).flatMap((set) => setLines(set, words)),
    ...proof.deadlines.flatMap(({ says }) => item(says, words)),
    ...(proof.points.length > 0
      ? item(`Points can be other ones in: ${proof.points.join(', ')}`, words)
      : []),
  ];
}

/** More tests than this are counted, not told. */
const mostBesides = 3;

function setLines({ what, who, besides, how, example }: SetData, words: Words): readonly string[] {
  const { paint, columns } = words;
  const indented = (text: string): readonly string[] =>
    wrapped(visible(text), columns - 6).map((line) => `      ${line}`);
  const more = besides.length - mostBesides;
  const also = [...besides.slice(0, mostBesides), ...(more > 0 ? [`${more} more`] : [])].join('; and ');
  return [
    ...item(`${what} (${how})`, words),
    ...(who.length > 0 ? indented(`where ${who.join('; and ')}`) : []),
    ...(besides.length > 0 ? indented(`and also ${also}`).map(paint.dim) : []),
    ...indented(example === null ? 'No lead was found that shows it.' : `Such as: ${example}`).map(paint.dim),
  ];
}

/** A point of a list, whose lines stand below each other. */
export function item(text: string, { columns }: Words): readonly string[] {
  const [first = '', ...rest] = wrapped(visible(text), columns - 4);
  return [`  • ${first}`, ...rest.map((line) => `    ${line}`)];
}
