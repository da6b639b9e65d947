import { assign, header, none, type State } from './state.ts';
import { watch } from './watches.ts';

/** What {@link propagate} returns for a conflict in a clause of two literals, which are in `clash`. */
export const pairClash = -2;

/** Draws all conclusions from the trail. Returns the clause that became false, or {@link none}. */
export function propagate(state: State): number {
  while (state.propagated < state.trailSize) {
    const falsified = (state.trail[state.propagated] as number) ^ 1;
    state.propagated += 1;
    // What is out of scope matters to nothing in it; but what holds for good must be known in any scope.
    if (state.level > 0 && state.inScope[falsified >> 1] === 0) continue;
    const conflict = visit(state, falsified);
    if (conflict !== none) {
      state.propagated = state.trailSize;
      return conflict;
    }
  }
  return none;
}

/** Looks at the clauses that watch a literal which became false. Those that find another watch leave its list. */
function visit(state: State, falsified: number): number {
  const { values, arena, watches } = state;
  let { pool } = watches;
  const begin = watches.start[falsified] as number;
  const end = begin + (watches.count[falsified] as number);
  let conflict = none;
  let from = begin;
  let to = begin;
  while (from < end) {
    const blocker = pool[from] as number;
    const clause = pool[from + 1] as number;
    from += 2;
    if (values[blocker] === 1) {
      pool[to] = blocker;
      pool[to + 1] = clause;
      to += 2;
      continue;
    }
    if (clause < 0) {
      pool[to] = blocker;
      pool[to + 1] = clause;
      to += 2;
      if (values[blocker] === 0) {
        assign(state, blocker, -2 - falsified);
        continue;
      }
      state.clash[0] = blocker;
      state.clash[1] = falsified;
      conflict = pairClash;
      break;
    }
    const first = clause + header;
    let other = arena[first] as number;
    if (other === falsified) {
      other = arena[first + 1] as number;
      arena[first] = other;
      arena[first + 1] = falsified;
    }
    if (other !== blocker && values[other] === 1) {
      pool[to] = other;
      pool[to + 1] = clause;
      to += 2;
      continue;
    }
    const last = first + (arena[clause] as number);
    let at = first + 2;
    while (at < last && values[arena[at] as number] === -1) at += 1;
    if (at < last) {
      const next = arena[at] as number;
      arena[first + 1] = next;
      arena[at] = falsified;
      watch(watches, next, other, clause);
      pool = watches.pool;
      continue;
    }
    pool[to] = other;
    pool[to + 1] = clause;
    to += 2;
    if (values[other] === -1) {
      conflict = clause;
      break;
    }
    assign(state, other, clause);
  }
  if (from < end) pool.copyWithin(to, from, end);
  watches.count[falsified] = to + (end - from) - begin;
  return conflict;
}
