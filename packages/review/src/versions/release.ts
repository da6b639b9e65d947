import { markdown } from '@smarketing/compiler';
import type { Review } from '../review.ts';
import { verdictSentence } from '../words/verdict.ts';
import { type Bump, isSmaller } from './bump.ts';

/** What a release of a change writes. */
export interface Release {
  readonly bump: Exclude<Bump, 'none'>;
  /** The text of a changeset: the step of the package's version, and what changed in plain sentences. */
  readonly changeset: string;
  /** The first day on which the notice period lets the change be in force; `null` if it is late enough already. */
  readonly effectiveFrom: string | null;
}

export interface ReleaseOptions {
  /** The package that follows the agreement, such as `@acme/engine`. */
  readonly packageName: string;
  /** `YYYY-MM-DD`: the day on which notice is given. */
  readonly today: string;
  /** A larger step than the meaning asks for. */
  readonly bump?: Exclude<Bump, 'none'>;
}

/**
 * The release of a change, or why there is none: nothing changed, or a smaller step was asked for than the meaning needs.
 *
 * ```ts
 * const release = releaseOf(review, { packageName: '@acme/engine', today: '2026-11-24' });
 * ```
 */
export function releaseOf(
  review: Review,
  { packageName, today, bump: asked }: ReleaseOptions,
): Release | { readonly problem: string } {
  const { bump: least } = review;
  if (!isPackage(packageName)) return { problem: `${JSON.stringify(packageName)} is no name of a package.` };
  if (least === 'none') return { problem: 'Nothing changed, so that there is nothing to release.' };
  if (asked && isSmaller(asked, least))
    return { problem: `A ${asked} version is less than the changes mean: it takes a ${least} one.` };
  const bump = asked ?? least;
  return { bump, changeset: changesetOf(review, packageName, bump), effectiveFrom: earliest(review, today) };
}

/** Names of packages as npm takes them, so that one can stand in quotes. */
function isPackage(name: string): boolean {
  return name.length <= 214 && /^(@[a-z0-9-][a-z0-9._-]*\/)?[a-z0-9-][a-z0-9._-]*$/.test(name);
}

function changesetOf(review: Review, packageName: string, bump: string): string {
  const lines = review.changes.map(({ says, level, harderFor }) => {
    const whom =
      harderFor === 'nobody' ? '' : `, harder for ${harderFor === 'both' ? 'both teams' : harderFor}`;
    return `- ${markdown(says)} (${level}${whom})`;
  });
  return [`---\n'${packageName}': ${bump}\n---`, markdown(verdictSentence(review)), lines.join('\n')]
    .join('\n\n')
    .concat('\n');
}

/** What only reads otherwise needs no notice. */
function earliest({ before, after, bump }: Review, today: string): string | null {
  if (bump === 'patch' || bump === 'none') return null;
  const first = new Date(Date.parse(today) + before.notice_period_days * 86_400_000)
    .toISOString()
    .slice(0, 10);
  return after.effective_from < first ? first : null;
}
