import { hasErrors } from '@smarketing/compiler';
import { type ReviewData, reviewData, reviewMarkdown, reviewVersions } from '@smarketing/review';
import { exit } from '../exit.ts';
import { type Io, write } from '../io.ts';
import { type LoadedVersion, loadVersion, nameOf, placeWords } from '../load/version.ts';
import { findVersions, type VersionOptions, type VersionPair } from '../load/versions.ts';
import { reportDiagnostics } from '../report/diagnostics.ts';
import { diffLines } from '../report/diff.ts';
import { jsonText } from '../report/encode/json.ts';

export type DiffFormat = 'pretty' | 'json' | 'markdown';

export interface DiffOptions extends VersionOptions {
  readonly format?: DiffFormat;
}

/** What was compared: a review, or that an agreement is new or gone. */
export interface Compared {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly review: ReviewData | 'new' | 'gone';
}

/** Tells what changed between two versions, by its meaning. */
export async function diff(options: DiffOptions, io: Io): Promise<number> {
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
async function compare({ before, after }: VersionPair, io: Io): Promise<Compared | undefined> {
  const place = after ?? before;
  if (!place) return undefined;
  const name = nameOf(place);
  const words = { name, from: before ? placeWords(before, io) : '', to: after ? placeWords(after, io) : '' };
  if (!before || !after) return { ...words, review: before ? 'gone' : 'new' };
  const [was, is] = [before, after].map((version) => loadVersion(version, name, io));
  const [one, other] = [was?.agreement, is?.agreement];
  if (one && other) return { ...words, review: reviewData(reviewVersions(one, other)) };
  for (const version of [was, is]) if (version && !version.agreement) await reportErrors(version, io);
  return undefined;
}

async function reportErrors(version: LoadedVersion, io: Io): Promise<void> {
  const diagnostics = version.diagnostics.filter((found) => hasErrors([found]));
  await reportDiagnostics({ ...version, diagnostics }, io);
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

function inMarkdown({ name, review }: Compared): string {
  return typeof review === 'string' ? `# ${name}\n\nThis agreement is ${review}.\n` : reviewMarkdown(review);
}
