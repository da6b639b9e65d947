import { markdown } from '@smarketing/compiler';
import { type ReviewData, reviewData, reviewMarkdown, reviewVersions } from '@smarketing/review';
import { exit } from '../exit.ts';
import { type Io, write } from '../io.ts';
import { fromHome } from '../load/home.ts';
import { loadPair } from '../load/pair.ts';
import { nameOf, placeWords } from '../load/version.ts';
import { findVersions, type VersionOptions, type VersionPair, whyNotCompared } from '../load/versions.ts';
import { diffLines } from '../report/diff.ts';
import { jsonText } from '../report/encode/json.ts';

export type DiffFormat = 'pretty' | 'json' | 'markdown';

export interface DiffOptions extends VersionOptions {
  readonly format?: DiffFormat;
}

/** What was compared: a review, that an agreement is new or gone, or why nothing is compared. */
export interface Compared {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly review: ReviewData | 'new' | 'gone' | null;
  readonly whyNot: string | null;
}

/** Tells what changed between two versions, by its meaning. */
export async function diff(given: DiffOptions, here: Io): Promise<number> {
  const { options, io } = fromHome(given, here);
  const all: Compared[] = [];
  let code: number = exit.fine;
  for (const pair of findVersions(options, io)) {
    const compared = await compare(pair, io);
    if (compared) all.push(compared);
    else code = exit.findings;
  }
  await write(io, 'stdout', shown(all, options, io));
  return code;
}

/** `undefined`, with the errors printed, if one of the versions has some. */
async function compare(pair: VersionPair, io: Io): Promise<Compared | undefined> {
  const { before, after } = pair;
  const place = after ?? before;
  if (!place) return undefined;
  const words = {
    name: nameOf(place),
    from: before ? placeWords(before, io) : '',
    to: after ? placeWords(after, io) : '',
    whyNot: whyNotCompared(pair),
  };
  if (words.whyNot !== null) return { ...words, review: null };
  if (!before || !after) return { ...words, review: before ? 'gone' : 'new' };
  const loaded = await loadPair(pair, io);
  return loaded && { ...words, review: reviewData(reviewVersions(loaded.before, loaded.after)) };
}

function shown(all: readonly Compared[], { format = 'pretty' }: DiffOptions, io: Io): string {
  switch (format) {
    case 'json':
      return jsonText({ agreements: all });
    case 'markdown':
      return all.map(inMarkdown).join('\n');
    case 'pretty':
      return all.map((compared) => `${diffLines(compared, io).join('\n')}\n`).join('\n');
  }
}

function inMarkdown({ name, review, whyNot }: Compared): string {
  if (review && typeof review !== 'string') return reviewMarkdown(review);
  return `# ${markdown(name)}\n\n${markdown(whyNot ?? `This agreement is ${review}.`)}\n`;
}
