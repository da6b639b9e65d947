import { moreActive } from './heap.ts';
import { pairClash } from './propagate.ts';
import { header, none, type State } from './state.ts';

export interface Lesson {
  /** What was learnt: the literal to make true first, then one of the level to go back to. */
  readonly literals: number[];
  readonly level: number;
  /** Of how many levels the literals are: the fewer, the more useful. */
  readonly glue: number;
}

/** How much less a conflict counts than the next one. */
const decay = 0.85;

/** Learns from a conflict the clause of its first unique implication point. */
export function analyze(state: State, conflict: number): Lesson {
  const { trail, levels, seen, reasons } = state;
  const learnt: number[] = [0];
  const touched: number[] = [];
  let open = 0;
  let at = state.trailSize;
  let literal = none;
  let reason = conflict;
  do {
    for (const other of sides(state, reason, literal)) {
      const variable = other >> 1;
      if (seen[variable] === 1 || levels[variable] === 0) continue;
      seen[variable] = 1;
      touched.push(variable);
      makeMoreActive(state, variable);
      if (levels[variable] === state.level) open += 1;
      else learnt.push(other);
    }
    do at -= 1;
    while (seen[(trail[at] as number) >> 1] === 0);
    literal = trail[at] as number;
    reason = reasons[literal >> 1] as number;
    open -= 1;
  } while (open > 0);
  learnt[0] = literal ^ 1;
  const literals = minimize(state, learnt, touched);
  for (const variable of touched) seen[variable] = 0;
  state.bump /= decay;
  return lesson(state, literals);
}

const buffer: number[] = [];

/** The false literals of a reason, without the one that it made true. */
function sides(state: State, reason: number, implied: number): readonly number[] {
  buffer.length = 0;
  if (reason < none) {
    if (implied === none && reason === pairClash)
      buffer.push(state.clash[0] as number, state.clash[1] as number);
    else buffer.push(-2 - reason);
    return buffer;
  }
  const { arena } = state;
  arena[reason + 2] = 1;
  const end = reason + header + (arena[reason] as number);
  for (let at = reason + header; at < end; at += 1) {
    if (arena[at] !== implied) buffer.push(arena[at] as number);
  }
  return buffer;
}

function makeMoreActive(state: State, variable: number): void {
  const { heap } = state;
  const activity = (heap.activity[variable] as number) + state.bump;
  heap.activity[variable] = activity;
  if (activity > 1e100) rescale(state);
  moreActive(heap, variable);
}

function rescale(state: State): void {
  const { activity } = state.heap;
  for (let variable = 0; variable < state.variables; variable += 1) {
    activity[variable] = (activity[variable] as number) * 1e-100;
  }
  state.bump *= 1e-100;
}

/** Drops the literals that follow from the others. */
function minimize(state: State, learnt: readonly number[], touched: number[]): number[] {
  const { stamps } = state;
  state.stamp += 1;
  for (const literal of learnt) stamps[state.levels[literal >> 1] as number] = state.stamp;
  return learnt.filter((literal, at) => at === 0 || !follows(state, literal, touched));
}

/** Marks of `seen`: 1 in the clause or known to follow from it, 2 known not to. */
function follows(state: State, literal: number, touched: number[]): boolean {
  if (state.reasons[literal >> 1] === none) return false;
  const stack = [literal];
  const begin = touched.length;
  while (stack.length > 0) {
    const next = stack.pop() as number;
    for (const other of sides(state, state.reasons[next >> 1] as number, next ^ 1)) {
      const variable = other >> 1;
      const level = state.levels[variable] as number;
      if (level === 0 || state.seen[variable] === 1) continue;
      const isDeadEnd =
        state.seen[variable] === 2 || state.reasons[variable] === none || state.stamps[level] !== state.stamp;
      if (isDeadEnd) {
        for (let at = begin; at < touched.length; at += 1) state.seen[touched[at] as number] = 2;
        return false;
      }
      state.seen[variable] = 1;
      touched.push(variable);
      stack.push(other);
    }
  }
  return true;
}

function lesson(state: State, literals: number[]): Lesson {
  const { levels, stamps } = state;
  state.stamp += 1;
  let glue = 0;
  let second = 1;
  for (const [at, literal] of literals.entries()) {
    const level = levels[literal >> 1] as number;
    if (stamps[level] !== state.stamp) {
      stamps[level] = state.stamp;
      glue += 1;
    }
    if (at > 1 && level > (levels[(literals[second] as number) >> 1] as number)) second = at;
  }
  if (literals.length === 1) return { literals, level: 0, glue };
  const highest = literals[second] as number;
  literals[second] = literals[1] as number;
  literals[1] = highest;
  return { literals, level: levels[highest >> 1] as number, glue };
}

/** The assumptions that together rule out the assumption `failed`, which is false. */
export function coreOf(state: State, failed: number): number[] {
  const { seen, trail, reasons, levels } = state;
  const core = [failed];
  if (levels[failed >> 1] === 0) return core;
  seen[failed >> 1] = 1;
  for (let at = state.trailSize - 1; at >= (state.starts[0] as number); at -= 1) {
    const literal = trail[at] as number;
    const variable = literal >> 1;
    if (seen[variable] === 0) continue;
    seen[variable] = 0;
    const reason = reasons[variable] as number;
    if (reason === none) {
      core.push(literal);
      continue;
    }
    for (const other of sides(state, reason, literal)) {
      if ((levels[other >> 1] as number) > 0) seen[other >> 1] = 1;
    }
  }
  return core;
}
