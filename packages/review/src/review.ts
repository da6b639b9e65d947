import { compareVersions, type Differences } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import { type Change, levels, type Part } from './changes/change.ts';
import { findChanges } from './changes/find.ts';
import { type Bump, bumpOf } from './versions/bump.ts';

/** What a change of an agreement means. */
export interface Review {
  readonly before: Agreement;
  readonly after: Agreement;
  /** In the order in which people read them: what is breaking first. */
  readonly changes: readonly Change[];
  /** The leads that are decided otherwise, proved over all leads. */
  readonly differences: Differences;
  /** What the next version must at least be. */
  readonly bump: Bump;
}

/**
 * Compares two versions of an agreement: what changed by its meaning, and which leads are decided otherwise.
 *
 * ```ts
 * const { changes, differences, bump } = reviewVersions(before, after);
 * changes[0]?.level; // 'breaking'
 * differences.verdict; // 'different'
 * bump; // 'major'
 * ```
 */
export function reviewVersions(before: Agreement, after: Agreement): Review {
  const found = findChanges(before, after);
  const differences = before.hash === after.hash ? identical : compareVersions(before, after);
  const isIdle = (change: Change): boolean =>
    change.part === 'holiday' ? opensAlike(change, before, after) : isWithoutEffect(change, differences);
  const graded = found.map((change) => (isIdle(change) ? asEquivalent(change) : change));
  const changes = graded.toSorted((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level));
  return { before, after, changes, differences, bump: bumpOf(changes) };
}

const identical: Differences = { verdict: 'same', reason: null, sets: [], deadlines: [], points: [] };

/** Names, whom a promise is for and what people read stay changes, even where no lead is decided otherwise. */
const deciding: ReadonlySet<Part> = new Set([
  'band',
  'grade',
  'group',
  'notice',
  'persona',
  'route',
  'routing',
  'rule',
  'score',
  'transition',
]);

/** Whether it is proved that a change decides nothing: the same rules, written otherwise. */
function isWithoutEffect({ part, verb, level }: Change, { verdict, sets, points }: Differences): boolean {
  if (!deciding.has(part) || level === 'wording' || verb === 'renamed' || verdict === 'unknown') return false;
  if (part === 'persona' && verb !== 'reordered' && verb !== 'changed') return false;
  if (part === 'score' && (verb === 'added' || verb === 'removed')) return false;
  const has = (...aspects: readonly string[]): boolean => sets.some(({ aspect }) => aspects.includes(aspect));
  switch (part) {
    case 'grade':
      return !has('grade');
    case 'persona':
      return !has('persona');
    case 'transition':
      return !has('stage');
    case 'route':
    case 'routing':
      return !has('stage', 'queue');
    case 'notice':
      return sets.length === 0;
    default:
      return points.length === 0 && !has('band');
  }
}

/** Whether the calendar of a holiday is open at the same times, since the day was closed anyway. */
function opensAlike({ about }: Change, before: Agreement, after: Agreement): boolean {
  const [id] = about.split(' ');
  const [was, is] = [before, after].map(({ calendars }) => calendars.find((one) => one.id === id)?.intervals);
  return was !== undefined && was === is;
}

function asEquivalent(change: Change): Change {
  return { ...change, level: 'equivalent', harderFor: 'nobody' };
}
