import type { Model } from '../model/types.ts';
import { dayMs } from '../time/units.ts';
import type { DrawnLead } from './draw-lead.ts';
import { type Engine, type EngineDecision, RefusedLead } from './engine.ts';

/** What becomes of a lead until people work it. Moments are in ms after it came. */
export interface Life {
  readonly entries: readonly { readonly stage: number; readonly after: number }[];
  readonly handover: Handover | null;
}

/** How a lead comes to the people who work it. */
export interface Handover {
  /** Index of the stage, its last entry. */
  readonly stage: number;
  readonly after: number;
  /** Index of the desk; −1 is none. */
  readonly desk: number;
  /** Promises whose clocks run now. */
  readonly promises: readonly string[];
  /** How long after it was sent back it comes again; `null` if it does not. */
  readonly backAfter: number | null;
}

/** A lead without a trace is looked at once more, so long after it came: whoever was forgotten is found then. */
const lookAgain = 600 * dayMs;

/**
 * Lives a lead's life with the engine: decides it whenever it does something, and records each stage that it comes to, as a
 * system that applies the agreement would. Ends where people take over.
 */
export function live(model: Model, engine: Engine, drawn: DrawnLead): Life {
  const created = drawn.created_at;
  const first = { stage: 0, after: 0 };
  const start = isWorked(model, 0) ? handover(model, engine, drawn, { stage: 0, at: created }) : null;
  if (start) return { entries: [first], handover: { ...start, after: 0 } };
  const entries = [first];
  const told = [...drawn.events];
  const moments = new Set(told.map(({ at }) => at));
  let lead: unknown;
  for (const asOf of [...[...moments].toSorted((a, b) => a - b), created + lookAgain]) {
    const { moves } = engine.decide((lead ??= read(engine, { ...drawn, events: told })) as never, { asOf });
    for (const { to, at } of moves) {
      const stage = model.stages.findIndex(({ id }) => id === to);
      entries.push({ stage, after: at - created });
      told.push({ event: `entered_${to}`, at });
      if (!isWorked(model, stage)) continue;
      const known = { ...drawn, events: told };
      return { entries, handover: { ...handover(model, engine, known, { stage, at }), after: at - created } };
    }
    if (moves.length > 0) lead = undefined;
  }
  return { entries, handover: null };
}

function isWorked(model: Model, stage: number): boolean {
  return (model.stages[stage]?.steps.length ?? 0) > 0;
}

/** Where the lead goes, which clocks run, and whether it would come back. */
function handover(
  model: Model,
  engine: Engine,
  lead: DrawnLead,
  { stage, at }: { readonly stage: number; readonly at: number },
): Omit<Handover, 'after'> {
  const decision = routed(model, engine, lead, { stage, at });
  const desk = model.desks.findIndex(({ id }) => id === decision.route?.queue);
  const promises = decision.promises.map(({ id }) => id);
  return { stage, desk, promises, backAfter: comesBack(model, engine, lead, at) };
}

/** The decision that sends the lead to a desk: that of this stage, or of the first one after it that is routed. */
function routed(
  model: Model,
  engine: Engine,
  lead: DrawnLead,
  { stage, at }: { readonly stage: number; readonly at: number },
): EngineDecision {
  const later = model.routed[stage]
    ? stage
    : model.stages.findIndex((_, index) => index > stage && model.routed[index]);
  return engine.decide(read(engine, entered(lead, later < 0 ? stage : later, model, at)), { asOf: at });
}

function entered(lead: DrawnLead, stage: number, { stages }: Model, at: number): DrawnLead {
  const event = `entered_${stages[stage]?.id}`;
  if (lead.events.some((one) => one.event === event)) return lead;
  return { ...lead, events: [...lead.events, { event, at }] };
}

/**
 * Whether a lead that is sent back a day after it was handed over would come again, by what it still does, and how long after
 * that. What it does later than people might really send it back is all that the forecast says about it.
 */
function comesBack(model: Model, engine: Engine, lead: DrawnLead, at: number): number | null {
  const exit = exitOf(model);
  const sentBack = at + dayMs;
  const later = lead.events.map((event) => event.at).filter((moment) => moment > sentBack);
  if (exit < 0 || later.length === 0) return null;
  const known = read(engine, entered(lead, exit, model, sentBack));
  for (const asOf of later.toSorted((a, b) => a - b)) {
    const { moves } = engine.decide(known, { asOf });
    const move = moves.find(({ to }) =>
      isWorked(
        model,
        model.stages.findIndex(({ id }) => id === to),
      ),
    );
    if (move) return move.at - sentBack;
    if (moves.length > 0) return null;
  }
  return null;
}

/** The exit to which people send leads back. */
export function exitOf({ steps, stages }: Model): number {
  const step = steps.find(({ to }) => stages[to]?.exit === true && !stages[to].end);
  return step ? step.to : -1;
}

function read(engine: Engine, lead: DrawnLead): never {
  const reading = engine.readLead(lead);
  if ('lead' in reading) return reading.lead as never;
  const [problem] = reading.problems;
  throw new RefusedLead(
    `The engine refuses a lead that the forecast draws: ${problem?.at} ${problem?.message}`,
  );
}
