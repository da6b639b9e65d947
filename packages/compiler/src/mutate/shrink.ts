import type { LeadCase } from '../ir/leads/index.ts';
import { parseMoment } from '../ir/moments.ts';
import type { Agreement, EventInput, LeadInput } from '../ir/types.ts';
import { day, hour, minute } from '../time/duration.ts';
import { without } from './lists.ts';

/** What a text says where it does not matter what it says. */
const plainWord = 'something else';

interface Goal {
  /** The moment at which people would rather look. */
  readonly usual: number;
  /** Whether the case still shows what it is for. */
  readonly differs: (one: LeadCase) => boolean;
}

/** The case with as little in it, and as round moments, as still show the difference. */
export function simplest(agreement: Agreement, one: LeadCase, { usual, differs }: Goal): LeadCase {
  const moments = agreement.fields.filter(({ type }) => type === 'moment').map(({ id }) => id);
  let best = plainMoments(one, moments);
  if (!differs(best)) return one;
  for (let left = 4; left > 0; left -= 1) {
    const before = best;
    for (const simpler of stepsFrom(agreement, usual, moments)) {
      for (const next of simpler(best)) if (differs(next)) best = next;
    }
    if (before === best) break;
  }
  return best;
}

type Step = (one: LeadCase) => readonly LeadCase[];

function stepsFrom(agreement: Agreement, usual: number, moments: readonly string[]): readonly Step[] {
  const names = agreement.fields.map(({ id }) => id);
  const places = Array.from({ length: 60 }, (_, place) => 59 - place);
  return [
    ({ input, asOf }) =>
      asOf === usual ? [] : [{ input: movedBy(input, usual - asOf, moments), asOf: usual }],
    ...names.map(
      (name): Step =>
        (one) =>
          withoutField(one, name),
    ),
    ...textsOf(agreement).map(
      (name): Step =>
        (one) =>
          plainText(one, name),
    ),
    ...places.map(
      (place): Step =>
        (one) =>
          withoutEvent(one, place),
    ),
    ...places.flatMap((place) => [
      (one: LeadCase) => withoutProperties(one, place),
      (one: LeadCase) => rounderEvent(one, place),
    ]),
    ...moments.map(
      (name): Step =>
        (one) =>
          rounderField(one, name),
    ),
    rounderCreation,
  ];
}

/** All moments as milliseconds, whatever they were written as. */
function plainMoments({ input, asOf }: LeadCase, names: readonly string[]): LeadCase {
  const events = (input.events ?? []).map((event) => ({ ...event, at: parseMoment(event.at) ?? event.at }));
  const values = knownOf(input, names).map((name) => [name, parseMoment(input[name])]);
  const created = parseMoment(input.created_at) ?? input.created_at;
  return { input: { ...input, ...Object.fromEntries(values), created_at: created, events }, asOf };
}

function movedBy(input: LeadInput, ms: number, names: readonly string[]): LeadInput {
  const events = (input.events ?? []).map((event) => ({ ...event, at: Number(event.at) + ms }));
  const values = knownOf(input, names).map((name) => [name, Number(input[name]) + ms]);
  return { ...input, ...Object.fromEntries(values), created_at: Number(input.created_at) + ms, events };
}

function knownOf(input: LeadInput, names: readonly string[]): readonly string[] {
  return names.filter((name) => input[name] !== undefined && input[name] !== null);
}

function rounderField({ input, asOf }: LeadCase, name: string): readonly LeadCase[] {
  const moment = input[name];
  if (typeof moment !== 'number' || moment % minute === 0) return [];
  return rounder(moment, asOf).map((round) => ({ input: { ...input, [name]: round }, asOf }));
}

function withoutField({ input, asOf }: LeadCase, name: string): readonly LeadCase[] {
  if (!(name in input)) return [];
  return [
    { input: Object.fromEntries(Object.entries(input).filter(([key]) => key !== name)) as LeadInput, asOf },
  ];
}

function textsOf({ fields }: Agreement): readonly string[] {
  return fields.filter(({ type }) => type === 'text').map(({ id }) => id);
}

/** A plain word instead of what tests engines. */
function plainText({ input, asOf }: LeadCase, name: string): readonly LeadCase[] {
  if (!(name in input) || input[name] === plainWord) return [];
  return [{ input: { ...input, [name]: plainWord }, asOf }];
}

function withoutEvent({ input, asOf }: LeadCase, place: number): readonly LeadCase[] {
  const events = input.events ?? [];
  return place < events.length ? [{ input: { ...input, events: without(events, place) }, asOf }] : [];
}

function withoutProperties(one: LeadCase, place: number): readonly LeadCase[] {
  const event = one.input.events?.[place];
  if (event === undefined) return [];
  if (event.id !== undefined) return [withEvent(one, place, withoutId(event))];
  const names = Object.keys(event.properties ?? {});
  const entries = Object.entries(event.properties ?? {});
  const fewer = names.map((name) => Object.fromEntries(entries.filter(([key]) => key !== name)));
  const plain = names.flatMap((name) =>
    typeof event.properties?.[name] === 'string' && event.properties[name] !== plainWord
      ? [{ ...event.properties, [name]: plainWord }]
      : [],
  );
  return [...fewer, ...plain].map((properties) => withEvent(one, place, { ...event, properties }));
}

function withoutId({ event, at, properties }: EventInput): EventInput {
  return { event, at, ...(properties && { properties }) };
}

/** An hour or a day ago, if that does; else whole days ago; else on the minute. */
function rounderEvent(one: LeadCase, place: number): readonly LeadCase[] {
  const event = one.input.events?.[place];
  if (event === undefined || isRound(one.asOf - Number(event.at))) return [];
  const moments = [...rounder(Number(event.at), one.asOf), one.asOf - hour, one.asOf - day];
  return moments.map((moment) => withEvent(one, place, { ...event, at: moment }));
}

/** The rounder the later. */
function rounder(moment: number, asOf: number): readonly number[] {
  const days = (asOf - moment) / day;
  const minutes = [Math.floor, Math.ceil].map((round) => round(moment / minute) * minute);
  return [...minutes, ...[Math.ceil, Math.floor].map((round) => asOf - round(days) * day)];
}

function isRound(ago: number): boolean {
  return ago > 0 && ago % day === 0;
}

/** Thirty days ago, which an example need not say; else when the lead entered its stage; else on the minute. */
function rounderCreation({ input, asOf }: LeadCase): readonly LeadCase[] {
  const created = Number(input.created_at);
  const usual = asOf - 30 * day;
  if (created === usual) return [];
  const entries = (input.events ?? []).filter(({ event }) => event.startsWith('entered_'));
  const entered = entries.length === 1 ? Number(entries[0]?.at) : undefined;
  if (entered === created) return [];
  const moments = [...rounder(created, asOf), usual, ...(entered === undefined ? [] : [entered])];
  return moments.map((moment) => ({ input: { ...input, created_at: moment }, asOf }));
}

function withEvent({ input, asOf }: LeadCase, place: number, event: EventInput): LeadCase {
  const events = (input.events ?? []).map((other, index) => (index === place ? event : other));
  return { input: { ...input, events }, asOf };
}
