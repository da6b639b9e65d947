import type { Agreement } from '@smarketing/compiler/ir';
import { openBook } from '@smarketing/compiler/words';
import type { Change, Found } from './change.ts';
import { contentOf, same, withFingerprint } from './content.ts';
import type { Sides } from './items.ts';
import { findCalendarChanges } from './parts/calendars.ts';
import { findEventChanges } from './parts/events.ts';
import { findFieldChanges } from './parts/fields.ts';
import { findGradeChanges } from './parts/grades.ts';
import { findHandoffChanges } from './parts/handoff.ts';
import { findHeadChanges } from './parts/head.ts';
import { findNoticeChanges } from './parts/notices.ts';
import { findOtherChanges } from './parts/others.ts';
import { findPersonaChanges } from './parts/personas.ts';
import { findPlanChanges } from './parts/plans.ts';
import { findPromiseChanges } from './parts/promises.ts';
import { findQueueChanges } from './parts/queues.ts';
import { findRouteChanges } from './parts/routes.ts';
import { findScoreChanges } from './parts/scores.ts';
import { findStageChanges } from './parts/stages.ts';
import { findTermChanges } from './parts/terms.ts';
import { findTransitionChanges } from './parts/transitions.ts';

const finders: readonly ((sides: Sides) => readonly Found[])[] = [
  findPromiseChanges,
  findTermChanges,
  findStageChanges,
  findTransitionChanges,
  findScoreChanges,
  findGradeChanges,
  findRouteChanges,
  findQueueChanges,
  findHandoffChanges,
  findNoticeChanges,
  findPersonaChanges,
  findCalendarChanges,
  findPlanChanges,
  findFieldChanges,
  findEventChanges,
  findHeadChanges,
  findOtherChanges,
];

/**
 * What changed from one version of an agreement to the next, by its meaning. Comments, the order of lists that have none, and
 * which file something stands in are no change.
 *
 * ```ts
 * findChanges(before, after).map(({ says }) => says);
 * // ['The promise “first_contact” of sales is due within 30 minutes of working time; before: 1 hour of working time.']
 * ```
 */
export function findChanges(before: Agreement, after: Agreement): readonly Change[] {
  const sides = { before: openBook(before), after: openBook(after) };
  const found = finders.flatMap((find) => find(sides));
  return (found.length > 0 ? found : restOf(before, after)).map(withFingerprint);
}

/** Nothing that differs is left untold, even if there are no words for it. */
function restOf(before: Agreement, after: Agreement): readonly Found[] {
  const [was, is] = [withoutOrder(before), withoutOrder(after)];
  if (same(was, is)) return [];
  return [
    {
      part: 'agreement',
      verb: 'changed',
      about: 'agreement',
      says: 'The agreement says something else.',
      level: 'notable',
      harderFor: 'both',
      before: null,
      after: null,
      content: [was, is],
    },
  ];
}

const unordered: ReadonlySet<string> = new Set(['hash', 'name', 'order', 'waivers']);

/** All that an agreement says, with the items of each list in one order. */
function withoutOrder(agreement: Agreement): unknown {
  return Object.entries(agreement)
    .filter(([key]) => !unordered.has(key))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, value]) => [key, Array.isArray(value) ? value.map(contentOf).toSorted() : value]);
}
