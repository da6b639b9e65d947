import type { Condition } from '../ir/types.ts';
import { span, times, whole } from './amounts.ts';
import { stageName, type Book } from './book.ts';
import { startsWithVerb } from './grammar.ts';
import { lowerFirst, listed, named, say, type Phrase, type Piece } from './phrase.ts';
import type { Context } from './subject.ts';

/** An event as a piece of a sentence, and whether it needs a subject ("asked for a demo") or has its own ("sales called"). */
function eventPiece(book: Book, id: string): { readonly piece: Piece; readonly needsSubject: boolean } {
  const { label, enters } = book.events.get(id) ?? { label: id, enters: null };
  if (enters !== null) {
    return { piece: named(`entered ${stageName(book, enters)}`, 'stage', enters), needsSubject: true };
  }
  return { piece: named(lowerFirst(label), 'event', id), needsSubject: startsWithVerb(label) };
}

/** `asked for a demo or sent a form`. */
export const eventList = (book: Book, ids: readonly string[], word: 'and' | 'or' = 'or'): Phrase =>
  listed(
    ids.map((id) => eventPiece(book, id).piece),
    word,
  );

/** After "when": `the lead enters SQL`, `the lead asked for a demo or sent a form`, `sales called`. */
export function whenHappens(book: Book, ids: readonly string[]): Phrase {
  let theLead = false;
  return listed(
    ids.map((id) => {
      const { piece, needsSubject } = eventPiece(book, id);
      const enters = book.events.get(id)?.enters;
      const what = enters ? say('enters ', named(stageName(book, enters), 'stage', enters)) : [piece];
      const subject = needsSubject && !theLead ? 'the lead ' : '';
      theLead = needsSubject;
      return say(subject, what);
    }),
    'or',
  );
}

type EventTest = Extract<Condition, { kind: 'event' }>;

/** `asked for a demo at least twice in the last 30 days`. `where` is said already. */
export function eventTest(
  { book, who }: Context,
  test: EventTest,
  where: Phrase | null,
  negated: boolean,
): Phrase {
  const body = say(eventList(book, test.events), where === null ? '' : say(' (', where, ')'));
  const window = say(
    test.within_ms === null ? '' : ` in the last ${span(test.within_ms)}`,
    sinceWords(book, test.since),
  );
  const min = Math.max(test.min ?? 0, 0);
  const often = negated ? notSoOften(min, test.max) : howOften(min, test.max);
  return often === null
    ? say(never(book, who, test.events), body, window)
    : say(did(book, who, test.events), body, often, window);
}

const needSubject = (book: Book, ids: readonly string[]) =>
  ids.every((id) => eventPiece(book, id).needsSubject);

const did = (book: Book, who: string, ids: readonly string[]) => (needSubject(book, ids) ? who : '');

const never = (book: Book, who: string, ids: readonly string[]) =>
  needSubject(book, ids) ? `${who}never ` : 'it never happened that ';

/** `null` is never. */
function howOften(min: number, max: number | null): string | null {
  if (max === 0) return null;
  if (max === null) return min <= 1 ? '' : ` at least ${times(min)}`;
  if (min === max) return ` exactly ${times(min)}`;
  return min === 0 ? ` at most ${times(max)}` : ` ${whole(min)} to ${times(max)}`;
}

function notSoOften(min: number, max: number | null): string | null {
  if (max === null) return howOften(0, Math.max(min - 1, 0));
  if (min === 0) return howOften(max + 1, null);
  return min === max ? ` not exactly ${times(min)}` : ` fewer than ${whole(min)} or more than ${times(max)}`;
}

export function sinceWords(book: Book, since: readonly string[]): Phrase {
  if (since.length === 0) return [];
  return say(' since it last ', eventList(book, since));
}

type AgeTest = Extract<Condition, { kind: 'event_age' }>;

/** `last asked for a demo more than 7 days ago`; turned round: `never …, or … in the last 7 days`. */
export function eventAge(
  { book, who }: Context,
  test: AgeTest,
  where: Phrase | null,
  negated: boolean,
): Phrase {
  const body = say(eventList(book, test.events), where === null ? '' : say(' (', where, ')'));
  const since = sinceWords(book, test.since);
  if (negated) {
    return say(never(book, who, test.events), body, since, `, or in the last ${span(test.older_than_ms)}`);
  }
  return say(
    did(book, who, test.events),
    'last ',
    body,
    ` more than ${span(test.older_than_ms).replace(/^(?=\D)/u, 'one ')} ago`,
    since,
  );
}
