import type { Model } from '@smarketing/logic';
import type { EventInput, FieldValue } from '../../ir/types.ts';
import type { Given } from '../decide/rules.ts';
import type { Cell } from '../events/cells.ts';
import { atomOf } from '../fields/model.ts';
import type { World } from '../world/world.ts';
import { type Ages, agesIn, type Pace } from './ages.ts';
import { type Happening, happenings } from './happenings.ts';

/** How ages and numbers of events are chosen where a model leaves them open. */
export interface Manner {
  readonly pace: Pace;
  /** So many of the events that give a rule the most are made, where other points are asked for. */
  readonly part: number;
  /** So many events more of each kind of which there are as many as are told apart. */
  readonly more: number;
}

/** What happened to a lead, and how long ago it was created. */
export interface History {
  readonly created: number;
  readonly events: readonly EventInput[];
}

/**
 * Events such as a model says: in its stretches of time, before and after each other as it says. `undefined` if no ages
 * are found that are so.
 */
export function historyOf(
  world: World,
  { given, model, pace, part, more }: Manner & { readonly given: readonly Given[]; readonly model: Model },
): History | undefined {
  const items = itemsIn(given, model, part);
  const lacking = lackingIn(items, model);
  const added = (cell: Cell): number => (isFull(cell, model) ? Math.max(more, lacking.get(cell) ?? 0) : 0);
  for (const happened of happenings(world, model, added)) {
    const ages = agesIn(world, { happened, wanted: wantedIn(items), model, pace });
    if (ages) return written(world.asOf.at(model), happened.events, ages);
  }
  return undefined;
}

/** Ages of events that a rule asks for, and the cells that it counts. */
interface Asked {
  readonly cells: ReadonlySet<Cell>;
  readonly ages: readonly number[];
}

function itemsIn(given: readonly Given[], model: Model, part: number): Asked[] {
  return given.flatMap(({ menu, many, variable, cells }) => {
    const ages =
      menu[atomOf(model, variable)]?.ages ?? many.ages.slice(0, Math.ceil(many.ages.length * part));
    return ages.length > 0 ? [{ cells: new Set(cells), ages }] : [];
  });
}

/** There are as many events as are told apart, or more. */
function isFull({ variable }: Cell, model: Model): boolean {
  return atomOf(model, variable) === variable.atoms - 1;
}

/** How many events are to be added where a cell has as many as it tells apart, or more. */
function lackingIn(items: readonly Asked[], model: Model): ReadonlyMap<Cell, number> {
  const lacking = new Map<Cell, number>();
  for (const { cells, ages } of items) {
    for (const alike of Map.groupBy(cells, ({ segment }) => segment.from).values()) {
      const full = alike.find((cell) => isFull(cell, model));
      const [first] = alike;
      if (!full || !first) continue;
      const { from, to } = first.segment;
      const wanted = ages.filter((age) => from <= age && age <= to).length;
      const there = alike.reduce((sum, { variable }) => sum + atomOf(model, variable), 0);
      if (wanted > there) lacking.set(full, Math.max(lacking.get(full) ?? 0, wanted - there));
    }
  }
  return lacking;
}

/** Ages that rules ask for: an item of the menu of each, shared out among the cells that it counts. */
function wantedIn(items: readonly Asked[]): (cell: Cell) => number[] {
  const wanted = items.map(({ cells, ages }) => ({ cells, ages: [...ages] }));
  const widest = wanted.toSorted((one, other) => (other.ages.at(-1) ?? 0) - (one.ages.at(-1) ?? 0));
  return (cell) => widest.find(({ cells }) => cells.has(cell))?.ages ?? [];
}

function written(asOf: number, events: readonly Happening[], ages: Ages): History {
  return {
    created: ages.created,
    events: events
      .map((happening) => ({ ...happening, age: ages.of(happening) }))
      .toSorted((one, other) => other.age - one.age)
      .map(({ event, age, cell }) => {
        const properties = cell ? propertiesOf(cell) : {};
        const at = new Date(asOf - age).toISOString();
        return { event, at, ...(Object.keys(properties).length > 0 ? { properties } : {}) };
      }),
  };
}

function propertiesOf({ told, kind }: Cell): Record<string, unknown> {
  const values = told.kinds[kind]?.properties ?? {};
  return Object.fromEntries(
    told.type.properties.flatMap(({ id, type }) => {
      const value = values[id] ?? null;
      return value === null ? [] : [[id, writtenValue(type, value)]];
    }),
  );
}

function writtenValue(type: string, value: FieldValue): unknown {
  if (typeof value !== 'number' || (type !== 'date' && type !== 'moment')) return value;
  const text = new Date(value).toISOString();
  return type === 'date' ? text.slice(0, 10) : text;
}
