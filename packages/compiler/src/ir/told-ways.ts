import type { Change, FieldValue, Next } from './types.ts';

type EventChange = Extract<Change, { kind: 'event' }>;

/** An event that leads on with each of some values of its properties. */
export interface ToldEvent extends Omit<EventChange, 'properties'> {
  readonly properties: Readonly<Record<string, readonly FieldValue[]>>;
}

/** A change as it is told. */
export type ToldChange = Exclude<Change, EventChange> | ToldEvent;

type ToldWay = readonly ToldChange[];

/**
 * The ways to the next stage as people read them: those that are the same but for the value of one property of an event are one.
 *
 * ```ts
 * toldWays(next.ways); // [[{ kind: 'event', event: 'form_sent', properties: { form: ['demo', 'offer'] }, times: 1 }]]
 * ```
 */
export function toldWays(ways: Next['ways']): readonly ToldWay[] {
  const told: ToldWay[] = [];
  for (const way of ways.map((changes) => changes.map(toldChange))) {
    const both = told.map((other) => together(other, way));
    const at = both.findIndex((one) => one !== undefined);
    told.splice(at === -1 ? told.length : at, 1, both[at] ?? way);
  }
  return told;
}

function toldChange(change: Change): ToldChange {
  if (change.kind !== 'event') return change;
  const properties = Object.entries(change.properties).map(([id, value]) => [id, [value]] as const);
  return { ...change, properties: Object.fromEntries(properties) };
}

/** Both ways in one, where only one property tells them apart. */
function together(one: ToldWay, other: ToldWay): ToldWay | undefined {
  for (const [at, change] of one.entries()) {
    if (change.kind !== 'event') continue;
    for (const id of Object.keys(change.properties)) {
      const without = [one, other].map((way) => JSON.stringify(withValues(way, at, id, [])));
      if (without[0] === without[1])
        return withValues(
          one,
          at,
          id,
          [one, other].flatMap((way) => valuesOf(way[at], id)),
        );
    }
  }
  return undefined;
}

function valuesOf(change: ToldChange | undefined, id: string): readonly FieldValue[] {
  return change?.kind === 'event' ? (change.properties[id] ?? []) : [];
}

function withValues(way: ToldWay, at: number, id: string, values: readonly FieldValue[]): ToldWay {
  return way.map((change, index) =>
    index === at && change.kind === 'event' && Object.hasOwn(change.properties, id)
      ? { ...change, properties: { ...change.properties, [id]: values } }
      : change,
  );
}
