import { relative } from 'node:path';
import type { Agreement } from '@smarketing/compiler/ir';
import {
  type Approvals,
  approvalState,
  type Review,
  type ReviewData,
  reviewData,
  type ReviewedAgreement,
  reviewVersions,
  wholeReview,
} from '@smarketing/review';
import { type Io, write } from '../io.ts';
import { visible } from '../report/encode/visible.ts';
import { type LoadedPair, loadPair, loadWhole } from './pair.ts';
import type { Place } from './version.ts';
import { findVersions, type VersionOptions, type VersionPair, whyNotCompared } from './versions.ts';

/** What a change means, of each agreement that it touches. */
export interface Reviewed {
  readonly agreements: readonly LoadedReview[];
  /** The folders of those with errors, which are printed. */
  readonly failed: readonly string[];
}

export interface LoadedReview {
  readonly folder: string;
  readonly review: ReviewData;
  /** Both versions and what differs; `null` where there is only one. */
  readonly compared: Review | null;
  /** The version by whose rules it is approved; of a new agreement its only one. */
  readonly before: Agreement;
}

/** Called with two versions before they are compared, which takes a while. */
export type OnPair = (pair: LoadedPair, folder: string) => Promise<void>;

/** Compares all agreements of two versions. */
export async function loadReviews(options: VersionOptions, io: Io, onPair?: OnPair): Promise<Reviewed> {
  const agreements: LoadedReview[] = [];
  const failed: string[] = [];
  const pairs = findVersions(options, io);
  const [whyNot] = pairs.flatMap((pair) => whyNotCompared(pair) ?? []);
  if (whyNot !== undefined) await write(io, 'stderr', `${visible(whyNot)}\n`);
  for (const pair of pairs) {
    const folder = folderOf(pair.after ?? pair.before, io);
    const loaded = await reviewOf(pair, io, (both) => onPair?.(both, folder));
    if (loaded) agreements.push({ folder, ...loaded });
    else failed.push(folder);
  }
  return { agreements, failed };
}

async function reviewOf(
  pair: VersionPair,
  io: Io,
  onPair: (pair: LoadedPair) => Promise<void> | undefined,
): Promise<Omit<LoadedReview, 'folder'> | undefined> {
  const { before, after } = pair;
  const only = before && after ? null : (after ?? before);
  if (!only) {
    const loaded = await loadPair(pair, io);
    if (!loaded) return undefined;
    await onPair(loaded);
    const compared = reviewVersions(loaded.before, loaded.after);
    return { review: reviewData(compared), compared, before: compared.before };
  }
  const agreement = await loadWhole(only, io);
  const review = agreement && wholeReview(agreement, after ? 'added' : 'removed');
  return agreement && review && { review, compared: null, before: agreement };
}

/** A review with who must agree to it, and who has. */
export function withApprovals(
  { folder, review, before }: LoadedReview,
  given: Approvals,
): Pick<ReviewedAgreement, 'folder' | 'review' | 'approvals'> {
  return { folder, review, approvals: approvalState(review.changes, { before, given }) };
}

/** Where the files of an agreement stand, as the repository knows them. */
function folderOf(place: Place | null, { cwd }: Io): string {
  if (!place) return '';
  return place.kind === 'commit' ? place.folder : relative(cwd, place.folder).replaceAll('\\', '/');
}
