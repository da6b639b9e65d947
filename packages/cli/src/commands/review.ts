import { relative } from 'node:path';
import {
  approvalState,
  type Approvals,
  commentMarkdown,
  reviewData,
  reviewVersions,
} from '@smarketing/review';
import { exit } from '../exit.ts';
import { type Io, write } from '../io.ts';
import { approvalsIn } from '../load/approvals.ts';
import { loadPair } from '../load/pair.ts';
import type { Place } from '../load/version.ts';
import { findVersions, type VersionOptions, type VersionPair } from '../load/versions.ts';
import { jsonText } from '../report/encode/json.ts';
import { reviewAnnotations } from '../report/review/github.ts';
import type { Reviewed } from '../report/review/reviewed.ts';
import { reviewSarif } from '../report/review/sarif.ts';

const reviewFormats = {
  markdown: (all) => commentMarkdown(all),
  json: (all) => jsonText({ version: 1, agreements: all }),
  github: reviewAnnotations,
  sarif: reviewSarif,
} as const satisfies Readonly<Record<string, (all: readonly Reviewed[]) => string>>;

export type ReviewFormat = keyof typeof reviewFormats;

export interface ReviewOptions extends VersionOptions {
  readonly approvals?: string;
  readonly format?: ReviewFormat;
}

/** Writes the review of a change, for where people look at it. */
export async function review(options: ReviewOptions, io: Io): Promise<number> {
  const given = approvalsIn(options.approvals, io);
  const all: Reviewed[] = [];
  let isWhole = true;
  for (const pair of findVersions(options, io)) {
    const reviewed = await reviewedOf(pair, given, io);
    isWhole &&= reviewed !== undefined;
    if (reviewed) all.push(reviewed);
  }
  await write(io, 'stdout', reviewFormats[options.format ?? 'markdown'](all));
  return isWhole ? exit.fine : exit.findings;
}

async function reviewedOf(pair: VersionPair, given: Approvals, io: Io): Promise<Reviewed | undefined> {
  const loaded = await loadPair(pair, io);
  if (!loaded) return undefined;
  const { before, after } = loaded;
  const reviewed = reviewVersions(before, after);
  return {
    folder: folderOf(pair.after, io),
    review: reviewData(reviewed),
    approvals: approvalState(reviewed.changes, { before, given }),
  };
}

/** Where the files of an agreement stand, as the repository knows them. */
function folderOf(place: Place | null, { cwd }: Io): string {
  if (!place) return '';
  return place.kind === 'commit' ? place.folder : relative(cwd, place.folder).replaceAll('\\', '/');
}
