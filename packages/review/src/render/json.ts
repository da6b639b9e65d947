import type { DeadlineChange, Outcome } from '@smarketing/compiler';
import { openBook } from '@smarketing/compiler/words';
import type { Change } from '../changes/change.ts';
import type { Review } from '../review.ts';
import type { Bump } from '../versions/bump.ts';
import { deadlineWords, setWords } from '../words/sets.ts';
import { proofSentence, verdictSentence } from '../words/verdict.ts';

/** A review as data: everything that is told, and nothing of a lead but invented ones in words. */
export interface ReviewData {
  readonly agreement: string;
  readonly title: string;
  readonly verdict: string;
  readonly bump: Bump;
  readonly before: { readonly hash: string };
  readonly after: { readonly hash: string };
  readonly changes: readonly Change[];
  readonly proof: ProofData;
}

export interface ProofData {
  readonly verdict: 'same' | 'different' | 'unknown';
  readonly says: string;
  readonly reason: string | null;
  readonly sets: readonly SetData[];
  readonly deadlines: readonly (Pick<DeadlineChange, 'promise'> & { readonly says: string })[];
  /** Scores that may have other points. */
  readonly points: readonly string[];
}

export interface SetData {
  readonly aspect: string;
  readonly about: string | null;
  readonly outcomes: readonly Outcome[];
  readonly what: string;
  readonly who: readonly string[];
  readonly besides: readonly string[];
  readonly exact: boolean;
  readonly how: string;
  readonly example: string | null;
}

export function reviewData(review: Review): ReviewData {
  const { before, after, changes, differences, bump } = review;
  const books = { before: openBook(before), after: openBook(after) };
  const { verdict, reason, sets, deadlines, points } = differences;
  return {
    agreement: after.name,
    title: after.title,
    verdict: verdictSentence(review),
    bump,
    before: { hash: before.hash },
    after: { hash: after.hash },
    changes,
    proof: {
      verdict,
      says: proofSentence(review),
      reason,
      sets: joined(
        sets.map((set): SetData => {
          const { aspect, about, outcomes, exact } = set;
          return { aspect, about, outcomes, exact, ...setWords(books, set) };
        }),
      ),
      deadlines: deadlines.map((change) => ({ promise: change.promise, says: deadlineWords(books, change) })),
      points,
    },
  };
}

/** Sets that differ in nothing but in what holds besides, as one. */
function joined(sets: readonly SetData[]): readonly SetData[] {
  const alike = Map.groupBy(sets, ({ what, who, exact }) => JSON.stringify([what, who, exact]));
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (!first || same.length === 1) return same;
    const common = first.besides.filter((line) => same.every(({ besides }) => besides.includes(line)));
    const cases = same.map(
      ({ besides }) => besides.filter((line) => !common.includes(line)).join(', and ') || 'nothing else',
    );
    const example = same.find((set) => set.example !== null)?.example ?? null;
    return [
      {
        ...first,
        example,
        besides: [...common, `one of these: ${cases.map((one) => `(${one})`).join(' or ')}`],
      },
    ];
  });
}

/**
 * The sets that people are shown. Those that are moved otherwise after a first move are told with those of the first move, if
 * there are some.
 */
export function shownSets({ sets }: Pick<ProofData, 'sets'>): readonly SetData[] {
  const hasFirst = sets.some((set) => set.aspect === 'stage' && !isLater(set));
  if (!hasFirst || !sets.some(isLater)) return sets;
  return sets.flatMap((set) => {
    if (isLater(set)) return [];
    return set.aspect === 'stage'
      ? [{ ...set, how: `${set.how}; also leads that come there in the same decision` }]
      : [set];
  });
}

function isLater({ aspect, outcomes }: SetData): boolean {
  return aspect === 'stage' && outcomes.every(({ from }) => from === null);
}
