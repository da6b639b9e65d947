import type { PromiseRule } from '@smarketing/compiler/ir';
import {
  type Book,
  calendarWords,
  duration,
  every,
  percent,
  plain,
  roleTitle,
  stageName,
  whole,
  workingTime,
} from '@smarketing/compiler/words';
import { type Aspect, otherParty, type Told } from '../items.ts';

const name = ({ id, by }: PromiseRule): string => `The promise “${id}” of ${by}`;

type Timed = Extract<PromiseRule, { readonly within_ms: number }>;

const isTimed = (promise: PromiseRule): promise is Timed => 'within_ms' in promise;

/** Harder for who promises if it is more to do, and for whom it is promised to if it is less. */
function turned(promise: PromiseRule, isTighter: boolean): Pick<Told, 'verb' | 'level' | 'harderFor'> {
  const { by } = promise;
  return {
    verb: isTighter ? 'tightened' : 'loosened',
    level: 'breaking',
    harderFor: isTighter ? by : otherParty(by),
  };
}

/** How long it may take. */
export const lengthAspect: Aspect<PromiseRule> = {
  of: (promise) => (isTimed(promise) ? promise.within_ms : null),
  tell: ({ before, after }) => {
    const [was, is] = [lengthOf(before), lengthOf(after)];
    const isTighter = (isTimed(after) ? after.within_ms : 0) < (isTimed(before) ? before.within_ms : 0);
    return {
      ...turned(after, isTighter),
      says: `${name(after)} is due within ${is}; before: ${was}.`,
      was,
      is,
    };
  },
};

function lengthOf(promise: PromiseRule): string {
  if (!isTimed(promise)) return 'no fixed time';
  const { calendar, within_ms: within } = promise;
  return calendar === 'always' ? duration(within) : `${workingTime(within)} of working time`;
}

/** How many, or how large a share. */
export const countAspect: Aspect<PromiseRule> = {
  of: (promise) => ('at_least' in promise ? promise.at_least : null),
  tell: ({ before, after }) => {
    const [was, is] = [countOf(before), countOf(after)];
    const [few, many] = [before, after].map((one) => ('at_least' in one ? one.at_least : 0));
    return {
      ...turned(after, (many ?? 0) > (few ?? 0)),
      says: `${name(after)} is for at least ${is}; before: ${was}.`,
      was,
      is,
    };
  },
};

function countOf(promise: PromiseRule): string {
  switch (promise.kind) {
    case 'clock':
      return 'no number';
    case 'attempts':
      return `${whole(promise.at_least)} attempts`;
    case 'deliver':
      return `${whole(promise.at_least)} ${every(promise.per)}`;
    case 'ratio':
      return percent(promise.at_least);
  }
}

/** By whose hours its time is counted. */
export const calendarAspect: Aspect<PromiseRule> = {
  of: (promise) => (isTimed(promise) ? promise.calendar : null),
  tell: ({ before, after }, sides) => {
    const words = (book: Book, promise: PromiseRule): string =>
      isTimed(promise)
        ? plain(calendarWords(book, promise.calendar)).replace(/^,? (of )?/, '')
        : 'no calendar';
    const [was, is] = [words(sides.before, before), words(sides.after, after)];
    const says = `${name(after)} counts its time by: ${is}; before: ${was}.`;
    const isAlways = isTimed(after) && after.calendar === 'always';
    const wasAlways = isTimed(before) && before.calendar === 'always';
    if (isAlways || wasAlways) return { ...turned(after, isAlways), says, was, is };
    return { verb: 'changed', level: 'breaking', harderFor: 'both', says, was, is };
  },
};

/** What is delivered: stages, the period, and how it is counted. */
export const deliveryAspect: Aspect<PromiseRule> = {
  of: (promise) => {
    const per = promise.per;
    if (promise.kind === 'deliver') return [per, promise.stage, promise.for_each];
    return promise.kind === 'ratio' ? [per, promise.of, promise.from, promise.cohort] : [per];
  },
  tell: ({ before, after }, sides) => ({
    verb: 'changed',
    says: `${name(after)} is counted otherwise: ${deliveryOf(sides.after, after)}; before: ${deliveryOf(sides.before, before)}.`,
    level: 'breaking',
    harderFor: 'both',
  }),
};

function deliveryOf(book: Book, promise: PromiseRule): string {
  const per = promise.per === null ? 'for good' : every(promise.per);
  if (promise.kind === 'deliver') {
    const queue = promise.for_each === null ? null : book.queues.get(promise.for_each);
    return `leads that enter ${stageName(book, promise.stage)}, ${per}${queue ? `, for each person of “${queue.title}”` : ''}`;
  }
  if (promise.kind !== 'ratio') return per;
  const cohort = promise.cohort === 'entered' ? 'of those who entered' : 'as counts of one period';
  return `${stageName(book, promise.of)} from ${stageName(book, promise.from)}, ${per}, ${cohort}`;
}

/** Who is told before and after it is due. */
export const escalationAspect: Aspect<PromiseRule> = {
  of: (promise) => [
    'escalate' in promise ? promise.escalate : null,
    'remind_ms' in promise ? promise.remind_ms : null,
  ],
  tell: ({ before, after }, sides) => ({
    verb: 'changed',
    says: `${name(after)} reminds and escalates otherwise: ${escalationOf(sides.after, after)}; before: ${escalationOf(sides.before, before)}.`,
    level: 'notable',
    harderFor: after.by,
  }),
};

function escalationOf(book: Book, promise: PromiseRule): string {
  const remind =
    promise.kind === 'clock' && promise.remind_ms !== null
      ? [`a reminder ${workingTime(promise.remind_ms)} before`]
      : [];
  const escalate =
    'escalate' in promise
      ? promise.escalate.map(
          ({ after_ms: late, to }) =>
            `${roleTitle(book, to)} ${late === 0 ? 'at once' : `${workingTime(late)} late`}`,
        )
      : [];
  return [...remind, ...escalate].join(', ') || 'nobody';
}
