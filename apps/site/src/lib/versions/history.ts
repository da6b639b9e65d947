import type { Agreement } from '@smarketing/compiler/ir';
import { isoDate } from '@smarketing/compiler/words';
import {
  inOneOrder,
  type InForce,
  type KeptChange,
  keptChanges,
  type KeptVersion,
  keptVerdict,
  reviewVersions,
  timelineOf,
} from '@smarketing/review';

/** A version of an agreement, as its history tells it. */
export interface Told extends InForce {
  /** What came with it, in one sentence. */
  readonly verdict: string;
}

/** The history of an agreement, the newest version first. */
export const historyOf = (kept: readonly KeptVersion[]): readonly Told[] =>
  timelineOf(kept)
    .map((one) => ({ ...one, verdict: keptVerdict(one.version) }))
    .toReversed();

/** When a version was in force: `1 October 2026 to 30 November 2026`. */
export function rangeWords({ from, until, never }: InForce): string {
  if (never) return 'Never: the next one came before its first day';
  return until === null ? `From ${isoDate(from)} on` : `${isoDate(from)} to ${isoDate(until)}`;
}

/**
 * What changed since the last version and is not released; `null` where that cannot be told, because the last version was
 * compiled for another format.
 */
export function unreleased(
  agreement: Agreement,
  last: KeptVersion | undefined,
): readonly KeptChange[] | null {
  if (!last?.agreement) return last ? null : [];
  if (last.agreement.hash === agreement.hash) return [];
  return keptChanges(reviewVersions(last.agreement, inOneOrder(agreement)).changes);
}
