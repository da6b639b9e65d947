import { poisson } from '../maths/draws.ts';
import type { Drawn, Model } from '../model/types.ts';
import { branch, purposeOf, type Stream, uniformAt } from '../random/stream.ts';

/** A lead as an engine reads it. */
export interface DrawnLead {
  readonly id: string;
  readonly created_at: string;
  readonly events: readonly DrawnEvent[];
  readonly [field: string]: unknown;
}

export interface DrawnEvent {
  readonly event: string;
  readonly at: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** How often a lead does something that it cannot do, because it has other options. */
export const notApplicable = 255;

export interface History {
  readonly lead: DrawnLead;
  /** By behaviour. */
  readonly counts: readonly number[];
}

/** Draws a lead with all that it does in its life: always the same for the same stream, source and moment. */
export function drawHistory(
  model: Model,
  { stream, index, source, createdAt }: { stream: Stream; index: number; source: number; createdAt: number },
): History {
  const own = branch(stream, purposeOf('lead'), index);
  const fields: Record<string, unknown> = {};
  for (const mix of model.mixes) fields[mix.id] = drawValue(mix, own, 0);
  for (const [field, option] of Object.entries(model.sources[source]?.with ?? {}))
    fields[field] = readOption(option, model.field_types[field] ?? 'choice');
  const does = model.behaviours.map((behaviour) => {
    const applies = Object.entries(behaviour.with).every(([field, option]) => has(fields[field], option));
    return { behaviour, count: applies ? countOf(model, behaviour, own) : notApplicable };
  });
  const events = does.flatMap(({ behaviour, count }) =>
    Array.from({ length: count === notApplicable ? 0 : count }, (_, n) =>
      eventOf(behaviour, own, createdAt, n),
    ),
  );
  const lead = { id: `p${index}`, created_at: new Date(createdAt).toISOString(), ...fields, events };
  return { lead, counts: does.map(({ count }) => count) };
}

type Behaviour = Model['behaviours'][number];

/** Not at all, or once and `times − 1` more often on average. */
function countOf({ parameters }: Model, { id, share, times }: Behaviour, own: Stream): number {
  if (uniformAt(own, purposeOf(`${id} share`), 0) * 10_000 >= (parameters[share]?.value ?? 0)) return 0;
  const more = Math.max(0, (parameters[times]?.value ?? 1) - 1);
  return Math.min(notApplicable - 1, 1 + poisson(uniformAt(own, purposeOf(`${id} times`), 0), more));
}

/** At any moment within the time that is given, all alike, in whole seconds. */
function eventOf(
  { id, event, within_ms: within, properties }: Behaviour,
  own: Stream,
  from: number,
  n: number,
): DrawnEvent {
  const seconds = Math.ceil((uniformAt(own, purposeOf(`${id} at`), n) * within) / 1000);
  const at = new Date(from + seconds * 1000).toISOString();
  if (properties.length === 0) return { event, at };
  const stream = branch(own, purposeOf(id), n);
  const values = properties.map((property) => [property.id, drawValue(property, stream, 0)] as const);
  return { event, at, properties: Object.fromEntries(values.filter(([, value]) => value !== undefined)) };
}

/** A value of a field; `undefined` is missing. */
function drawValue({ id, type, decimals, spread }: Drawn, stream: Stream, n: number): unknown {
  let left = uniformAt(stream, purposeOf(id), n) * 10_000;
  for (const { min, max, share } of spread.ranges) {
    if (left < share) {
      const inside = Math.floor(uniformAt(stream, purposeOf(`${id} inside`), n) * (max - min + 1));
      return (min + inside) / 10 ** decimals;
    }
    left -= share;
  }
  for (const [option, share] of Object.entries(spread.shares)) {
    if (left < share) return readOption(option, type);
    left -= share;
  }
  return undefined;
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
