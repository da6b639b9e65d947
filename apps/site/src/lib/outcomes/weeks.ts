import { type Book, isoDate, plural, stageName } from '@smarketing/compiler/words';
import type { Results, Told } from '@smarketing/simulator';
import { told } from './find.ts';

/** What is told week by week. */
export interface WeeklyChart {
  readonly anchor: string;
  readonly title: string;
  /** What is counted: `leads a week`. */
  readonly unit: string;
  readonly told: Told;
}

/** The stages of the funnel and the revenue, as far as anything comes there. */
export function weeklyCharts(book: Book, results: Results): readonly WeeklyChart[] {
  const stages = book.agreement.stages
    .filter(({ exit }) => !exit)
    .map(({ id }) => ({
      id: `entered.${id}`,
      title: stageName(book, id),
      unit: `${plural(stageName(book, id))} a week`,
    }));
  return [...stages, { id: 'revenue', title: 'Revenue', unit: 'a week' }].flatMap(({ id, title, unit }) => {
    const one = told(results, id);
    return one?.all && one.all.mean > 0 ? [{ anchor: id.replace('.', '-'), title, unit, told: one }] : [];
  });
}

const day = 86_400_000;

/** The first day of each week, from the first day of the first: `1 Oct`. */
export function weekDays(start: string, weeks: number): readonly string[] {
  const first = Date.parse(`${start}T00:00:00Z`);
  return Array.from({ length: weeks }, (_, week) => {
    const [date = '', month = ''] = isoDate(
      new Date(first + 7 * week * day).toISOString().slice(0, 10),
    ).split(' ');
    return `${date} ${month.slice(0, 3)}`;
  });
}
