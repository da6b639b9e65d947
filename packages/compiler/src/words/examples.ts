import { found } from '../found.ts';
import type { EventInput, Example, Expectation, Field, Score } from '../ir/types.ts';
import { duration, money, percent, scaled } from './amounts.ts';
import { stageName, titleOf, type Book } from './book.ts';
import { isoDate, moment, utcDate } from './dates.ts';
import { lowerFirst, named, say, type Phrase, type Ref } from './phrase.ts';
import { bandTitle } from './titles.ts';

export interface Fact {
  readonly name: string;
  readonly says: Phrase;
  /** What the name points to; such a name is a sentence, so it stands above what it says. */
  readonly ref?: Ref;
}

const notShown = 'personal, not shown';

/** What is known about the example's lead, in the order of the vocabulary. */
export function leadFacts(book: Book, { lead }: Example): readonly Fact[] {
  const { time_zone: zone, fields } = book.agreement;
  const known = fields.filter(({ id }) => id in lead && id !== 'created_at' && id !== 'id');
  return [
    { name: 'Created', says: [moment(instant(lead.created_at), zone)] },
    ...known.map((field) => ({ name: field.label, says: [fieldValue(book, field, lead[field.id])] })),
  ];
}

const instant = (at: string | number): number => (typeof at === 'number' ? at : Date.parse(at));

/** A value as an engine takes it, in words; a personal one is never shown. */
export function fieldValue(book: Book, field: Field, value: unknown): string {
  if (value === null || value === undefined) return 'missing';
  if (field.personal) return notShown;
  if (Array.isArray(value))
    return value.length === 0 ? 'none' : value.map((one) => optionLabel(field, one)).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return numberValue(book, field, value);
  return textValue(book, field, value as string);
}

const optionLabel = ({ options }: Field, id: unknown): string =>
  options.find((one) => one.id === id)?.label ?? String(id);

function numberValue(book: Book, field: Field, value: number): string {
  const { currency, time_zone: zone } = book.agreement;
  if (field.type === 'date') return utcDate(value);
  if (field.type === 'moment') return moment(value, zone);
  const natural = Math.round(value * 10 ** field.decimals);
  if (field.type === 'money') return money(natural, currency);
  if (field.type === 'percent') return percent(natural);
  return `${scaled(natural, field.decimals)}${field.unit === null ? '' : ` ${field.unit}`}`;
}

function textValue(book: Book, field: Field, value: string): string {
  if (field.type === 'date') return isoDate(value.slice(0, 10));
  if (field.type === 'moment') return moment(instant(value), book.agreement.time_zone);
  return optionLabel(field, value);
}

export interface Happening {
  readonly at: string;
  readonly earlier: string | null;
  readonly says: Phrase;
}

/** What happened to the example's lead, in time order. */
export function happenings(book: Book, { lead, as_of: asOf }: Example): readonly Happening[] {
  const zone = book.agreement.time_zone;
  return [...(lead.events ?? [])]
    .toSorted((a, b) => instant(a.at) - instant(b.at))
    .map((event) => ({
      at: moment(instant(event.at), zone),
      earlier: earlierWords(asOf - instant(event.at)),
      says: happened(book, event),
    }));
}

const hour = 3_600_000;
const day = 24 * hour;

/** `2 days before`, where that is a round number and easier to grasp than the date. */
function earlierWords(ms: number): string | null {
  const isRound = ms % day === 0 || (ms % hour === 0 && ms < 2 * day) || ms < 2 * hour;
  return ms > 0 && isRound ? `${duration(ms)} before` : null;
}

/** What happened, with what was told of it. */
export function happened(book: Book, { event: id, properties }: EventInput): Phrase {
  const event = book.events.get(id);
  if (event === undefined) return [named(id, 'event', id)];
  const label = event.enters
    ? say('Entered ', named(stageName(book, event.enters), 'stage', event.enters))
    : [named(event.label, 'event', id)];
  const told = properties ?? {};
  const details = event.properties
    .filter((property) => told[property.id] !== undefined)
    .map((property) => `${lowerFirst(property.label)}: ${fieldValue(book, property, told[property.id])}`);
  return say(label, details.length === 0 ? '' : ` (${details.join(', ')})`);
}

/** What must come out; only what the example says. */
export function expectedFacts(book: Book, expect: Expectation): readonly Fact[] {
  return [
    expect.stage === undefined
      ? null
      : { name: 'Stage', says: [named(stageName(book, expect.stage), 'stage', expect.stage)] },
    ...book.agreement.scores.map((score) => scoreFact(score, expect)),
    expect.grade === undefined ? null : { name: 'Grade', says: [expect.grade ?? 'none'] },
    expect.persona === undefined
      ? null
      : {
          name: 'Persona',
          says: orNone(expect.persona, (id) => named(titleOf(book.personas, id), 'persona', id)),
        },
    expect.queue === undefined
      ? null
      : {
          name: 'Goes to',
          says: orNone(expect.queue, (id) => named(titleOf(book.queues, id), 'queue', id)),
        },
    expect.owner === undefined
      ? null
      : { name: 'Owner', says: [expect.owner === null ? 'nobody' : `named (${notShown})`] },
    ...Object.entries(expect.promises ?? {}).map(([id, state]) => promiseFact(book, id, state)),
  ].filter((fact) => fact !== null);
}

/** `46.5 points, hot`: what is said of a score, or nothing. */
function scoreFact({ id, title }: Score, { scores, bands }: Expectation): Fact | null {
  const value = scores?.[id];
  const name = bands?.[id];
  const says = [
    value === undefined ? null : `${String(value).replace('-', '−')} ${value === 1 ? 'point' : 'points'}`,
    name === undefined ? null : bandTitle({ id: name }),
  ].filter((part) => part !== null);
  return says.length === 0 ? null : { name: title, says: [says.join(', ')] };
}

const orNone = (id: string | null, piece: (id: string) => Phrase[number]): Phrase =>
  id === null ? ['none'] : [piece(id)];

type ExpectedPromise = NonNullable<Expectation['promises']>[string];

const states = {
  running: 'running',
  paused: 'paused',
  met: 'kept',
  broken: 'broken',
  beyond_calendar: 'due after the calendar ends',
} as const;

function promiseFact(book: Book, id: string, state: ExpectedPromise): Fact {
  const { says } = found(book.promises, id);
  const fact = { name: says.replace(/\.$/u, ''), ref: { kind: 'promise', id } } as const;
  if (state === null) return { ...fact, says: ['not started'] };
  const due = state.due ? `due ${moment(state.due, book.agreement.time_zone)}` : null;
  const words = [state.state && states[state.state], due].filter((part) => typeof part === 'string');
  return { ...fact, says: [words.join(', ')] };
}

/** The ids of an example's outcome that name a rule, a row or a notice, in their own list. */
export const expectedIds = (
  expect: Expectation,
): readonly { readonly name: string; readonly ids: readonly string[] }[] =>
  [
    {
      name: 'Because of',
      ids: [...new Set([...(expect.route ? [expect.route] : []), ...(expect.reasons ?? [])])],
    },
    { name: 'Not because of', ids: expect.not_reasons ?? [] },
    { name: 'Tells', ids: expect.notices ?? [] },
  ].filter(({ ids }) => ids.length > 0);
