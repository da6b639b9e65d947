import { there } from '../found.ts';
import type { Stage, Transition } from '../ir/types.ts';
import { duration } from './amounts.ts';
import { stageName, type Book } from './book.ts';
import { conditionWords, whereWords } from './condition.ts';
import { inForce } from './dates.ts';
import { eventList, whenHappens } from './events.ts';
import { listed, named, say, type Phrase } from './phrase.ts';

const stagePieces = (book: Book, ids: readonly string[]) =>
  listed(
    ids.map((id) => named(stageName(book, id), 'stage', id)),
    'or',
  );

/** What makes a lead take this way. */
export function wayCause(book: Book, way: Transition): Phrase {
  const when = way.when && conditionWords(book, way.when, 'it ');
  switch (way.by) {
    case 'rule':
      return say('as soon as ', when ?? 'it is there');
    case 'people': {
      const where = whereWords(book, way.on, way.where);
      return say(
        'when ',
        whenHappens(book, way.on),
        where === null ? '' : say(' (', where, ')'),
        when === null ? '' : say(', if ', when),
      );
    }
    case 'time':
      return say(
        `after ${duration(there(way.after_ms, `time of ${way.id}`))} there`,
        way.without.length === 0 ? '' : say(' with none of these: ', eventList(book, way.without)),
        when === null ? '' : say(', if ', when),
      );
  }
}

/** `From Visitor or Lead, as soon as …`. */
export const wayIn = (book: Book, way: Transition): Phrase =>
  say('From ', stagePieces(book, way.from), ', ', wayCause(book, way), dates(book, way));

/** `To MQL, as soon as …`. */
export const wayOut = (book: Book, way: Transition): Phrase =>
  say('To ', stagePieces(book, [way.to]), ', ', wayCause(book, way), dates(book, way));

const dates = (book: Book, { in_force }: Transition) =>
  in_force === null ? '' : ` (in force ${inForce(in_force, book.agreement.time_zone)})`;

export const waysInto = (book: Book, { id }: Stage): readonly Transition[] =>
  book.agreement.transitions.filter((way) => way.to === id);

export const waysFrom = (book: Book, { id }: Stage): readonly Transition[] =>
  book.agreement.transitions.filter((way) => way.from.includes(id));

export const zoneTitles = {
  tofu: 'Top of the funnel',
  mofu: 'Middle of the funnel',
  bofu: 'Bottom of the funnel',
} as const;
