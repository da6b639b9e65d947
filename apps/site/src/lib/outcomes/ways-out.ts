import { type Book, personCount } from '@smarketing/compiler/words';
import type { Breach } from '@smarketing/simulator';
import { figure } from '../words/figures.ts';

/** What would be enough to keep a promise that is predicted to be broken: each by itself. */
export function waysOut(book: Book, { people, within_ms: within, leads }: Breach): readonly string[] {
  const title = (id: string): string => book.queues.get(id)?.title ?? id;
  return [
    people === null
      ? 'More people: six times as many would not be enough.'
      : `More people: ${people.desks.map(({ desk, people: count }) => `${personCount(count)} at ${title(desk)}`).join(', ')}.`,
    within === null
      ? 'More time: none would be enough, for too many leads are never answered.'
      : `More time: ${workingHours(within)} instead.`,
    leads === null
      ? 'Fewer leads: a tenth would still be too many.'
      : `Fewer leads: ${figure(leads, 'share')} of those expected, or others of whom fewer are handed over.`,
  ];
}

function workingHours(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 90 ? `${minutes} working minutes` : `${(minutes / 60).toFixed(1)} working hours`;
}
