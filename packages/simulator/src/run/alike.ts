import type { Model } from '../model/types.ts';
import type { Pool } from '../pool/pool.ts';

/** A model and the leads that its runs draw from. */
export interface Version {
  readonly model: Model;
  readonly pool: Pool;
}

/** Whether the same leads come at the same moments in two versions, with the same seed. */
export function comeAlike(one: Version, other: Version): boolean {
  return (
    isSame(comingIn(one.model), comingIn(other.model)) &&
    (['epochs', 'cells', 'counts'] as const).every((name) => areEqual(one.pool[name], other.pool[name]))
  );
}

function comingIn({ origin, weeks, warm_up_weeks: warmUp, sources, behaviours, parameters }: Model): unknown {
  return {
    days: [origin, weeks, warmUp],
    sources: sources.map(({ id, leads, periods_per_day: perDay, weekdays, months }) => {
      return { id, leads: parameters[leads], perDay, weekdays, months };
    }),
    behaviours: behaviours.map(({ share, times }) => [parameters[share], parameters[times]]),
  };
}

/** What is the same in two versions. */
export interface Alike {
  /** By lead of the pools: 1 where the same becomes of it. */
  readonly leads: Uint8Array;
  /** By desk: 1 where the same happens at it. */
  readonly desks: Uint8Array;
}

/**
 * What becomes the same in two versions to which the same leads come. People never get most leads; and what a desk does depends on
 * nothing but the leads that are routed to it. Of versions that count different things nothing is the same.
 */
export function livedAlike(one: Version, other: Version): Alike {
  const { size } = one.pool;
  const desks = new Uint8Array(one.model.desks.length);
  if (!isSame(countedIn(one.model), countedIn(other.model))) return { leads: new Uint8Array(size), desks };
  const same = Uint8Array.from({ length: size }, (_, lead) =>
    isSameLead(one.pool, other.pool, lead) ? 1 : 0,
  );
  const work = isSame(workedIn(one.model), workedIn(other.model));
  if (work) desks.set(desksWithSame(same, one, other));
  const leads = same.map((alike, lead) => {
    if (alike === 0 || isWithoutWork(one.pool, lead)) return alike;
    const desk = one.pool.desk[lead] as number;
    return work && (desk < 0 || desks[desk] === 1) ? 1 : 0;
  });
  return { leads, desks };
}

function countedIn({ stages, counts, goals }: Model): unknown {
  return { stages: stages.map(({ id, exit }) => [id, exit]), counts, goals };
}

/** All that people and clocks go by, but for the leads. */
function workedIn({ agreement: _agreement, rules: _rules, gaps: _gaps, ...model }: Model): unknown {
  const { field_types: _types, mixes: _mixes, behaviours: _behaviours, ...work } = model;
  return work;
}

/** By desk: 1 where all leads that come in either version are the same in both. Where leads change desks, all have that or none. */
function desksWithSame(same: Uint8Array, one: Version, other: Version): Uint8Array {
  const desks = new Uint8Array(one.model.desks.length).fill(1);
  for (const { pool } of [one, other])
    for (let lead = 0; lead < pool.size; lead++)
      if (same[lead] === 0 && (pool.desk[lead] as number) >= 0) desks[pool.desk[lead] as number] = 0;
  return one.model.transfers.some(({ to }) => to >= 0) && desks.includes(0) ? desks.fill(0) : desks;
}

/** Whether it is nothing to people, and no clock runs for it. */
export function isWithoutWork({ hand_after: handAfter, apart_from: from }: Pool, lead: number): boolean {
  return (handAfter[lead] as number) < 0 && from[lead] === from[lead + 1];
}

function isSameLead(one: Pool, other: Pool, lead: number): boolean {
  // Of a lead that people never get, it only matters which counts count it.
  const bits = (one.hand_after[lead] as number) < 0 ? 16 : 0;
  const marks = ((one.marks[lead] as number) ^ (other.marks[lead] as number)) >>> bits;
  return (
    marks === 0 &&
    (['hand_after', 'hand_stage', 'desk', 'back_after'] as const).every(
      (name) => one[name][lead] === other[name][lead],
    ) &&
    areSameRows(lead, 'entry_from', ['entry_stage', 'entry_after'], one, other) &&
    areSameRows(lead, 'apart_from', ['apart_clock', 'apart_after', 'apart_stop'], one, other)
  );
}

type Column = Exclude<keyof Pool, 'size'>;

/** Whether what two pools have in some columns about a lead is the same. */
function areSameRows(
  lead: number,
  from: Column,
  columns: readonly Column[],
  one: Pool,
  other: Pool,
): boolean {
  const [first, otherFirst] = [one[from][lead] as number, other[from][lead] as number];
  const count = (one[from][lead + 1] as number) - first;
  if ((other[from][lead + 1] as number) - otherFirst !== count) return false;
  for (let i = 0; i < count; i++)
    if (columns.some((name) => one[name][first + i] !== other[name][otherFirst + i])) return false;
  return true;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function areEqual(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}
