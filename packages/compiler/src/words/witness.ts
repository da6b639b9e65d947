import type { EventInput, Field } from '../ir/types.ts';
import type { Witness } from '../prove/report.ts';
import { duration, times, whole } from './amounts.ts';
import { stageName, type Book } from './book.ts';
import { fieldValue, happened } from './examples.ts';
import {
  lowerFirst,
  named,
  plain,
  quoted,
  say,
  separated,
  startingWith,
  upperFirst,
  type Phrase,
} from './phrase.ts';

/**
 * An invented lead in words; values of personal fields are not shown.
 *
 * ```ts
 * plain(witnessWords(book, witness)) // 'country: Spain, employees: 200 people; in MQL for 3 days; asked for a demo 2 hours before'
 * ```
 */
export function witnessWords(book: Book, { lead, as_of: asOf }: Witness): Phrase {
  const fields = book.agreement.fields.filter(({ id }) => id in lead && id !== 'created_at' && id !== 'id');
  const known = fields.map((field) =>
    say(named(lowerFirst(field.label), 'field', field.id), `: ${valueOf(book, field, lead[field.id])}`),
  );
  const events = (lead.events ?? [])
    .map((event) => ({ event, at: instant(event.at) }))
    .toSorted((one, other) => one.at - other.at);
  const entry = events.findLast(({ event }) => entered(book, event) !== null);
  const stage = entry ? entered(book, entry.event) : null;
  const rests =
    entry && stage !== null
      ? say('in ', named(stageName(book, stage), 'stage', stage), ` for ${age(asOf - entry.at)}`)
      : [`created ${age(asOf - instant(lead.created_at))} before`];
  const did = events
    .filter((one) => one !== entry)
    .map(({ event, at }) => ({ what: small(happened(book, event)), when: `${age(asOf - at)} before` }));
  return separated(
    [known.length === 0 ? ['nothing is known of it'] : separated(known, ', '), rests, ...folded(did)],
    '; ',
  );
}

const entered = (book: Book, { event }: EventInput): string | null => book.events.get(event)?.enters ?? null;

const instant = (at: string | number): number => (typeof at === 'number' ? at : Date.parse(at));

function valueOf(book: Book, field: Field, value: unknown): string {
  const said = fieldValue(book, field, value);
  return field.type === 'text' && !field.personal && value !== null ? quoted(said) : said;
}

/**
 * The lead beside a statement that is proved; one of which much is known helps nobody there.
 *
 * ```ts
 * shortWitness(book, witness) // 'Source: Trade show; in Lead for 7 days'
 * ```
 */
export function shortWitness(book: Book, witness: Witness): string {
  const { lead } = witness;
  const facts = Object.keys(lead).filter((name) => !besides.has(name)).length + (lead.events ?? []).length;
  if (facts > mostFacts) return `A lead of which ${whole(facts)} things are known.`;
  return upperFirst(plain(witnessWords(book, witness)));
}

const besides: ReadonlySet<string> = new Set(['id', 'created_at', 'events']);
const mostFacts = 5;

/** An event's label inside a sentence. */
const small = (phrase: Phrase): Phrase => startingWith(lowerFirst, phrase);

/** The same thing several times is said once. */
function folded(all: readonly { readonly what: Phrase; readonly when: string }[]): readonly Phrase[] {
  const same = Map.groupBy(all, ({ what, when }) => `${plain(what)} ${when}`);
  return [...same.values()].flatMap((those) =>
    those
      .slice(0, 1)
      .map(({ what, when }) => say(what, those.length === 1 ? ' ' : ` ${times(those.length)}, `, when)),
  );
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Whole days from two days on, then hours, then minutes. */
function age(ms: number): string {
  if (ms < minute) return 'a moment';
  const unit = ms >= 2 * day ? day : ms >= hour ? hour : minute;
  const count = Math.floor(ms / unit);
  return duration(count * unit);
}
