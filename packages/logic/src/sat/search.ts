import { analyze, coreOf } from './analyze.ts';
import { attach, reduce } from './clauses.ts';
import { clearHeap, insert, takeFirst } from './heap.ts';
import { propagate } from './propagate.ts';
import type { SatAnswer } from './sat.ts';
import { assign, backTo, beginLevel, none, type State } from './state.ts';

/** Searches as {@link Sat.solve} says, with literals and variables as in {@link State}. */
export function search(
  state: State,
  assumptions: readonly number[],
  conflicts: number,
  scope: Int32Array | undefined,
): SatAnswer {
  state.core = [];
  if (state.contradiction || propagate(state) !== none) {
    state.contradiction = true;
    return 'unsatisfiable';
  }
  setScope(state, scope);
  state.phases.set(state.preferred);
  state.bestSize = 0;
  const limit = state.conflicts + conflicts;
  let answer: SatAnswer | undefined;
  for (let round = 1; answer === undefined; round += 1) {
    const pause = state.conflicts + 32 * luby(round);
    answer = searchUntil(state, assumptions, Math.min(pause, limit));
    if (answer === undefined && state.conflicts >= limit) answer = 'unknown';
    const isFull = state.learnt >= state.learntLimit;
    // What is taken back after the last round is to be decided no more.
    backTo(state, isFull || answer !== undefined ? 0 : levelToKeep(state, assumptions.length));
    if (answer !== undefined) break;
    resume(state);
    if (isFull) tidy(state);
  }
  return answer;
}

/** Lets the search decide exactly these variables, which count from 1. */
function setScope(state: State, scope: Int32Array | undefined): void {
  const { heap, inScope, variables } = state;
  clearHeap(heap);
  inScope.fill(scope ? 0 : 1, 0, variables);
  if (scope) for (let at = 0; at < scope.length; at += 1) inScope[(scope[at] as number) - 1] = 1;
  for (let variable = 0; variable < variables; variable += 1) {
    if (inScope[variable] === 1 && state.values[2 * variable] === 0) insert(heap, variable);
  }
}

/** A restart need not take back the decisions that it would make again: those before the most active open variable. */
function levelToKeep(state: State, assumed: number): number {
  const { heap, values, trail, starts } = state;
  while (heap.size > 0 && values[2 * (heap.items[0] as number)] !== 0) takeFirst(heap);
  const next = heap.size > 0 ? (heap.activity[heap.items[0] as number] as number) : Number.POSITIVE_INFINITY;
  let level = Math.min(assumed, state.level);
  const activityAt = (at: number): number =>
    heap.activity[(trail[starts[at] as number] as number) >> 1] as number;
  while (level < state.level && activityAt(level) > next) level += 1;
  return level;
}

function tidy(state: State): void {
  if (propagate(state) === none) reduce(state);
  else state.contradiction = true;
}

/** One run up to a restart; no answer if it comes to that. */
function searchUntil(state: State, assumptions: readonly number[], pause: number): SatAnswer | undefined {
  for (;;) {
    const conflict = propagate(state);
    if (conflict !== none) {
      state.conflicts += 1;
      remember(state);
      if (state.level === 0) state.contradiction = true;
      else learn(state, conflict);
      if (state.conflicts < pause || state.contradiction) continue;
      return undefined;
    }
    if (state.contradiction) return 'unsatisfiable';
    if (state.conflicts >= pause) return undefined;
    const literal = nextDecision(state, assumptions);
    if (literal === none) {
      state.model = state.values.slice(0, 2 * state.variables);
      return 'satisfiable';
    }
    if (state.values[literal] === -1) {
      state.core = coreOf(state, literal);
      return 'unsatisfiable';
    }
    beginLevel(state);
    if (state.values[literal] === 0) assign(state, literal, none);
  }
}

/** Remembers the values of the longest attempt without a conflict. Going on from there finds models much sooner. */
function remember(state: State): void {
  const { trail, best } = state;
  const size = state.level === 0 ? 0 : (state.starts[state.level - 1] as number);
  if (size <= state.bestSize) return;
  state.bestSize = size;
  best.set(state.phases);
  for (let at = 0; at < size; at += 1) {
    const literal = trail[at] as number;
    best[literal >> 1] = (literal & 1) ^ 1;
  }
}

function resume(state: State): void {
  if (state.bestSize > 0) state.phases.set(state.best);
  state.bestSize = 0;
}

function learn(state: State, conflict: number): void {
  const { literals, level, glue } = analyze(state, conflict);
  backTo(state, level);
  const first = literals[0] as number;
  assign(state, first, literals.length === 1 ? none : attach(state, literals, glue));
}

/** The next assumption, else the most active open variable with its last value; `none` if all have one. */
function nextDecision(state: State, assumptions: readonly number[]): number {
  const assumed = assumptions[state.level];
  if (assumed !== undefined) return assumed;
  const { heap, values, phases } = state;
  while (heap.size > 0) {
    const variable = takeFirst(heap);
    if (values[2 * variable] === 0) return 2 * variable + (phases[variable] === 1 ? 0 : 1);
  }
  return none;
}

/** 1, 1, 2, 1, 1, 2, 4, 1, … (Luby, Sinclair and Zuckerman 1993). */
function luby(round: number): number {
  let size = 1;
  while (size < round) size = 2 * size + 1;
  if (size === round) return (size + 1) / 2;
  return luby(round - (size - 1) / 2);
}
