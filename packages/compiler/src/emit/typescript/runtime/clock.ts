import { type Calendar, deadline, workBetween } from './calendar.ts';
import type { LeadEvent, Move, PromiseStatus } from './types.ts';

/** An event or a move, as clocks see it. */
export interface Tick {
  readonly code: number;
  readonly at: number;
  readonly properties: object | null;
}

/** A promise about one lead: by the codes of events, in milliseconds. */
export interface ClockTerms {
  readonly id: PromiseStatus['id'];
  readonly starts: readonly number[];
  readonly restarts: readonly number[];
  readonly pauses: readonly { readonly from: readonly number[]; readonly until: readonly number[] }[];
  readonly stops: readonly number[];
  /** So many of these stop it too. */
  readonly attempts: { readonly of: readonly number[]; readonly at_least: number } | null;
  readonly within: number;
  readonly remind: number | null;
  readonly escalate: readonly { readonly after: number; readonly to: string }[];
}

/** The latest clock of a promise. */
export interface Clock {
  started_at: number;
  restart: Tick | null;
  spans: { from: number; until: number }[];
  paused_by: readonly number[];
  attempts: number;
  stopped_at: number | null;
}

/** What a tick did to a clock, for who wants to tell it. */
export interface Mark {
  readonly kind: 'started' | 'restarted' | 'paused' | 'resumed' | 'attempted' | 'stopped';
  readonly tick: Tick;
}

/** Of the first `count` events those that some clock asks for (by their codes), and the moves, sorted. */
export function ticksOf(
  { events, codes }: { readonly events: readonly LeadEvent[]; readonly codes: Uint16Array },
  count: number,
  moves: readonly Move[],
  { asked, entered }: { readonly asked: readonly boolean[]; readonly entered: (stage: Move['to']) => number },
): readonly Tick[] {
  const ticks: Tick[] = [];
  for (let index = 0; index < count; index++) {
    if (asked[codes[index] as number] === true) ticks.push(events[index] as LeadEvent);
  }
  let isInOrder = true;
  for (const { to, at } of moves) {
    const tick = { code: entered(to), at, properties: null };
    isInOrder &&= follows(ticks[ticks.length - 1], tick);
    ticks.push(tick);
  }
  return isInOrder ? ticks : ticks.toSorted((a, b) => a.at - b.at || a.code - b.code);
}

function follows(before: Tick | undefined, { at, code }: Tick): boolean {
  return before === undefined || before.at < at || (before.at === at && before.code <= code);
}

/** The latest clock that the ticks leave; `null` if none ever started. From its latest start on, all is marked. */
export function clockOf(
  terms: ClockTerms,
  ticks: readonly Tick[],
  marks: Mark[] | null = null,
): Clock | null {
  let clock: Clock | null = null;
  for (let first = 0, end = 0; first < ticks.length; first = end) {
    const at = (ticks[first] as Tick).at;
    while (end < ticks.length && (ticks[end] as Tick).at === at) end++;
    clock = actTogether(terms, clock, { ticks, first, end, marks });
  }
  return clock;
}

/** The ticks of one moment: those from `first` to before `end`. */
interface Moment {
  readonly ticks: readonly Tick[];
  readonly first: number;
  readonly end: number;
  readonly marks: Mark[] | null;
}

/** At one moment: starts, then restarts, resumes, pauses, attempts, stops. */
function actTogether(terms: ClockTerms, before: Clock | null, moment: Moment): Clock | null {
  const { ticks, first, end, marks } = moment;
  const clock = begun(terms, before, moment);
  if (clock === null || clock.stopped_at !== null) return clock;
  if (terms.pauses.length > 0) {
    for (let index = first; index < end; index++) resume(terms, clock, ticks[index] as Tick, marks);
    for (let index = first; index < end; index++) pause(terms, clock, ticks[index] as Tick, marks);
  }
  if (terms.attempts !== null) {
    for (let index = first; index < end; index++) attempt(terms, clock, ticks[index] as Tick, marks);
  }
  for (let index = first; index < end; index++) {
    const tick = ticks[index] as Tick;
    if (clock.stopped_at === null && terms.stops.includes(tick.code)) stop(clock, tick, marks);
  }
  return clock;
}

function begun(terms: ClockTerms, before: Clock | null, { ticks, first, end, marks }: Moment): Clock | null {
  let clock = before;
  for (let index = first; index < end; index++) {
    const tick = ticks[index] as Tick;
    if ((clock !== null && clock.stopped_at === null) || !terms.starts.includes(tick.code)) continue;
    clock = newClock(tick.at, null);
    marks?.splice(0, Infinity, { kind: 'started', tick });
  }
  for (let index = first; index < end && terms.restarts.length > 0; index++) {
    const tick = ticks[index] as Tick;
    if (clock === null || clock.stopped_at !== null || !terms.restarts.includes(tick.code)) continue;
    clock = newClock(tick.at, tick);
    marks?.push({ kind: 'restarted', tick });
  }
  return clock;
}

const none: readonly number[] = [];

function newClock(at: number, restart: Tick | null): Clock {
  return {
    started_at: at,
    restart,
    spans: [{ from: at, until: Infinity }],
    paused_by: none,
    attempts: 0,
    stopped_at: null,
  };
}

function resume({ pauses }: ClockTerms, clock: Clock, tick: Tick, marks: Mark[] | null): void {
  if (clock.stopped_at !== null || clock.paused_by.length === 0) return;
  clock.paused_by = clock.paused_by.filter((index) => !pauses[index]?.until.includes(tick.code));
  if (clock.paused_by.length > 0) return;
  clock.spans.push({ from: tick.at, until: Infinity });
  marks?.push({ kind: 'resumed', tick });
}

function pause({ pauses }: ClockTerms, clock: Clock, tick: Tick, marks: Mark[] | null): void {
  if (clock.stopped_at !== null) return;
  for (const [index, { from }] of pauses.entries()) {
    if (!from.includes(tick.code)) continue;
    if (clock.paused_by.length === 0) marks?.push({ kind: 'paused', tick });
    if (!clock.paused_by.includes(index)) clock.paused_by = [...clock.paused_by, index];
    const last = clock.spans[clock.spans.length - 1];
    if (last !== undefined) last.until = Math.min(last.until, tick.at);
  }
}

function attempt({ attempts }: ClockTerms, clock: Clock, tick: Tick, marks: Mark[] | null): void {
  if (attempts === null || clock.stopped_at !== null || !attempts.of.includes(tick.code)) return;
  clock.attempts++;
  marks?.push({ kind: 'attempted', tick });
  if (clock.attempts >= attempts.at_least) stop(clock, tick, marks);
}

function stop(clock: Clock, tick: Tick, marks: Mark[] | null): void {
  clock.stopped_at = tick.at;
  marks?.push({ kind: 'stopped', tick });
}

/** How a promise stands. There is nothing to remind of while its clock is paused, or once it was stopped. */
export function statusOf(
  terms: ClockTerms,
  clock: Clock,
  calendar: Calendar | null,
  asOf: number,
): PromiseStatus {
  const { started_at, stopped_at } = clock;
  const due = reach(calendar, clock, terms.within);
  const state = stateOf(clock, due, asOf);
  const after = (work: number): number | null => {
    const moment = state === 'paused' ? null : reach(calendar, clock, work);
    return typeof moment === 'number' && moment < (stopped_at ?? Infinity) ? moment : null;
  };
  return {
    id: terms.id,
    state,
    started_at,
    due_at: state === 'paused' || typeof due === 'string' ? null : due,
    remind_at: terms.remind === null ? null : after(terms.within - terms.remind),
    stopped_at,
    escalations: terms.escalate.map((step) => ({ to: step.to, at: after(terms.within + step.after) })),
  };
}

function stateOf(clock: Clock, due: number | 'standing' | 'beyond', asOf: number): PromiseStatus['state'] {
  if (due === 'beyond') return 'beyond_calendar';
  if (due !== 'standing' && (clock.stopped_at ?? asOf) > due) return 'broken';
  if (clock.stopped_at !== null) return 'met';
  return clock.paused_by.length > 0 ? 'paused' : 'running';
}

/** The first moment with so much working time; `standing` if the clock was paused before it. */
function reach(calendar: Calendar | null, { spans }: Clock, work: number): number | 'standing' | 'beyond' {
  let left = work;
  for (const { from, until } of spans) {
    const moment = deadline(calendar, from, left);
    if (moment !== null && moment <= until) return moment;
    if (calendar !== null && (from < calendar.from || until > calendar.until)) return 'beyond';
    left -= workBetween(calendar, from, until);
  }
  return 'standing';
}

/** The name in the property `owner` of the latest restart, or of whoever the lead is routed to. */
export function ownerOf({ restart }: Clock): string | null {
  const { owner } = (restart?.properties ?? {}) as { readonly owner?: unknown };
  return typeof owner === 'string' ? owner : null;
}
