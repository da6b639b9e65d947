import { found } from '../found.ts';
import type { AttemptsPromise, Calendar, ClockPromise, PromiseRule } from '../ir/types.ts';
import { duration, every, percent, times, whole, workingTime } from './amounts.ts';
import { stageName, titleOf, type Book } from './book.ts';
import { conditionWords } from './condition.ts';
import { inForce } from './dates.ts';
import { eventList, whenHappens } from './events.ts';
import { personCount, plural } from './grammar.ts';
import { named, say, upperFirst, type Phrase } from './phrase.ts';

/** What a promise comes to, as big as it can be said: `1 hour` and `after the lead enters SQL`. */
export interface Figure {
  readonly big: string;
  readonly small: Phrase;
}

export function promiseFigure(book: Book, promise: PromiseRule): Figure {
  switch (promise.kind) {
    case 'clock':
      return {
        big: lengthOf(promise)(promise.within_ms),
        small: say('from when ', whenHappens(book, promise.starts)),
      };
    case 'attempts':
      return {
        big: upperFirst(times(promise.at_least)),
        small: [`in ${lengthOf(promise)(promise.within_ms)}`],
      };
    case 'deliver':
      return {
        big: whole(promise.at_least),
        small: say(stagePiece(book, promise.stage), ` ${every(promise.per)}`),
      };
    case 'ratio':
      return {
        big: percent(promise.at_least),
        small: say(
          'of ',
          stagePiece(book, promise.from),
          ' become ',
          stagePiece(book, promise.of),
          `, ${every(promise.per)}`,
        ),
      };
  }
}

const stagePiece = (book: Book, id: string) => named(plural(stageName(book, id)), 'stage', id);

/** One line of a promise's terms. */
export interface TermOfPromise {
  readonly name: string;
  readonly says: readonly Phrase[];
}

/** Everything that a promise fixes, in the order in which it matters. */
export function promiseTerms(book: Book, promise: PromiseRule): readonly TermOfPromise[] {
  return [...ownTerms(book, promise), ...sharedTerms(book, promise)].filter(({ says }) => says.length > 0);
}

function ownTerms(book: Book, promise: PromiseRule): readonly TermOfPromise[] {
  switch (promise.kind) {
    case 'clock':
      return clockTerms(book, promise);
    case 'attempts':
      return attemptsTerms(book, promise);
    case 'deliver':
      return [
        {
          name: 'How many',
          says: [say(`at least ${whole(promise.at_least)} `, stagePiece(book, promise.stage))],
        },
        { name: 'In', says: [[every(promise.per)]] },
        {
          name: 'Made of',
          says: promise.for_each === null ? [] : [forEach(book, promise.at_least, promise.for_each)],
        },
      ];
    case 'ratio':
      return [
        {
          name: 'How many',
          says: [
            say(
              `at least ${percent(promise.at_least)} of `,
              stagePiece(book, promise.from),
              ' become ',
              stagePiece(book, promise.of),
            ),
          ],
        },
        { name: 'In', says: [[every(promise.per)]] },
        { name: 'Counted', says: [[cohorts[promise.cohort]]] },
      ];
  }
}

const cohorts = {
  entered: 'those who entered in the period, whenever they came on',
  same_period: 'both counts of the same period',
} as const;

function forEach(book: Book, total: number, id: string): Phrase {
  const people = found(book.queues, id).members.length;
  const each =
    people > 0
      ? `${whole(total / people)} for each of the ${personCount(people)} at `
      : 'for each person of ';
  return say(each, named(titleOf(book.queues, id), 'queue', id));
}

function clockTerms(book: Book, promise: ClockPromise): readonly TermOfPromise[] {
  return [
    { name: 'Starts', says: [say('when ', whenHappens(book, promise.starts))] },
    {
      name: 'Pauses',
      says: promise.pauses.map(({ from, until }) =>
        say('when ', whenHappens(book, from), ', until ', whenHappens(book, until)),
      ),
    },
    {
      name: 'Starts again',
      says:
        promise.restarts.length === 0
          ? []
          : [say('with the full time, when ', whenHappens(book, promise.restarts))],
    },
    { name: 'Stops', says: [say('when ', whenHappens(book, promise.stops))] },
    {
      name: 'Within',
      says: [say(lengthOf(promise)(promise.within_ms), calendarWords(book, promise.calendar))],
    },
  ];
}

function attemptsTerms(book: Book, promise: AttemptsPromise): readonly TermOfPromise[] {
  return [
    { name: 'What', says: [say(`at least ${times(promise.at_least)}: `, eventList(book, promise.of))] },
    { name: 'Starts', says: [say('when ', whenHappens(book, promise.starts))] },
    {
      name: 'Stops early',
      says: promise.stops.length === 0 ? [] : [say('when ', whenHappens(book, promise.stops))],
    },
    {
      name: 'Within',
      says: [say(lengthOf(promise)(promise.within_ms), calendarWords(book, promise.calendar))],
    },
  ];
}

/** How its lengths are said: days only where the clock runs day and night. */
const lengthOf = ({ calendar }: ClockPromise | AttemptsPromise) =>
  calendar === 'always' ? duration : workingTime;

/** After a length: ` of working time, Berlin office`, `, day and night`. */
export function calendarWords(book: Book, calendar: string): Phrase {
  if (calendar === 'always') return [', day and night'];
  if (calendar === 'owner') return [' of working time of whoever holds the lead'];
  return say(' of working time, ', named(titleOf(book.calendars, calendar), 'calendar', calendar));
}

function sharedTerms(book: Book, promise: PromiseRule): readonly TermOfPromise[] {
  return [
    {
      name: 'For',
      says:
        promise.when === null
          ? [['every lead']]
          : [say('leads where ', conditionWords(book, promise.when, 'it '))],
    },
    { name: 'Counts as kept', says: keptFor(promise) },
    {
      name: 'In force',
      says: promise.in_force === null ? [] : [[inForce(promise.in_force, book.agreement.time_zone)]],
    },
  ];
}

function keptFor(promise: PromiseRule): readonly Phrase[] {
  if (promise.kind === 'deliver' || promise.kind === 'ratio' || promise.kept_for === null) return [];
  const per = promise.per === null ? '' : `, ${every(promise.per)}`;
  return [[`when kept for at least ${percent(promise.kept_for)} of leads${per}`]];
}

/** One moment in the life of a clock, for the line that shows it. */
export interface Tick {
  readonly kind: 'start' | 'remind' | 'due' | 'escalate';
  readonly when: string;
  readonly what: string;
}

export function promiseTicks(book: Book, promise: ClockPromise | AttemptsPromise): readonly Tick[] {
  const remind = promise.kind === 'clock' ? promise.remind_ms : null;
  const length = lengthOf(promise);
  return [
    { kind: 'start', when: 'Start', what: 'the clock runs' },
    ...(remind === null
      ? []
      : [
          {
            kind: 'remind' as const,
            when: `${length(remind)} before`,
            what: 'a reminder to whoever holds the lead',
          },
        ]),
    { kind: 'due', when: length(promise.within_ms), what: 'due' },
    ...promise.escalate.map(({ after_ms: after, to }) => ({
      kind: 'escalate' as const,
      when: after === 0 ? 'At once' : `${length(after)} late`,
      what: `tells ${roleTitle(book, to)}`,
    })),
  ];
}

/** A role's title; `owner` is whoever the lead is routed to. */
export const roleTitle = (book: Book, id: string): string =>
  id === 'owner' ? 'Whoever holds the lead' : titleOf(book.roles, id);

/** `09:00–12:30, 13:30–18:00`, or `closed`. */
export function hoursWords(hours: Calendar['hours'][number], time: (minutes: number) => string): string {
  if (hours.length === 0) return 'closed';
  return hours.map(({ open, close }) => `${time(open)}–${time(close)}`).join(', ');
}
