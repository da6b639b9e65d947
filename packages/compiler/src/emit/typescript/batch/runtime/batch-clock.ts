import type { EventColumns, MoveColumns, PromiseColumns } from './columns.ts';
import { momentOfWork, type Timetable, workBefore } from './timetable.ts';

/** A promise about one lead, in tables by the groups of events. */
export interface BatchTerms {
  /** What an event does, added up: 1 starts, 2 restarts, 4 stops, 8 counts as an attempt. */
  readonly acts: Uint8Array;
  /** So many attempts stop it; 0: they never do. */
  readonly attempts: number;
  /** For each pause, by group: 1 begins it, 2 ends it. */
  readonly pauses: readonly Uint8Array[];
  /** Which pauses hold. */
  readonly paused: Uint8Array;
  /** Working time until it is due; until the reminder (NaN: there is none); until each escalation. */
  readonly works: Float64Array;
}

/** What clocks look at of a row: events and moves in their order. */
const ticks = {
  count: 0,
  at: new Float64Array(64),
  group: new Uint16Array(64),
  /** The event; -1 of a move. */
  event: new Int32Array(64),
};

/** The latest clock of a promise: its moments, when it ran, and the event of its restart. */
const clock = {
  isThere: false,
  isStopped: false,
  attempts: 0,
  holds: 0,
  spans: 0,
  restart: -1,
  started: new Float64Array(1),
  stopped: new Float64Array(1),
  from: new Float64Array(64),
  until: new Float64Array(64),
  reached: new Float64Array(1),
};

function growTicks(): void {
  const size = ticks.at.length * 2;
  const { at, group, event } = ticks;
  ticks.at = new Float64Array(size);
  ticks.group = new Uint16Array(size);
  ticks.event = new Int32Array(size);
  ticks.at.set(at);
  ticks.group.set(group);
  ticks.event.set(event);
}

/** Adds an event or a move behind all that are not later; at one moment the vocabulary decides. */
function addTick(at: Float64Array, from: number, group: number, event: number): void {
  if (ticks.count === ticks.at.length) growTicks();
  const moment = at[from] as number;
  let place = ticks.count++;
  while (place > 0 && isLater(place - 1, moment, group)) {
    ticks.at[place] = ticks.at[place - 1] as number;
    ticks.group[place] = ticks.group[place - 1] as number;
    ticks.event[place] = ticks.event[place - 1] as number;
    place--;
  }
  ticks.at[place] = moment;
  ticks.group[place] = group;
  ticks.event[place] = event;
}

function isLater(place: number, moment: number, group: number): boolean {
  const at = ticks.at[place] as number;
  return at > moment || (at === moment && (ticks.group[place] as number) > group);
}

/** What clocks look at of a row: its events of the groups that some clock asks for, and its moves. */
export function gatherTicks(
  { starts, moments }: EventColumns,
  groups: number,
  asked: Uint16Array,
  moves: MoveColumns,
  wayEnters: Uint16Array,
  as_of: Float64Array,
  row: number,
): void {
  ticks.count = 0;
  for (let which = 0; which < asked.length; which++) {
    const group = asked[which] as number;
    const end = starts[row * groups + group + 1] as number;
    for (let index = starts[row * groups + group] as number; index < end; index++) {
      if ((moments[index] as number) > (as_of[row] as number)) break;
      addTick(moments, index, group, index);
    }
  }
  const last = moves.starts[row + 1] as number;
  for (let move = moves.starts[row] as number; move < last; move++) {
    const group = wayEnters[moves.way[move] as number] as number;
    if (group !== 65_535) addTick(moves.at, move, group, -1);
  }
}

/** Whether a clock of the promise ever started; the latest one is at hand afterwards. */
export function runClock(terms: BatchTerms): boolean {
  clock.isThere = false;
  for (let first = 0, end = 0; first < ticks.count; first = end) {
    const at = ticks.at[first] as number;
    while (end < ticks.count && (ticks.at[end] as number) === at) end++;
    actTogether(terms, first, end);
  }
  return clock.isThere;
}

/** The event that restarted the clock; -1 if none did. */
export function restartOf(): number {
  return clock.restart;
}

/** At one moment: starts, then restarts, resumes, pauses, attempts, stops. */
function actTogether(terms: BatchTerms, first: number, end: number): void {
  let all = 0;
  for (let tick = first; tick < end; tick++) all |= actsOf(terms, tick);
  if ((all & 1) !== 0 && (!clock.isThere || clock.isStopped)) begin(terms, first, -1);
  if (!clock.isThere || clock.isStopped) return;
  if ((all & 2) !== 0) {
    for (let tick = first; tick < end; tick++)
      if ((actsOf(terms, tick) & 2) !== 0) begin(terms, tick, ticks.event[tick] as number);
  }
  if (terms.pauses.length > 0) {
    for (let tick = first; tick < end; tick++) resumeClock(terms, tick);
    for (let tick = first; tick < end; tick++) pauseClock(terms, tick);
  }
  if ((all & 8) !== 0) {
    for (let tick = first; tick < end; tick++) clock.attempts += (actsOf(terms, tick) & 8) >> 3;
  }
  if ((all & 4) !== 0 || ((all & 8) !== 0 && clock.attempts >= terms.attempts)) stopClock(first);
}

/** What the event of a tick does, added up. */
function actsOf({ acts }: BatchTerms, tick: number): number {
  return acts[ticks.group[tick] as number] as number;
}

function begin(terms: BatchTerms, tick: number, restart: number): void {
  clock.isThere = true;
  clock.isStopped = false;
  clock.attempts = 0;
  clock.holds = 0;
  clock.restart = restart;
  clock.started[0] = ticks.at[tick] as number;
  clock.spans = 0;
  if (terms.pauses.length > 0) terms.paused.fill(0);
  openSpan(tick);
}

function stopClock(tick: number): void {
  clock.isStopped = true;
  clock.stopped[0] = ticks.at[tick] as number;
}

function openSpan(tick: number): void {
  if (clock.spans === clock.from.length) {
    const { from, until } = clock;
    clock.from = new Float64Array(from.length * 2);
    clock.until = new Float64Array(from.length * 2);
    clock.from.set(from);
    clock.until.set(until);
  }
  clock.from[clock.spans] = ticks.at[tick] as number;
  clock.until[clock.spans] = Infinity;
  clock.spans++;
}

function resumeClock({ pauses, paused }: BatchTerms, tick: number): void {
  if (clock.holds === 0) return;
  const group = ticks.group[tick] as number;
  for (let pause = 0; pause < pauses.length; pause++) {
    if (paused[pause] === 0 || (((pauses[pause] as Uint8Array)[group] as number) & 2) === 0) continue;
    paused[pause] = 0;
    clock.holds--;
  }
  if (clock.holds === 0) openSpan(tick);
}

function pauseClock({ pauses, paused }: BatchTerms, tick: number): void {
  const group = ticks.group[tick] as number;
  for (let pause = 0; pause < pauses.length; pause++) {
    if ((((pauses[pause] as Uint8Array)[group] as number) & 1) === 0) continue;
    if (paused[pause] === 0) clock.holds++;
    paused[pause] = 1;
    const last = clock.spans - 1;
    clock.until[last] = Math.min(clock.until[last] as number, ticks.at[tick] as number);
  }
}

const reachedIt = 0;
const standing = 1;
const beyond = 2;

/** Looks for the first moment with so much working time, which is at hand if it is reached. */
function reach(table: Timetable | null, works: Float64Array, which: number): number {
  let left = works[which] as number;
  for (let span = 0; span < clock.spans; span++) {
    const from = clock.from[span] as number;
    const until = clock.until[span] as number;
    let moment = left <= 0 ? from : from + left;
    if (table !== null) {
      if (from < table.from || from >= table.until) moment = NaN;
      else if (left > 0) moment = momentOfWork(table, workBefore(table, from) + left);
    }
    if (moment <= until) {
      clock.reached[0] = moment;
      return reachedIt;
    }
    if (table !== null && (from < table.from || until > table.until)) return beyond;
    if (from < until)
      left -= table === null ? until - from : workBefore(table, until) - workBefore(table, from);
  }
  return standing;
}

/** Where the moment of a reminder or escalation goes; NaN when it is not to be. */
function tellAt(
  column: Float64Array,
  row: number,
  table: Timetable | null,
  works: Float64Array,
  which: number,
  isPaused: boolean,
): void {
  column[row] = NaN;
  if (isPaused || Number.isNaN(works[which]) || reach(table, works, which) !== reachedIt) return;
  const moment = clock.reached[0] as number;
  if (!clock.isStopped || moment < (clock.stopped[0] as number)) column[row] = moment;
}

/** As if no clock had ever started. */
export function clearPromise(out: PromiseColumns, from: number, to: number): void {
  out.state.fill(0, from, to);
  out.started_at.fill(NaN, from, to);
  out.due_at.fill(NaN, from, to);
  out.remind_at.fill(NaN, from, to);
  out.stopped_at.fill(NaN, from, to);
  for (let step = 0; step < out.escalations.length; step++)
    (out.escalations[step] as Float64Array).fill(NaN, from, to);
}

/** How the promise stands whose clock ran last. */
export function settle(
  { works }: BatchTerms,
  table: Timetable | null,
  out: PromiseColumns,
  as_of: Float64Array,
  row: number,
): void {
  const result = reach(table, works, 0);
  const due = clock.reached[0] as number;
  const now = clock.isStopped ? (clock.stopped[0] as number) : (as_of[row] as number);
  let state = clock.isStopped ? 3 : clock.holds > 0 ? 2 : 1;
  if (result === beyond) state = 5;
  else if (result === reachedIt && now > due) state = 4;
  out.state[row] = state;
  out.started_at[row] = clock.started[0] as number;
  out.due_at[row] = state === 2 || result !== reachedIt ? NaN : due;
  out.stopped_at[row] = clock.isStopped ? now : NaN;
  tellAt(out.remind_at, row, table, works, 1, state === 2);
  for (let step = 0; step < out.escalations.length; step++) {
    tellAt(out.escalations[step] as Float64Array, row, table, works, step + 2, state === 2);
  }
}
