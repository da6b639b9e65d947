import { found } from '../found.ts';
import type { Queue, RouteTarget, Routing } from '../ir/types.ts';
import { stageName, titleOf, type Book } from './book.ts';
import { personCount } from './grammar.ts';
import { lowerFirst, listed, named, say, upperFirst, type Phrase } from './phrase.ts';

/** Who gets the lead. */
export function routeTarget(book: Book, to: RouteTarget): Phrase {
  if (to.kind === 'queue') return [named(titleOf(book.queues, to.queue), 'queue', to.queue)];
  const label = lowerFirst(found(book.fields, to.field).label);
  return say(named(label, 'field', to.field), ', as named on the lead');
}

export const routedStages = (book: Book, routing: Routing): Phrase =>
  listed(
    routing.stages.map((id) => named(stageName(book, id), 'stage', id)),
    'or',
  );

export const matchWords = {
  first: 'The rows are read from the top; the first one that holds decides.',
  exactly_one: 'Never more than one row holds.',
} as const;

/** How a queue gives out its leads. */
export const assignmentWords = {
  round_robin: 'in turn',
  least_loaded: 'to whoever has the fewest open leads',
  by_hand: 'by hand',
} as const;

/** `2 people, leads given out in turn`: how many, never who. */
export function queueWords({ members, assign }: Queue): string {
  const people = members.length === 0 ? null : personCount(members.length);
  const given = `leads given out ${assignmentWords[assign]}`;
  return upperFirst(people === null ? given : `${people}, ${given}`);
}

const channels = { email: 'email', slack: 'Slack', sms: 'text message', task: 'a task' } as const;

/** `by email and Slack`. */
export const channelWords = (by: readonly (keyof typeof channels)[]): Phrase =>
  say(
    'by ',
    listed(
      by.map((one) => channels[one]),
      'and',
    ),
  );
