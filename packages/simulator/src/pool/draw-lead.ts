import { poisson } from '../maths/draws.ts';
import type { Drawn, Model } from '../model/types.ts';
import { branch, purposeOf, type Stream, uniformAt } from '../random/stream.ts';

/** A lead as an engine reads it. Moments are in ms. */
export interface DrawnLead {
  readonly id: string;
  readonly created_at: number;
  readonly events: readonly DrawnEvent[];
  readonly [field: string]: unknown;
}

export interface DrawnEvent {
  readonly event: string;
  readonly at: number;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** How often a lead does something that it cannot do, because it has other options. */
export const notApplicable = 255;

export interface History {
  readonly lead: DrawnLead;
  /** By behaviour. */
  readonly counts: readonly number[];
}

export interface DrawOptions {
  readonly stream: Stream;
  readonly index: number;
  readonly source: number;
  readonly createdAt: number;
}

/** Draws leads with all that they do in their lives: one is always the same for the same stream, index, source and moment. */
export function historyDrawer(model: Model): (options: DrawOptions) => History {
  const mixes = model.mixes.map((mix) => ({ id: mix.id, draw: valueDrawer(mix) }));
  const behaviours = model.behaviours.map((behaviour) => behaviourDrawer(model, behaviour));
  const fixed = model.sources.map((source) =>
    Object.entries(source.with).map(
      ([field, option]) => [field, readOption(option, model.field_types[field] ?? 'choice')] as const,
    ),
  );
  return ({ stream, index, source, createdAt }) => {
    const own = branch(stream, lead, index);
    const fields: Record<string, unknown> = {};
    for (const { id, draw } of mixes) fields[id] = draw(own);
    for (const [field, value] of fixed[source] ?? []) fields[field] = value;
    const events: DrawnEvent[] = [];
    const counts = behaviours.map((behave) => behave(fields, own, createdAt, events));
    return { lead: { id: `p${index}`, created_at: createdAt, ...fields, events }, counts };
  };
}

const lead = purposeOf('lead');

type Behaviour = Model['behaviours'][number];

/** How often a lead does something: adds it to its events. */
type Behave = (
  fields: Readonly<Record<string, unknown>>,
  own: Stream,
  createdAt: number,
  events: DrawnEvent[],
) => number;

function behaviourDrawer({ parameters }: Model, behaviour: Behaviour): Behave {
  const { id, event, within_ms: within } = behaviour;
  const [shareOf, timesOf, atOf, itself] = [`${id} share`, `${id} times`, `${id} at`, id].map(purposeOf) as [
    number,
    number,
    number,
    number,
  ];
  const share = parameters[behaviour.share]?.value ?? 0;
  // Not at all, or once and `times − 1` more often on average.
  const more = Math.max(0, (parameters[behaviour.times]?.value ?? 1) - 1);
  const asked = Object.entries(behaviour.with);
  const properties = behaviour.properties.map((property) => ({
    id: property.id,
    draw: valueDrawer(property),
  }));
  return (fields, own, createdAt, events) => {
    if (!asked.every(([field, option]) => has(fields[field], option))) return notApplicable;
    if (uniformAt(own, shareOf, 0) * 10_000 >= share) return 0;
    const count = Math.min(notApplicable - 1, 1 + poisson(uniformAt(own, timesOf, 0), more));
    for (let n = 0; n < count; n++) {
      // At any moment within the time that is given, all alike, in whole seconds.
      const at = createdAt + Math.ceil((uniformAt(own, atOf, n) * within) / 1000) * 1000;
      events.push(
        properties.length === 0 ? { event, at } : { event, at, properties: told(branch(own, itself, n)) },
      );
    }
    return count;
  };

  function told(stream: Stream): Readonly<Record<string, unknown>> {
    const values: Record<string, unknown> = {};
    for (const { id: property, draw } of properties) {
      const value = draw(stream);
      if (value !== undefined) values[property] = value;
    }
    return values;
  }
}

/** Draws the value of a field; `undefined` is missing. */
function valueDrawer({ id, type, decimals, spread }: Drawn): (stream: Stream) => unknown {
  const [itself, inside] = [purposeOf(id), purposeOf(`${id} inside`)];
  const shares = Object.entries(spread.shares).map(
    ([option, share]) => [readOption(option, type), share] as const,
  );
  return (stream) => {
    let left = uniformAt(stream, itself, 0) * 10_000;
    for (const { min, max, share } of spread.ranges) {
      if (left < share)
        return (min + Math.floor(uniformAt(stream, inside, 0) * (max - min + 1))) / 10 ** decimals;
      left -= share;
    }
    for (const [value, share] of shares) {
      if (left < share) return value;
      left -= share;
    }
    return undefined;
  };
}

function readOption(option: string, type: string): unknown {
  if (option === 'missing') return undefined;
  if (type === 'flag') return option === 'true';
  return type === 'choices' ? [option] : option;
}

function has(value: unknown, option: string): boolean {
  if (option === 'missing') return value === undefined;
  return Array.isArray(value) ? value.includes(option) : String(value) === option;
}
