import type { DeadlineChange, DecisionSet, Outcome } from '@smarketing/compiler';
import type { RouteTarget } from '@smarketing/compiler/ir';
import {
  type Book,
  conditionWords,
  moment,
  plain,
  routeTarget,
  stageName,
  upperFirst,
  witnessWords,
} from '@smarketing/compiler/words';

/** A set of leads in words. */
export interface SetWords {
  /** What they are decided: `Grade: B1 → A1`. */
  readonly what: string;
  /** What holds of each of them and has to do with the change. */
  readonly who: readonly string[];
  /** What else holds of each of them. */
  readonly besides: readonly string[];
  /** Whether each of them is decided otherwise, or some. */
  readonly how: string;
  /** An invented lead that shows it; `null` if none was found. */
  readonly example: string | null;
}

/** Before and after have their own names for what they decide. */
export interface Books {
  readonly before: Book;
  readonly after: Book;
}

export function setWords(books: Books, set: DecisionSet): SetWords {
  const words = (conditions: DecisionSet['where']): readonly string[] =>
    conditions.map((condition) => plain(conditionWords(books.before, condition, 'it ')));
  return {
    what: whatOf(books, set),
    who: words(set.where),
    besides: words(set.besides),
    how: set.exact ? 'all of these leads, and no others' : 'some of these leads, and no others',
    example: set.shown && upperFirst(plain(witnessWords(books.before, set.shown))),
  };
}

function whatOf(books: Books, { aspect, about, outcomes }: DecisionSet): string {
  const { before, after } = books;
  switch (aspect) {
    case 'stage':
      return outcomes.some(({ from }) => from === null)
        ? 'Stage: another way after the first move'
        : `Stage in which they end, before → now: ${arrows(
            outcomes,
            (id) => stageName(before, id),
            (id) => stageName(after, id),
          )}`;
    case 'grade':
      return `Grade: ${arrows(outcomes, itself, itself)}`;
    case 'persona':
      return `Persona: ${arrows(
        outcomes,
        (id) => before.personas.get(id)?.title ?? id,
        (id) => after.personas.get(id)?.title ?? id,
      )}`;
    case 'band':
      return `Band of ${before.scores.get(about ?? '')?.title ?? about}: ${arrows(outcomes, itself, itself)}`;
    case 'queue':
      return `Queue: ${arrows(
        outcomes,
        (to) => targetOf(before, to),
        (to) => targetOf(after, to),
      )}`;
    case 'promise':
    case 'notice':
      return `${aspect === 'promise' ? 'Promise' : 'Notice'} “${about}”: ${outcomes.map(appliesWords).join(', ')}`;
  }
}

const itself = (id: string): string => id.replaceAll('_', ' ');

/** With more pairs than this, what was and what is are listed each by itself. */
const mostArrows = 4;

function arrows(
  outcomes: readonly Outcome[],
  was: (id: string) => string,
  is: (id: string) => string,
): string {
  const said = outcomes.map(
    ({ from, to }) => [from === null ? 'none' : was(from), to === null ? 'none' : is(to)] as const,
  );
  const [froms, tos] = [0, 1].map((side) => [...new Set(said.map((pair) => pair[side] ?? ''))]);
  if (!froms || !tos) return '';
  if (froms.length === 1 || tos.length === 1) return `${froms.join(', ')} → ${tos.join(', ')}`;
  if (said.length <= mostArrows) return said.map((pair) => pair.join(' → ')).join(', ');
  const some = said.slice(0, mostArrows).map((pair) => pair.join(' → '));
  return `${some.join(', ')} and ${said.length - mostArrows} more`;
}

function targetOf(book: Book, to: string): string {
  return plain(routeTarget(book, JSON.parse(to) as RouteTarget));
}

function appliesWords({ from }: Outcome): string {
  return from === null ? 'now also about them' : 'no longer about them';
}

/** Whose deadlines are other ones. */
export function deadlineWords({ after }: Books, { promise, isOfPromise, calendars }: DeadlineChange): string {
  const what = `Deadlines of the promise “${promise}”`;
  if (isOfPromise) return `${what}: all leads that it is about`;
  const zone = after.agreement.time_zone;
  const spans = calendars.map(({ id, from, until }) => {
    const title = after.calendars.get(id)?.title ?? id;
    if (!Number.isFinite(from)) return `by the calendar “${title}”`;
    return `by the calendar “${title}”, where a clock runs between ${moment(from, zone)} and ${moment(until, zone)}`;
  });
  return `${what}: ${spans.join('; ')}`;
}
