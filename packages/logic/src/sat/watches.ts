import { grown } from './grow.ts';

/**
 * For each literal the clauses to look at when it becomes false: pairs of a blocker (another literal
 * of the clause: nothing to do while it is true) and the clause, or `-1` for a clause of two literals.
 * All lists lie in one pool; one that is full moves to the end.
 */
export interface Watches {
  pool: Int32Array;
  used: number;
  start: Int32Array;
  count: Int32Array;
  room: Int32Array;
}

export function createWatches(): Watches {
  return {
    pool: new Int32Array(1024),
    used: 0,
    start: new Int32Array(128),
    count: new Int32Array(128),
    room: new Int32Array(128),
  };
}

export function makeRoomForLiterals(watches: Watches, literals: number): void {
  watches.start = grown(watches.start, literals);
  watches.count = grown(watches.count, literals);
  watches.room = grown(watches.room, literals);
}

export function watch(watches: Watches, literal: number, blocker: number, clause: number): void {
  const count = watches.count[literal] as number;
  if (count === watches.room[literal]) move(watches, literal, count);
  const at = (watches.start[literal] as number) + count;
  watches.pool[at] = blocker;
  watches.pool[at + 1] = clause;
  watches.count[literal] = count + 2;
}

function move(watches: Watches, literal: number, count: number): void {
  const room = Math.max(4, count * 2);
  watches.pool = grown(watches.pool, watches.used + room);
  const from = watches.start[literal] as number;
  watches.pool.copyWithin(watches.used, from, from + count);
  watches.start[literal] = watches.used;
  watches.room[literal] = room;
  watches.used += room;
}

/** Forgets every list, but for the pairs of the clauses of two literals, and closes the gaps. */
export function keepPairsOnly(watches: Watches, literals: number): void {
  const old = watches.pool;
  const fresh = new Int32Array(old.length);
  let used = 0;
  for (let literal = 0; literal < literals; literal += 1) {
    const from = watches.start[literal] as number;
    const to = from + (watches.count[literal] as number);
    watches.start[literal] = used;
    for (let at = from; at < to; at += 2) {
      if (old[at + 1] !== -1) continue;
      fresh[used] = old[at] as number;
      fresh[used + 1] = -1;
      used += 2;
    }
    watches.count[literal] = used - (watches.start[literal] as number);
    watches.room[literal] = watches.count[literal] as number;
  }
  watches.pool = fresh;
  watches.used = used;
}
