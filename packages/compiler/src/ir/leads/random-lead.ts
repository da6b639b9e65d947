import { below, pick } from '../random.ts';
import type { Agreement, EventInput, EventType, Field, LeadInput } from '../types.ts';
import { bring, bringAround } from './draft.ts';
import { durationsOf, rootsOf, testsOf, turningPoints } from './tests.ts';
import type { Root, Test } from './tests.ts';
import { subjectOf, takenBy, usualValues, valuesAround } from './values.ts';

/** A lead, and the moment at which to decide about it. */
export interface LeadCase {
  readonly input: LeadInput;
  readonly asOf: number;
}

type Random = () => number;

/** What an agreement's leads are made of. */
interface Parts {
  readonly roots: readonly Root[];
  /** By what they ask about: `field seniority`, `property path`. */
  readonly tests: ReadonlyMap<string, readonly Test[]>;
  readonly durations: readonly number[];
  readonly edges: readonly number[];
  /** For fields and properties that name an owner. */
  readonly owners: ReadonlyMap<Field, readonly unknown[]>;
}

interface Maker extends Parts {
  readonly agreement: Agreement;
  readonly random: Random;
  readonly asOf: number;
}

const day = 86_400_000;

/**
 * A lead that the agreement takes, made to sit on its edges: values on and beside the constants of its conditions,
 * missing ones, and up to `events` events at and beside the edges of its windows, at one moment, told twice, or
 * after `asOf`.
 *
 * ```ts
 * const random = seededRandom(1);
 * const input = randomLead(agreement, random, { asOf: Date.UTC(2026, 10, 24) });
 * ```
 */
export function randomLead(
  agreement: Agreement,
  random: Random,
  {
    asOf = start(agreement) + 60 * day,
    events = 50,
  }: { readonly asOf?: number; readonly events?: number } = {},
): LeadInput {
  const maker = { agreement, random, asOf, ...known(agreement) };
  const fields = agreement.fields.map((field) => [field.id, valueOf(maker, field, 'field')]);
  const created = randomMoment(maker, asOf - below(random, 400 * day));
  const lead = {
    id: `lead-${below(random, 1_000_000)}`,
    created_at: written(random, created),
    ...Object.fromEntries(fields.filter(([, value]) => value !== null || random() < 0.5)),
    events: randomEvents(maker, created, events),
  };
  return random() < 0.4 ? broughtSomewhere(maker, lead, events) : lead;
}

/** A random lead at a random moment: within the agreement's time, and at times where something comes into force. */
export function randomCase(agreement: Agreement, random: Random): LeadCase {
  const { edges } = known(agreement);
  const length = Date.parse(agreement.review_by) - start(agreement) + 60 * day;
  const anywhere = start(agreement) + below(random, length);
  const asOf = edges.length > 0 && random() < 0.2 ? pick(random, edges) - below(random, 2) : anywhere;
  return { input: randomLead(agreement, random, { asOf }), asOf };
}

const remembered = new WeakMap<Agreement, Parts>();

function known(agreement: Agreement): Parts {
  const parts = remembered.get(agreement) ?? partsOf(agreement);
  remembered.set(agreement, parts);
  return parts;
}

function partsOf(agreement: Agreement): Parts {
  const roots = rootsOf(agreement);
  return {
    edges: turningPoints(agreement),
    roots: roots.filter(({ on }) => on.length === 0),
    tests: Map.groupBy(
      roots.flatMap(({ condition }) => testsOf(condition)),
      askedOf,
    ),
    durations: [day, ...durationsOf(agreement)],
    owners: new Map(
      [...agreement.fields, ...agreement.events.flatMap(({ properties }) => properties)]
        .filter((field) => isOwner(agreement, field))
        .map((field) => [field, ownerNames(agreement, field)]),
    ),
  };
}

function askedOf(test: Test): string {
  const subject = subjectOf(test);
  return subject && 'id' in subject ? `${subject.kind} ${subject.id}` : '';
}

/** The lead with one of the agreement's conditions met, which chance alone seldom does. */
function broughtSomewhere(
  { agreement, asOf, random, roots }: Maker,
  lead: LeadInput,
  most: number,
): LeadInput {
  if (roots.length === 0) return lead;
  const root = pick(random, roots);
  const around = bringAround({ agreement, asOf }, lead, root, pick(random, [null, ...root.stages]));
  const brought = bring({ agreement, asOf }, around, root.condition);
  return { ...brought, events: (brought.events ?? []).slice(0, most) };
}

function start({ effective_from }: Agreement): number {
  return Date.parse(effective_from);
}

/** Mostly a value beside the edge of a test; `null` is missing. */
function valueOf({ random, asOf, tests, owners }: Maker, field: Field, kind: 'field' | 'property'): unknown {
  if (!field.required && random() < 0.2) return null;
  const names = owners.get(field) ?? [];
  if (names.length > 0 && random() < 0.7) return pick(random, names);
  const about = tests.get(`${kind} ${field.id}`) ?? [];
  const edges = about.length > 0 && random() < 0.8 ? valuesAround(field, pick(random, about), asOf) : [];
  const value = pick(random, edges.length > 0 ? edges : usualValues(field, asOf));
  return typeof value === 'number' && field.type === 'moment' ? written(random, value) : value;
}

function isOwner({ routing }: Agreement, { id, type }: Field): boolean {
  const targets = [...(routing?.rows ?? []).map(({ to }) => to), routing?.otherwise];
  const owns = targets.some((to) => to?.kind === 'owner' && to.field === id);
  return type === 'text' && (owns || id === 'owner');
}

/** Those who can own a lead, in several spellings, and somebody who cannot. */
function ownerNames({ people }: Agreement, field: Field): readonly unknown[] {
  const names = [...people.map(({ name }) => name), 'Somebody Else'];
  return takenBy(
    field,
    names.flatMap((name) => [name, name.toUpperCase(), name.normalize('NFD')]),
  );
}

function randomEvents(maker: Maker, created: number, most: number): readonly EventInput[] {
  const { agreement, random } = maker;
  const count = random() < 0.15 ? 0 : below(random, random() < 0.7 ? Math.min(12, most) : most) + 1;
  const favourites = Array.from({ length: 4 }, () => pick(random, agreement.events));
  const events: EventInput[] = [];
  let last = created;
  while (agreement.events.length > 0 && events.length < Math.min(count, most)) {
    const twin = random() < 0.05 ? events.find(({ id }) => id !== undefined) : undefined;
    if (twin === undefined) last = randomMoment(maker, last);
    events.push(twin ?? randomEvent(maker, pick(random, favourites), last, events.length));
  }
  return events;
}

function randomEvent(maker: Maker, favourite: EventType, at: number, index: number): EventInput {
  const { agreement, random } = maker;
  const type = random() < 0.6 ? favourite : pick(random, agreement.events);
  const values = type.properties.map((field) => [field.id, valueOf(maker, field, 'property')]);
  const properties = Object.fromEntries(values.filter(([, value]) => value !== null || random() < 0.5));
  return {
    ...(random() < 0.5 && { id: `e${index}` }),
    event: type.id,
    at: written(random, at),
    ...(type.properties.length > 0 && { properties }),
  };
}

/** A moment on or beside an edge that the agreement's durations make, seen from `asOf` or from the moment before. */
function randomMoment({ random, asOf, durations }: Maker, last: number): number {
  const kind = random();
  if (kind < 0.1) return last;
  const step = pick(random, [-1, 0, 0, 1]);
  const duration = pick(random, durations) * pick(random, [1, 1, 1, 2, 3]);
  if (kind < 0.45) return asOf - duration + step;
  if (kind < 0.65) return Math.min(last + duration + step, asOf + 1);
  if (kind < 0.75) return asOf - below(random, 60) * day + step;
  if (kind < 0.8) return asOf + below(random, 2 * day);
  if (kind < 0.85) return asOf - below(random, 2);
  return asOf - below(random, random() < 0.5 ? 5 * day : 700 * day);
}

/** Milliseconds, or ISO 8601 in one of its spellings. */
function written(random: Random, moment: number): string | number {
  if (random() < 0.5) return moment;
  if (random() < 0.5) return new Date(moment).toISOString();
  return new Date(moment + 5.5 * 3_600_000).toISOString().replace('Z', '+05:30');
}
