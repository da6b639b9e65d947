import type { PromiseRule } from '@smarketing/compiler/ir';
import {
  type Book,
  eventList,
  percent,
  plain,
  promiseFigure,
  promiseTerms,
} from '@smarketing/compiler/words';
import { becauseAspect, inForceAspect, whenAspect } from '../aspects.ts';
import type { Found } from '../change.ts';
import { contentBut } from '../content.ts';
import {
  type Aspect,
  findItemChanges,
  type Kind,
  otherParty,
  type Sides,
  type Told,
  wording,
} from '../items.ts';
import {
  calendarAspect,
  countAspect,
  deliveryAspect,
  escalationAspect,
  lengthAspect,
} from './promise-terms.ts';

const promiseName = ({ id, by }: PromiseRule): string =>
  `The promise “${id}” of ${by === 'sales' ? 'sales' : 'marketing'}`;

const effect = {
  wider: ({ by }: PromiseRule) => by,
  narrower: ({ by }: PromiseRule) => otherParty(by),
  level: 'breaking',
} as const;

/** When its clock stands still. */
const pauses: Aspect<PromiseRule> = {
  of: (promise) => (promise.kind === 'clock' ? promise.pauses : null),
  tell: ({ before, after }, sides): Told => {
    const [was, is] = [pausesOf(sides.before, before), pausesOf(sides.after, after)];
    const says = `The clock of ${promiseName(after).replace('The', 'the')} stands still ${is}; before: ${was}.`;
    return { verb: 'changed', says, was, is, level: 'breaking', harderFor: 'both' };
  },
};

const promises: Kind<PromiseRule> = {
  part: 'promise',
  name: promiseName,
  added: ({ by, says }) => ({ level: 'breaking', harderFor: by, more: `: ${says.replace(/\.$/, '')}` }),
  removed: ({ by, says }) => ({
    level: 'breaking',
    harderFor: otherParty(by),
    more: `: ${says.replace(/\.$/, '')}`,
  }),
  essence: (promise) => contentBut(promise, 'says', 'because'),
  aspects: [
    {
      of: ({ kind, by }) => [kind, by],
      tell: ({ before, after }, sides): Told => ({
        verb: 'redefined',
        says: `${promiseName(after)} promises something else: ${figure(sides.after, after)}; before: ${figure(sides.before, before)}, by ${before.by}.`,
        level: 'breaking',
        harderFor: 'both',
      }),
    },
    lengthAspect,
    countAspect,
    calendarAspect,
    ...(['starts', 'stops', 'restarts', 'of'] as const).map(eventsAspect),
    pauses,
    kept(),
    deliveryAspect,
    whenAspect(promiseName, effect),
    inForceAspect(promiseName, effect),
    escalationAspect,
    wording('what it says', ({ says }) => says, promiseName),
    becauseAspect(promiseName),
  ],
};

function figure(book: Book, promise: PromiseRule): string {
  const { big, small } = promiseFigure(book, promise);
  return `${big} ${plain(small)}`;
}

const eventWords = {
  starts: 'starts with something else',
  stops: 'is met by something else',
  restarts: 'starts anew with something else',
  of: 'counts something else',
} as const;

function eventsAspect(key: keyof typeof eventWords): Aspect<PromiseRule> {
  const of = (promise: PromiseRule): readonly string[] | null => {
    if (promise.kind !== 'clock' && promise.kind !== 'attempts') return null;
    const events: unknown = Object.entries(promise).find(([name]) => name === key)?.[1];
    return Array.isArray(events) ? (events as readonly string[]).toSorted() : null;
  };
  return {
    of,
    tell: ({ before, after }, sides): Told => {
      const [was, is] = [eventsOf(sides.before, of(before)), eventsOf(sides.after, of(after))];
      const says = `${promiseName(after)} ${eventWords[key]}: ${is}; before: ${was}.`;
      return { verb: 'changed', says, was, is, level: 'breaking', harderFor: 'both' };
    },
  };
}

function eventsOf(book: Book, events: readonly string[] | null): string {
  return plain(eventList(book, events ?? [])) || 'nothing';
}

function pausesOf(book: Book, promise: PromiseRule): string {
  const terms = promiseTerms(book, promise).find(({ name }) => name === 'Pauses');
  return terms ? terms.says.map(plain).join('; ') : 'never';
}

const share = (promise: PromiseRule): number =>
  'kept_for' in promise ? (promise.kept_for ?? 10_000) : 10_000;

/** How often it has to be kept to count as kept. */
function kept(): Aspect<PromiseRule> {
  return {
    of: (promise) => ('kept_for' in promise ? promise.kept_for : null),
    tell: ({ before, after }): Told => {
      const isMore = share(after) > share(before);
      return {
        verb: isMore ? 'tightened' : 'loosened',
        says: `${promiseName(after)} counts as kept when it is for ${percent(share(after))} of leads; before: for ${percent(share(before))}.`,
        level: 'breaking',
        harderFor: isMore ? after.by : otherParty(after.by),
      };
    },
  };
}

/** Changes of what the teams promise each other. */
export function findPromiseChanges(sides: Sides): readonly Found[] {
  const lists = { before: sides.before.agreement.promises, after: sides.after.agreement.promises };
  return findItemChanges<PromiseRule>(sides, lists, promises);
}
