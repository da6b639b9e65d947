import type {
  Agreement,
  Calendar,
  EventType,
  Field,
  Person,
  Persona,
  PromiseRule,
  Queue,
  Role,
  Score,
  Stage,
} from '../ir/types.ts';
import { readTerms, type Terms } from './terms.ts';
import { shortTitle } from './titles.ts';

/** An agreement with its parts by their names. */
export interface Book {
  readonly agreement: Agreement;
  readonly fields: ReadonlyMap<string, Field>;
  readonly events: ReadonlyMap<string, EventType>;
  readonly stages: ReadonlyMap<string, Stage>;
  readonly scores: ReadonlyMap<string, Score>;
  readonly personas: ReadonlyMap<string, Persona>;
  readonly queues: ReadonlyMap<string, Queue>;
  readonly people: ReadonlyMap<string, Person>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly promises: ReadonlyMap<string, PromiseRule>;
  readonly terms: Terms;
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

export const openBook = (agreement: Agreement): Book => ({
  agreement,
  fields: byId(agreement.fields),
  events: byId(agreement.events),
  stages: byId(agreement.stages),
  scores: byId(agreement.scores),
  personas: byId(agreement.personas),
  queues: byId(agreement.queues),
  people: byId(agreement.people),
  roles: byId(agreement.roles),
  calendars: byId(agreement.calendars),
  promises: byId(agreement.promises),
  terms: readTerms(agreement),
});

/** The title of a part; of one that this agreement has not, such as another version's, its id. */
export const titleOf = (parts: ReadonlyMap<string, { readonly title: string }>, id: string): string =>
  parts.get(id)?.title ?? id;

/** A stage's short title. */
export const stageName = (book: Book, id: string): string => shortTitle({ title: titleOf(book.stages, id) });
