import { grown } from './grow.ts';
import { createHeap, type Heap, insert, makeRoomInHeap } from './heap.ts';
import { createWatches, makeRoomForLiterals, type Watches } from './watches.ts';

/**
 * Everything a search knows. In here variables count from 0, and a literal is `2 * variable`, plus 1
 * if negated, so that `literal ^ 1` is its negation.
 *
 * A reason is a clause, {@link none}, or for a clause of two literals `-2 - other`.
 */
export interface State {
  variables: number;
  /** Per literal: 1 true, -1 false, 0 open. */
  values: Int8Array;
  /** Per variable. */
  levels: Int32Array;
  reasons: Int32Array;
  /** The value to try first: the last one, or that of the best attempt since the last restart. */
  phases: Uint8Array;
  /** The value that a call tries first, whatever earlier ones found. */
  preferred: Uint8Array;
  best: Uint8Array;
  bestSize: number;
  seen: Uint8Array;
  /** May the search decide this variable? */
  inScope: Uint8Array;
  /** The literals made true, in order, and where each level of decisions begins. */
  trail: Int32Array;
  trailSize: number;
  propagated: number;
  starts: Int32Array;
  level: number;
  /** Clauses of three literals and more: size, glue (0 if given), used since the last reduction, literals. */
  arena: Int32Array;
  arenaUsed: number;
  learnt: number;
  learntLimit: number;
  watches: Watches;
  heap: Heap;
  bump: number;
  /** The two literals of a conflict with a clause of two. */
  clash: Int32Array;
  /** A stamp per level, to count different ones. */
  stamps: Int32Array;
  stamp: number;
  conflicts: number;
  contradiction: boolean;
  model: Int8Array;
  core: number[];
}

export const none = -1;
export const header = 3;

export function createState(): State {
  return {
    variables: 0,
    values: new Int8Array(128),
    levels: new Int32Array(64),
    reasons: new Int32Array(64),
    phases: new Uint8Array(64),
    preferred: new Uint8Array(64),
    best: new Uint8Array(64),
    bestSize: 0,
    seen: new Uint8Array(64),
    inScope: new Uint8Array(64),
    trail: new Int32Array(64),
    trailSize: 0,
    propagated: 0,
    starts: new Int32Array(65),
    level: 0,
    arena: new Int32Array(1024),
    arenaUsed: 0,
    learnt: 0,
    learntLimit: 3000,
    watches: createWatches(),
    heap: createHeap(),
    bump: 1,
    clash: new Int32Array(2),
    stamps: new Int32Array(65),
    stamp: 0,
    conflicts: 0,
    contradiction: false,
    model: new Int8Array(0),
    core: [],
  };
}

/** Adds a variable and returns its number, from 0. */
export function addVariable(state: State, preferred: boolean): number {
  const variable = state.variables;
  const size = variable + 1;
  state.variables = size;
  if (state.levels.length < size) makeRoom(state, size);
  state.preferred[variable] = preferred ? 1 : 0;
  return variable;
}

function makeRoom(state: State, size: number): void {
  state.levels = grown(state.levels, size);
  state.reasons = grown(state.reasons, size);
  state.phases = grown(state.phases, size);
  state.preferred = grown(state.preferred, size);
  state.best = grown(state.best, size);
  state.seen = grown(state.seen, size);
  state.inScope = grown(state.inScope, size);
  state.trail = grown(state.trail, size);
  const room = state.levels.length;
  state.values = grown(state.values, 2 * room);
  // Assumptions that already hold take a level of their own, so there can be more levels than variables.
  state.starts = grown(state.starts, room + 1);
  state.stamps = grown(state.stamps, room + 1);
  makeRoomInHeap(state.heap, room);
  makeRoomForLiterals(state.watches, 2 * room);
}

/** Makes a literal true, because of a reason. */
export function assign(state: State, literal: number, reason: number): void {
  const variable = literal >> 1;
  state.values[literal] = 1;
  state.values[literal ^ 1] = -1;
  state.levels[variable] = state.level;
  state.reasons[variable] = reason;
  state.trail[state.trailSize] = literal;
  state.trailSize += 1;
}

/** Begins a level, with an assumption or a decision. */
export function beginLevel(state: State): void {
  state.starts[state.level] = state.trailSize;
  state.level += 1;
  if (state.level + 1 >= state.starts.length) {
    state.starts = grown(state.starts, 2 * state.level + 2);
    state.stamps = grown(state.stamps, 2 * state.level + 2);
  }
}

/** Takes back all that came after a level. */
export function backTo(state: State, level: number): void {
  if (state.level <= level) return;
  const { trail, values, phases, inScope, heap } = state;
  const start = state.starts[level] as number;
  for (let at = state.trailSize - 1; at >= start; at -= 1) {
    const literal = trail[at] as number;
    const variable = literal >> 1;
    values[literal] = 0;
    values[literal ^ 1] = 0;
    phases[variable] = (literal & 1) ^ 1;
    if (inScope[variable] === 1) insert(heap, variable);
  }
  state.trailSize = start;
  state.propagated = start;
  state.level = level;
}
