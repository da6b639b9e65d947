import type { Model } from '../model/types.ts';
import { branch, purposeOf, seedStream } from '../random/stream.ts';
import { apartClocks } from './apart.ts';
import { historyDrawer } from './draw-lead.ts';
import type { Engine } from './engine.ts';
import { type Life, live } from './life.ts';
import type { PoolPlan } from './plan.ts';
import { holds } from './segments.ts';

/** The lives of some leads. Columns, with an entry for each lead unless said otherwise; moments in seconds after the lead came. */
export interface Lives {
  readonly size: number;
  /** Where each lead's entries begin, and at last how many there are. */
  readonly entry_from: Int32Array<ArrayBuffer>;
  readonly entry_stage: Uint8Array<ArrayBuffer>;
  readonly entry_after: Int32Array<ArrayBuffer>;
  /** −1 where people never get it. */
  readonly hand_after: Int32Array<ArrayBuffer>;
  readonly hand_stage: Uint8Array<ArrayBuffer>;
  readonly desk: Int16Array<ArrayBuffer>;
  /** Bit c: clock c runs for it. Bit 16 + n: count n counts it. */
  readonly marks: Uint32Array<ArrayBuffer>;
  /** Where the clocks of each lead begin that run beside people's work, and at last how many there are. */
  readonly apart_from: Int32Array<ArrayBuffer>;
  readonly apart_clock: Uint8Array<ArrayBuffer>;
  readonly apart_after: Int32Array<ArrayBuffer>;
  /** When the lead itself stops it; −1 is never. */
  readonly apart_stop: Int32Array<ArrayBuffer>;
  /** −1 where it does not come back. */
  readonly back_after: Int32Array<ArrayBuffer>;
  /** By lead and then by behaviour. */
  readonly counts: Uint8Array<ArrayBuffer>;
}

export interface LiveOptions {
  readonly engine: Engine;
  readonly seed: number;
  readonly plan: PoolPlan;
  /** Which leads of the plan: from one to before another. */
  readonly from: number;
  readonly until: number;
}

/** Draws some leads of a pool and lets each live its life. What one does depends on no other. */
export function liveLeads(model: Model, { engine, seed, plan, from, until }: LiveOptions): Lives {
  const stream = branch(seedStream(seed), purposeOf('pool'), 0);
  const draw = historyDrawer(model);
  const lived = Array.from({ length: until - from }, (_, n) => {
    const index = from + n;
    const [source, createdAt] = [plan.sources[index] as number, plan.moments[index] as number];
    const history = draw({ stream, index, source, createdAt });
    const life = live(model, engine, history.lead);
    const marks = marksOf(model, life, history.lead);
    const apart = apartClocks(model, life, history.lead).filter(({ clock }) => (marks & (1 << clock)) !== 0);
    return { ...history, life, marks, apart };
  });
  const apart = lived.flatMap((one) => one.apart);
  const entries = lived.flatMap(({ life }) => life.entries);
  return {
    size: lived.length,
    entry_from: startsOf(lived.map(({ life }) => life.entries)),
    entry_stage: Uint8Array.from(entries, ({ stage }) => stage),
    entry_after: Int32Array.from(entries, ({ after }) => seconds(after)),
    hand_after: Int32Array.from(lived, ({ life }) => seconds(life.handover?.after ?? null)),
    hand_stage: Uint8Array.from(lived, ({ life }) => life.handover?.stage ?? 0),
    desk: Int16Array.from(lived, ({ life }) => life.handover?.desk ?? -1),
    marks: Uint32Array.from(lived, ({ marks }) => marks),
    apart_from: startsOf(lived.map((one) => one.apart)),
    apart_clock: Uint8Array.from(apart, ({ clock }) => clock),
    apart_after: Int32Array.from(apart, ({ after }) => after),
    apart_stop: Int32Array.from(apart, ({ stop }) => stop),
    back_after: Int32Array.from(lived, ({ life }) => seconds(life.handover?.backAfter ?? null)),
    counts: Uint8Array.from(lived.flatMap(({ counts }) => counts)),
  };
}

/** Where each list begins when all stand one after another, and at last where they end. */
function startsOf(lists: readonly (readonly unknown[])[]): Int32Array<ArrayBuffer> {
  let sum = 0;
  return Int32Array.from([0, ...lists.map(({ length }) => (sum += length))]);
}

function seconds(ms: number | null): number {
  return ms === null ? -1 : Math.round(ms / 1000);
}

function marksOf(model: Model, { handover }: Life, lead: Parameters<typeof holds>[1]): number {
  let marks = 0;
  for (const [clock, { id, when, asks_engine: asks }] of model.clocks.entries())
    if (asks ? handover?.promises.includes(id) : when === null || holds(when, lead)) marks |= 1 << clock;
  for (const [count, { when }] of model.counts.entries())
    if (when === null || holds(when, lead)) marks |= 1 << (16 + count);
  return marks;
}

/** Lives that stand one after another, as one. */
export function joined(parts: readonly Lives[]): Lives {
  const of = <T extends Column>(make: new (size: number) => T, column: (part: Lives) => T): T => {
    const whole = new make(parts.reduce((sum, part) => sum + column(part).length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(column(part), at);
      at += column(part).length;
    }
    return whole;
  };
  const starts = (column: (part: Lives) => Int32Array): Int32Array<ArrayBuffer> => {
    let sum = 0;
    const shifted = parts.flatMap((part) => {
      const before = sum;
      sum += column(part)[part.size] as number;
      return [...column(part).subarray(0, part.size)].map((from) => from + before);
    });
    return Int32Array.from([...shifted, sum]);
  };
  return {
    size: parts.reduce((sum, { size }) => sum + size, 0),
    entry_from: starts((part) => part.entry_from),
    entry_stage: of(Uint8Array, (part) => part.entry_stage),
    entry_after: of(Int32Array, (part) => part.entry_after),
    hand_after: of(Int32Array, (part) => part.hand_after),
    hand_stage: of(Uint8Array, (part) => part.hand_stage),
    desk: of(Int16Array, (part) => part.desk),
    marks: of(Uint32Array, (part) => part.marks),
    apart_from: starts((part) => part.apart_from),
    apart_clock: of(Uint8Array, (part) => part.apart_clock),
    apart_after: of(Int32Array, (part) => part.apart_after),
    apart_stop: of(Int32Array, (part) => part.apart_stop),
    back_after: of(Int32Array, (part) => part.back_after),
    counts: of(Uint8Array, (part) => part.counts),
  };
}

type Column =
  | Int32Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>
  | Int16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>;
