import type { Agreement, Condition, EventType } from '@smarketing/compiler/ir';
import { evaluate, readLead } from '@smarketing/compiler/ir';
import { describe, expect, test } from 'vitest';
import { modelOf } from '../../src/model/model.ts';
import type { Model, Step } from '../../src/model/types.ts';
import { type DrawnEvent, type DrawnLead, historyDrawer } from '../../src/pool/draw-lead.ts';
import { referenceEngine } from '../../src/pool/engine.ts';
import { live } from '../../src/pool/life.ts';
import { planPool } from '../../src/pool/plan.ts';
import { seedStream } from '../../src/random/stream.ts';
import { agreementOf } from '../support/starter.ts';

const hour = 3_600_000;

/** A lead that is handed over, as a CRM would have it then. */
interface Handed {
  readonly lead: DrawnLead;
  readonly stage: number;
  readonly at: number;
}

/** The leads of a small pool that come to people, with what they did until then. */
function handedOver(agreement: Agreement, model: Model): readonly Handed[] {
  const plan = planPool(model, 300);
  const draw = historyDrawer(model);
  return plan.moments.flatMap((createdAt, index) => {
    const source = plan.sources[index]!;
    const { lead } = draw({ stream: seedStream(11), index, source, createdAt });
    const { handover, entries } = live(model, referenceEngine(agreement), lead);
    if (!handover) return [];
    const at = createdAt + handover.after;
    const entered = entries.slice(1).map(({ stage, after }) => entry(model, stage, createdAt + after));
    const before = lead.events.filter((event) => event.at <= at);
    return [{ lead: { ...lead, events: [...before, ...entered] }, stage: handover.stage, at }];
  });
}

function entry(model: Model, stage: number, at: number): DrawnEvent {
  return { event: `entered_${model.stages[stage]!.id}`, at };
}

/** What the agreement says about a lead at a moment, with one more event or without. */
function stageOf(agreement: Agreement, lead: DrawnLead, at: number, event?: DrawnEvent): string {
  const reading = readLead(agreement, { ...lead, events: [...lead.events, ...(event ? [event] : [])] });
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return evaluate(agreement, reading.lead, { asOf: at }).stage;
}

/** What people do when a lead takes a step: an event of the way, with properties that the way asks for. */
function deed({ events, transitions, stages }: Agreement, step: Step, at: number): DrawnEvent {
  const [from, to] = [stages[step.from]!.id, stages[step.to]!.id];
  const way = transitions.find((one) => one.to === to && one.from.includes(from) && one.by === 'people');
  const type = events.find(({ id }) => id === way?.on[0]);
  if (!way || !type) throw new Error(`Nobody brings a lead from ${from} to ${to}.`);
  return { event: type.id, at, properties: propertiesOf(type, way.where) };
}

function propertiesOf({ properties }: EventType, where: Condition | null): Record<string, unknown> {
  const needed = properties.filter(({ required }) => required);
  return Object.fromEntries([
    ...needed.map(({ id, type, options }) => [
      id,
      type === 'choice' ? options[0]?.id : type === 'text' ? 'x' : 1,
    ]),
    ...asked(where),
  ]);
}

function asked(where: Condition | null): readonly (readonly [string, unknown])[] {
  if (where === null) return [];
  switch (where.kind) {
    case 'all':
      return where.of.flatMap(asked);
    case 'choice':
      return where.subject.kind === 'property' ? [[where.subject.id, where.options[0]]] : [];
    case 'number': {
      const value = where.min?.value ?? (where.max?.value ?? 0) - 1;
      return where.subject.kind === 'property' ? [[where.subject.id, value / 10 ** where.decimals]] : [];
    }
    default:
      throw new Error(`No deed is known for ${where.kind}.`);
  }
}

describe.each(['acme', 'starter'])('after the handover a simulated lead of %s', (name) => {
  const agreement = agreementOf(name);
  const model = modelOf(agreement, { weeks: 26 });
  const handed = handedOver(agreement, model);

  test('is where the agreement has it', () => {
    expect(handed.length).toBeGreaterThan(5);
    for (const { lead, stage, at } of handed)
      expect(stageOf(agreement, lead, at)).toBe(model.stages[stage]!.id);
  });

  test('takes each step to the stage to which the same deed moves a lead that is decided', () => {
    const seen = new Set<string>();
    const walk = (lead: DrawnLead, stage: number, at: number): void => {
      for (const step of model.stages[stage]!.steps.map((index) => model.steps[index]!)) {
        const event = deed(agreement, step, at + hour);
        const to = model.stages[step.to]!;
        expect(stageOf(agreement, lead, at + hour, event)).toBe(to.id);
        seen.add(step.id);
        const known = { ...lead, events: [...lead.events, event, entry(model, step.to, at + hour)] };
        if (!to.exit) walk(known, step.to, at + hour);
      }
    };
    for (const { lead, stage, at } of handed.slice(0, 20)) walk(lead, stage, at);
    expect([...seen].toSorted()).toEqual(model.steps.map(({ id }) => id).toSorted());
  });

  test('is forgotten when the agreement says so, and not a second before', () => {
    for (const { lead, stage, at } of handed.slice(0, 20)) {
      const { stale_to: to, stale_ms: after, id } = model.stages[stage]!;
      expect(stageOf(agreement, lead, at + after - 1000)).toBe(id);
      expect(stageOf(agreement, lead, at + after)).toBe(model.stages[to]!.id);
    }
  });
});
