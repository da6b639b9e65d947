import { grown } from './grow.ts';
import { assign, header, none, type State } from './state.ts';
import { keepPairsOnly, watch } from './watches.ts';

/** Adds a clause of at least two literals, the first two of which it watches. Returns its reason for the first. */
export function attach(state: State, literals: readonly number[], glue: number): number {
  const first = literals[0] as number;
  const second = literals[1] as number;
  if (literals.length === 2) {
    watch(state.watches, first, second, none);
    watch(state.watches, second, first, none);
    return -2 - second;
  }
  const clause = state.arenaUsed;
  const size = header + literals.length;
  state.arena = grown(state.arena, clause + size);
  state.arena[clause] = literals.length;
  state.arena[clause + 1] = glue;
  state.arena[clause + 2] = 1;
  // Much faster than `set` for lists this short.
  for (let at = 0; at < literals.length; at += 1) state.arena[clause + header + at] = literals[at] as number;
  state.arenaUsed = clause + size;
  if (glue > 0) state.learnt += 1;
  watch(state.watches, first, second, clause);
  watch(state.watches, second, first, clause);
  return clause;
}

/** Adds a clause at level 0, where what is assigned holds for good. */
export function addGiven(state: State, literals: readonly number[]): void {
  if (state.contradiction) return;
  const kept: number[] = [];
  for (const literal of literals) {
    if (state.values[literal] === 1 || kept.includes(literal ^ 1)) return;
    if (state.values[literal] === 0 && !kept.includes(literal)) kept.push(literal);
  }
  if (kept.length === 0) state.contradiction = true;
  else if (kept.length === 1) assign(state, kept[0] as number, none);
  else attach(state, kept, 0);
}

/**
 * Forgets the worse half of the learnt clauses and all that hold for good. To be called at level 0 with
 * everything propagated: there no clause is a reason any more.
 */
export function reduce(state: State): void {
  const worst = glueToForget(state);
  const { arena: old, arenaUsed: end } = state;
  state.arena = new Int32Array(end);
  state.arenaUsed = 0;
  state.learnt = 0;
  keepPairsOnly(state.watches, 2 * state.variables);
  let spared = false;
  for (let clause = 0; clause < end; clause += header + (old[clause] as number)) {
    const glue = old[clause + 1] as number;
    const atStake = glue > 2 && old[clause + 2] === 0;
    if (atStake && glue > worst) continue;
    if (atStake && glue === worst) {
      spared = !spared;
      if (!spared) continue;
    }
    keep(state, old, clause);
  }
  state.learntLimit += 500;
}

/** The glue above which about half of the learnt clauses lie that were of no use lately. */
function glueToForget({ arena, arenaUsed }: State): number {
  const glues: number[] = [];
  for (let clause = 0; clause < arenaUsed; clause += header + (arena[clause] as number)) {
    const glue = arena[clause + 1] as number;
    if (glue > 2 && arena[clause + 2] === 0) glues.push(glue);
  }
  return Int32Array.from(glues).toSorted()[glues.length >> 1] ?? Number.MAX_SAFE_INTEGER;
}

/** Moves a clause over, without the literals that are false for good. */
function keep(state: State, old: Int32Array, clause: number): void {
  const literals: number[] = [];
  const end = clause + header + (old[clause] as number);
  for (let at = clause + header; at < end; at += 1) {
    const literal = old[at] as number;
    if (state.values[literal] === 1) return;
    if (state.values[literal] === 0) literals.push(literal);
  }
  const moved = attach(state, literals, old[clause + 1] as number);
  if (moved >= 0) state.arena[moved + 2] = 0;
}
