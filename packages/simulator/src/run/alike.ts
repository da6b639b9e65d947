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

/**
 * By lead of the pools: 1 where people never get it in either version, and the same becomes of it in both. Of versions that count
 * different things nothing is the same.
 */
export function livedAlike(one: Version, other: Version): Uint8Array {
  const { size } = one.pool;
  if (!isSame(countedIn(one.model), countedIn(other.model))) return new Uint8Array(size);
  return Uint8Array.from({ length: size }, (_, lead) => (passesAlike(one.pool, other.pool, lead) ? 1 : 0));
}

function countedIn({ stages, counts, goals }: Model): unknown {
  return { stages: stages.map(({ id, exit }) => [id, exit]), counts, goals };
}

function passesAlike(one: Pool, other: Pool, lead: number): boolean {
  if ((one.hand_after[lead] as number) >= 0 || (other.hand_after[lead] as number) >= 0) return false;
  if ((one.marks[lead] as number) >>> 16 !== (other.marks[lead] as number) >>> 16) return false;
  const [from, otherFrom] = [one.entry_from[lead] as number, other.entry_from[lead] as number];
  const entries = (one.entry_from[lead + 1] as number) - from;
  if ((other.entry_from[lead + 1] as number) - otherFrom !== entries) return false;
  for (let entry = 0; entry < entries; entry++)
    if (
      one.entry_stage[from + entry] !== other.entry_stage[otherFrom + entry] ||
      one.entry_after[from + entry] !== other.entry_after[otherFrom + entry]
    )
      return false;
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
