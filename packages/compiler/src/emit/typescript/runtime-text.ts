// Written by test/emit/runtime-text.ts from the files in runtime/ and batch/runtime/. Change those.

/** The text of each part of the runtime: an emitter opens no files. */
export const sources: readonly { readonly file: string; readonly text: string }[] = [
  {
    file: 'added.ts',
    text: `/** The list with one more. A list of one takes much less room than an empty one that grew. */
export function added<T>(list: T[], item: T): T[] {
  if (list.length === 0) return [item];
  list.push(item);
  return list;
}
`,
  },
  {
    file: 'assign.ts',
    text: `import { fold } from './fold.ts';
import { entry, isRecord } from './reading.ts';

/** A queue that finds a person for each lead. */
export interface Desk {
  readonly id: string;
  readonly by: 'round_robin' | 'least_loaded';
  readonly members: readonly string[];
}

/** The queues and people of an agreement; names as they stand in owner fields. */
export interface Staff {
  readonly desks: readonly Desk[];
  readonly people: readonly (readonly [id: string, name: string])[];
}

/** The state of assignments, as an engine's own types say more closely. */
export interface Kept {
  readonly open: Readonly<Record<string, number>>;
  readonly turns: Readonly<Record<string, readonly string[]>>;
}

/** Whose turn it is; and the state afterwards. */
export function assignIn(
  staff: Staff,
  kept: unknown,
  to: string | { readonly queue: string | null; readonly owner: string | null } | null,
): { readonly person: string | null; readonly owner: string | null; readonly state: Kept } {
  const state = cleaned(staff, kept);
  const { queue, owner } = typeof to === 'string' ? { queue: to, owner: null } : (to ?? nowhere);
  const desk = staff.desks.find(({ id }) => id === queue);
  const person =
    owner === null ? nextOf(state, desk) : staff.people.find(([, name]) => fold(name) === fold(owner))?.[0];
  if (person === undefined) return { person: null, owner, state };
  const name = staff.people.find(([id]) => id === person)?.[1] ?? null;
  const open = { ...state.open, [person]: (state.open[person] ?? 0) + 1 };
  const turns = { ...state.turns };
  if (desk !== undefined) turns[desk.id] = [...(turns[desk.id] ?? []), person];
  return { person, owner: owner ?? name, state: cleaned(staff, { open, turns }) };
}

const nowhere = { queue: null, owner: null };

/** One lead of a person is no longer in work. */
export function releaseIn(staff: Staff, kept: unknown, person: string): Kept {
  const { open, turns } = cleaned(staff, kept);
  return cleaned(staff, { open: { ...open, [person]: (open[person] ?? 0) - 1 }, turns });
}

/** Of the members with the fewest leads, or of all, the one whose last turn is longest ago. */
function nextOf({ open, turns }: Kept, desk: Desk | undefined): string | undefined {
  if (desk === undefined) return undefined;
  const had = turns[desk.id] ?? [];
  const load = (id: string): number => (desk.by === 'least_loaded' ? (open[id] ?? 0) : 0);
  return desk.members.toSorted((a, b) => load(a) - load(b) || had.indexOf(a) - had.indexOf(b))[0];
}

/** What of a stored state still means something, in the order of the agreement. */
function cleaned({ desks, people }: Staff, kept: unknown): Kept {
  const open: Record<string, number> = {};
  const turns: Record<string, readonly string[]> = {};
  for (const [id] of people) {
    const count = at(at(kept, 'open'), id);
    if (Number.isSafeInteger(count) && (count as number) > 0) open[id] = count as number;
  }
  for (const { id, members } of desks) {
    const had = at(at(kept, 'turns'), id);
    const list: readonly unknown[] = Array.isArray(had) ? had : [];
    const valid = members.filter((member) => list.includes(member));
    if (valid.length > 0) turns[id] = valid.toSorted((a, b) => list.lastIndexOf(a) - list.lastIndexOf(b));
  }
  return { open, turns };
}

function at(value: unknown, key: string): unknown {
  return isRecord(value) ? entry(value, key) : undefined;
}
`,
  },
  {
    file: 'calendar.ts',
    text: `/** A calendar whose open intervals are unpacked when they are first asked for. \`null\` is open day and night. */
export interface Calendar {
  readonly from: number;
  readonly until: number;
  readonly packed: string;
  hours: OpenHours | null;
}

/** Open from \`opens[i]\` up to \`closes[i]\`, and \`work[i]\` so long until then, since the beginning. */
export interface OpenHours {
  readonly opens: readonly number[];
  readonly closes: readonly number[];
  readonly work: readonly number[];
  /** For each day since \`firstDay\`: how many intervals are closed when it begins. */
  readonly closed: readonly number[];
  readonly firstDay: number;
}

const day = 86_400_000;

/** A unit, and numbers in it: \`n*d\` repeats \`n\` of them from \`d\` before. */
export function unpacked(packed: string): readonly [unit: number, numbers: readonly number[]] {
  const [unit = '1', ...words] = packed.split(' ');
  const numbers: number[] = [];
  for (const word of words) {
    const [value = '', distance] = word.split('*');
    const number = parseInt(value, 36);
    if (distance === undefined) numbers.push(number);
    else for (let n = 0; n < number; n++) numbers.push(numbers[numbers.length - parseInt(distance, 36)] ?? 0);
  }
  return [parseInt(unit, 36), numbers];
}

/** Unpacks the intervals once: differences, from each opening or closing to the next. */
export function hoursOf(calendar: Calendar): OpenHours {
  if (calendar.hours !== null) return calendar.hours;
  const [unit, steps] = unpacked(calendar.packed);
  const opens: number[] = [];
  const closes: number[] = [];
  const work: number[] = [];
  let bound = 0;
  let total = 0;
  for (const [index, step] of steps.entries()) {
    bound += step * unit;
    if (index % 2 === 0) opens.push(bound);
    else {
      closes.push(bound);
      total += step * unit;
      work.push(total);
    }
  }
  const firstDay = Math.floor((closes[0] ?? 0) / day);
  return (calendar.hours = { opens, closes, work, closed: closedByDay(closes, firstDay), firstDay });
}

function closedByDay(closes: readonly number[], firstDay: number): readonly number[] {
  const closed: number[] = [];
  let index = 0;
  while (index < closes.length) {
    if ((closes[index] as number) <= (firstDay + closed.length) * day) index++;
    else closed.push(index);
  }
  return closed;
}

/** How many intervals are closed at a moment: those when its day began, and the few of the day itself. */
export function closedAt({ closes, closed, firstDay }: OpenHours, moment: number): number {
  const days = Math.floor(moment / day) - firstDay;
  if (days < 0) return 0;
  let index = closed[days] ?? closes.length;
  while (index < closes.length && (closes[index] as number) <= moment) index++;
  return index;
}

/** The working time from the beginning of the calendar to a moment at which so many intervals are closed. */
function workUntil({ opens, work }: OpenHours, moment: number, index: number): number {
  const before = index === 0 ? 0 : (work[index - 1] as number);
  const open = opens[index];
  return open === undefined || open >= moment ? before : before + moment - open;
}

/** The working time in \`[a, b)\`; 0 unless \`a < b\`. */
export function workBetween(calendar: Calendar | null, a: number, b: number): number {
  if (a >= b) return 0;
  if (calendar === null) return b - a;
  const hours = hoursOf(calendar);
  return workUntil(hours, b, closedAt(hours, b)) - workUntil(hours, a, closedAt(hours, a));
}

/**
 * The first moment at which the working time since \`start\` reaches \`work\`; work that is done exactly at
 * closing is due at closing. \`null\` if the calendar does not speak for it.
 */
export function deadline(calendar: Calendar | null, start: number, work: number): number | null {
  if (calendar === null) return work <= 0 ? start : start + work;
  if (start < calendar.from || start >= calendar.until) return null;
  if (work <= 0) return start;
  const hours = hoursOf(calendar);
  let index = closedAt(hours, start);
  const target = workUntil(hours, start, index) + work;
  // The first interval by whose end the target is reached.
  while (index < hours.work.length && (hours.work[index] as number) < target) index++;
  const close = hours.closes[index];
  return close === undefined ? null : close - ((hours.work[index] as number) - target);
}
`,
  },
  {
    file: 'changed-lead.ts',
    text: `import { compareEvents } from './sort-events.ts';
import type { Change, LeadEvent } from './types.ts';

/** What a search needs to see of a lead. */
export interface Changing {
  readonly events: readonly LeadEvent[];
  readonly moments: Float64Array;
  readonly codes: Uint16Array;
}

/** A field that may change: to options or flags; or to numbers, each the first of those for which the rules do the same. */
export interface FieldSlot {
  readonly field: string;
  readonly values: readonly (string | number | boolean)[];
  /** Options of which each does what the first one does. */
  readonly others?: readonly (string | number | boolean)[];
  /** It holds a list, and gets one of the values more. */
  readonly many?: boolean;
}

/** An event that may happen, with these properties; of those that somebody asks about with each of their values. */
export interface EventSlot {
  readonly event: string;
  readonly plain?: object;
  readonly values?: Readonly<Record<string, readonly unknown[]>>;
  /** Nobody tells other values apart than these. */
  readonly isWhole?: boolean;
}

export function holdsNumbers({ values }: FieldSlot): boolean {
  return typeof values[0] === 'number';
}

/** What a field may change to; a number stands for all up to the next, the first of the others for all of them. */
export function othersOf(lead: object, slot: FieldSlot): FieldSlot['values'] {
  const now = fieldNow(lead, slot);
  if (typeof now === 'number') return slot.values.filter((_, at) => at !== pieceOf(slot, now));
  const values = [...slot.values, ...(slot.others ?? []).slice(0, 1)];
  return values.filter((value) => (Array.isArray(now) ? !now.includes(value) : value !== now));
}

export function pieceOf({ values }: FieldSlot, now: number): number {
  return values.filter((value) => (value as number) <= now).length - 1;
}

export function fieldNow(lead: object, { field }: FieldSlot): unknown {
  return (lead as Readonly<Record<string, unknown>>)[field];
}

export function withValue<L extends object>(lead: L, slot: FieldSlot, value: string | number | boolean): L {
  const now = fieldNow(lead, slot);
  return { ...lead, [slot.field]: slot.many ? [...(Array.isArray(now) ? now : []), value] : value };
}

/** The lead with more events, each in its place. */
export function withEvents<L extends Changing>(lead: L, more: readonly LeadEvent[]): L {
  const events = [...lead.events];
  for (const event of more) {
    let index = events.length;
    while (index > 0 && compareEvents(events[index - 1] as LeadEvent, event) > 0) index--;
    events.splice(index, 0, event);
  }
  const moments = new Float64Array(events.length);
  const codes = new Uint16Array(events.length);
  for (const [index, { at, code }] of events.entries()) {
    moments[index] = at;
    codes[index] = code;
  }
  return { ...lead, events, moments, codes };
}

export function eventChange({ event }: EventSlot, properties: object, times: number): Change {
  return { kind: 'event', event, properties, times } as Change;
}

export function optionChange({ field, many, others = [] }: FieldSlot, values: FieldSlot['values']): Change {
  const one_of = values.flatMap((value) => (value === others[0] ? others : [value]));
  return { kind: many ? 'option' : 'value', field, one_of } as Change;
}

/** From where one piece begins, if it is not the first, to where another one does. */
export function rangeChange({ field, values }: FieldSlot, from: number, to: number): Change {
  const at_least = from === 0 ? null : values[from];
  return { kind: 'number', field, at_least, below: values[to] ?? null } as Change;
}
`,
  },
  {
    file: 'check-input.ts',
    text: `/** Of a program without types, which may pass anything: only a lead that was read can be decided, and not its copy in JSON. */
export function checkLead(lead: unknown): void {
  const { moments, codes } = (lead ?? {}) as { readonly moments?: unknown; readonly codes?: unknown };
  if (!ArrayBuffer.isView(moments) || !ArrayBuffer.isView(codes))
    throw new TypeError('the lead must be one that readLead(json).lead or parseLead(json) gave');
}

export function checkMoment(asOf: unknown): void {
  if (!Number.isSafeInteger(asOf)) throw new RangeError('asOf must be whole milliseconds since 1970');
}
`,
  },
  {
    file: 'clamp.ts',
    text: `import { given } from './points.ts';
import type { LedgerLine } from './types.ts';

/** The points moved under the cap, then over the floor, each with a line in the ledger if it moved them. */
export function clamp(
  kind: 'rule' | 'group' | 'score',
  id: LedgerLine['id'],
  points: number,
  cap: number,
  floor: number,
): number {
  const capped = Math.min(points, cap);
  const floored = Math.max(capped, floor);
  if (points === floored && points === capped) return points;
  given(\`\${kind}_cap\`, id, capped - points);
  given(\`\${kind}_floor\`, id, floored - capped);
  return floored;
}
`,
  },
  {
    file: 'clock.ts',
    text: `import { type Calendar, deadline, workBetween } from './calendar.ts';
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

/** Of the first \`count\` events those that some clock asks for (by their codes), and the moves, sorted. */
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

/** The latest clock that the ticks leave; \`null\` if none ever started. From its latest start on, all is marked. */
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

/** The ticks of one moment: those from \`first\` to before \`end\`. */
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

/** The first moment with so much working time; \`standing\` if the clock was paused before it. */
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

/** The name in the property \`owner\` of the latest restart, or of whoever the lead is routed to. */
export function ownerOf({ restart }: Clock): string | null {
  const { owner } = (restart?.properties ?? {}) as { readonly owner?: unknown };
  return typeof owner === 'string' ? owner : null;
}
`,
  },
  {
    file: 'code-points.ts',
    text: `/** How many code points a text has. */
export function codePoints(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++, count++) {
    if ((text.codePointAt(index) ?? 0) > 0xffff) index++;
  }
  return count;
}
`,
  },
  {
    file: 'factors.ts',
    text: `/**
 * What is left after each whole day of a half-life, in millionths. Where the power lies so near to the middle of two
 * whole numbers that engines might round it differently, \`close\` says which.
 */
export function factorsOf(
  days: number,
  length: number,
  close: Readonly<Record<number, number>>,
): readonly number[] {
  return Array.from({ length }, (_, age) => close[age] ?? Math.round(1_000_000 * 2 ** (-age / days)));
}
`,
  },
  {
    file: 'faded.ts',
    text: `/** Points times millionths, exactly, rounded half away from zero. */
export function faded(points: number, millionths: number): number {
  const size = Math.abs(points);
  const whole = Math.floor(millionths / 1_000_000);
  const rest = millionths - whole * 1_000_000;
  const rounded = size * whole + Math.floor((size * rest + 500_000) / 1_000_000);
  return points < 0 ? -rounded : rounded;
}
`,
  },
  {
    file: 'fold.ts',
    text: `/** How texts are compared: NFC, then the letters A to Z in lower case. */
export function fold(text: string): string {
  return text.normalize('NFC').replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
`,
  },
  {
    file: 'fresh-status.ts',
    text: `import { type Calendar, deadline } from './calendar.ts';
import type { ClockTerms } from './clock.ts';
import type { Move, PromiseStatus } from './types.ts';

/** The only move, if it comes after the first \`count\` events: nothing else can have touched a clock that it starts. */
export function loneMove(moves: readonly Move[], moments: Float64Array, count: number): Move | null {
  const [move] = moves;
  if (move === undefined || moves.length > 1) return null;
  return count === 0 || (moments[count - 1] as number) < move.at ? move : null;
}

/** How a promise stands whose clock started and was not touched since: as \`statusOf\` says, without a clock. */
export function freshStatus(
  terms: ClockTerms,
  started_at: number,
  calendar: Calendar | null,
  asOf: number,
): PromiseStatus {
  const due_at = deadline(calendar, started_at, terms.within);
  return {
    id: terms.id,
    state: due_at === null ? 'beyond_calendar' : asOf > due_at ? 'broken' : 'running',
    started_at,
    due_at,
    remind_at: terms.remind === null ? null : deadline(calendar, started_at, terms.within - terms.remind),
    stopped_at: null,
    escalations: terms.escalate.map(({ after, to }) => ({
      to,
      at: deadline(calendar, started_at, terms.within + after),
    })),
  };
}
`,
  },
  {
    file: 'lifted.ts',
    text: `import type { LedgerLine } from './types.ts';

/** By how much the floor of a score, its last line, lifts the others; \`unit\` is what one point counts. */
export function lifted(lines: readonly LedgerLine[], unit: number): number {
  const last = lines.at(-1);
  return last?.kind === 'score_floor' ? Math.round(last.points * unit) : 0;
}
`,
  },
  {
    file: 'never.ts',
    text: `/** The moment of what did not happen: before all others. */
export const never: number = -Infinity;
`,
  },
  {
    file: 'next.ts',
    text: `import {
  type Changing,
  eventChange,
  type EventSlot,
  type FieldSlot,
  holdsNumbers,
  optionChange,
  othersOf,
  pieceOf,
  rangeChange,
  fieldNow,
  withEvents,
  withValue,
} from './changed-lead.ts';
import { fold } from './fold.ts';
import type { Change, LeadEvent } from './types.ts';

export interface Search<L> {
  /** When events happen. */
  readonly at: number;
  readonly names: readonly string[];
  readonly fields: readonly FieldSlot[];
  readonly events: readonly EventSlot[];
  /** How far the changed lead comes; negative if that is no further than the lead. */
  readonly rankOf: (lead: L) => number;
  /** So many leads are still tried. */
  left: number;
}

/** Changes that lead on, each of the ways by itself enough. */
export interface Found {
  readonly rank: number;
  readonly ways: Change[][];
}

interface Way {
  readonly rank: number;
  readonly changes: Change[];
}

/** A lead after a change. */
interface Step<L> {
  readonly lead: L;
  readonly change: Change;
}

const mostWays = 12;
const mostTimes = 5;

/** The fewest changes that lead on: one; else one event several times; else two. Of these the ways to the next stage. */
export function waysOn<L extends Changing>(lead: L, search: Search<L>): Found | null {
  const slots = [...search.fields, ...search.events];
  return (
    nearest(slots.flatMap((slot) => waysOf(lead, slot, search))) ??
    nearest(search.events.flatMap((slot) => repeated(lead, slot, search))) ??
    nearest(pairs(lead, slots, search))
  );
}

function nearest(ways: readonly Way[]): Found | null {
  if (ways.length === 0) return null;
  const rank = Math.min(...ways.map((way) => way.rank));
  const changes = ways.filter((way) => way.rank === rank).map((way) => way.changes);
  return { rank, ways: changes.slice(0, mostWays) };
}

function tried<L>(lead: L, search: Search<L>): number {
  return search.left-- > 0 ? search.rankOf(lead) : -1;
}

function waysOf<L extends Changing>(lead: L, slot: FieldSlot | EventSlot, search: Search<L>): readonly Way[] {
  if ('event' in slot) return happenings(lead, slot, 1, search);
  return holdsNumbers(slot) ? numberWay(lead, slot, search) : optionWay(lead, slot, search);
}

/** What happens to a lead, and how far that brings it. */
interface Try {
  readonly rank: number;
  readonly told: Properties;
}

type Properties = Readonly<Record<string, unknown>>;

function happenings<L extends Changing>(
  lead: L,
  slot: EventSlot,
  times: number,
  search: Search<L>,
): readonly Way[] {
  const tries = variantsOf(slot).map((properties) => ({
    rank: tried(withEvent(lead, slot, properties, times, search), search),
    told: toldOf(slot, properties),
  }));
  const ways = together(
    slot,
    tries.filter(({ rank }) => rank >= 0),
  );
  return ways.flatMap(({ rank, told }) =>
    isTold(told) ? [{ rank, changes: [eventChange(slot, told, times)] }] : [],
  );
}

/** Where it makes no difference what a property is, it is not told. */
function together({ values = {}, isWhole }: EventSlot, tries: readonly Try[]): readonly Try[] {
  if (!isWhole) return tries;
  return Object.entries(values).reduce((ways, [id, { length }]) => {
    const rest = ({ rank, told }: Try): Try => ({ rank, told: only(told, (other) => other !== id) });
    const alike = new Map<string, Try[]>();
    for (const way of ways) {
      const key = JSON.stringify(rest(way));
      alike.set(key, [...(alike.get(key) ?? []), way]);
    }
    return [...alike.values()].flatMap((group) =>
      group.length === length ? group.slice(0, 1).map(rest) : group,
    );
  }, tries);
}

function only(properties: object | null, isKept: (id: string) => boolean): Properties {
  return Object.fromEntries(Object.entries(properties ?? {}).filter(([id]) => isKept(id)));
}

/** Nobody is told to leave a property out. */
function isTold(told: Properties): boolean {
  return Object.values(told).every((value) => value !== null);
}

/** The properties with which it may happen. */
function variantsOf({ plain, values = {} }: EventSlot): readonly (object | null)[] {
  if (plain === undefined) return [null];
  return Object.entries(values).reduce(
    (rows, [id, all]) => rows.flatMap((row) => all.map((value) => ({ ...row, [id]: value }))),
    [plain],
  );
}

/** What is asked of the properties. */
function toldOf({ values = {} }: EventSlot, properties: object | null): Properties {
  return only(properties, (id) => Object.hasOwn(values, id));
}

function repeated<L extends Changing>(lead: L, slot: EventSlot, search: Search<L>): readonly Way[] {
  for (let times = 2; times <= mostTimes; times++) {
    const ways = happenings(lead, slot, times, search);
    if (ways.length > 0) return ways;
  }
  return [];
}

/** The first of two takes one value after the other, until there is a way on by the second; those with few values first. */
function pairs<L extends Changing>(
  lead: L,
  slots: readonly (FieldSlot | EventSlot)[],
  search: Search<L>,
): readonly Way[] {
  const found: Way[] = [];
  const steps = slots.map((slot) =>
    'event' in slot ? eventSteps(lead, slot, search) : fieldSteps(lead, slot),
  );
  const both = slots.flatMap((second, index) =>
    steps.slice(0, index).map((firsts) => ({ firsts, second, size: firsts.length * sizeOf(second) })),
  );
  for (const { firsts, second } of both.toSorted((one, other) => one.size - other.size)) {
    for (const { lead, change } of firsts) {
      if (found.length >= mostWays || search.left <= 0) return found;
      const ways = waysOf(lead, second, search);
      found.push(...ways.map(({ rank, changes }) => ({ rank, changes: [change, ...changes] })));
      if (ways.length > 0) break;
    }
  }
  return found;
}

function sizeOf(slot: FieldSlot | EventSlot): number {
  return 'event' in slot ? variantsOf(slot).length : slot.values.length;
}

function eventSteps<L extends Changing>(lead: L, slot: EventSlot, search: Search<L>): readonly Step<L>[] {
  return variantsOf(slot).flatMap((properties) => {
    const told = toldOf(slot, properties);
    const after = withEvent(lead, slot, properties, 1, search);
    return isTold(told) ? [{ lead: after, change: eventChange(slot, told, 1) }] : [];
  });
}

function withEvent<L extends Changing>(
  lead: L,
  slot: EventSlot,
  properties: object | null,
  times: number,
  { at, names }: Search<L>,
): L {
  const code = names.indexOf(slot.event);
  const folded = foldedOf(properties);
  const event = { code, event: slot.event, at, id: null, properties, folded } as unknown as LeadEvent;
  return withEvents(
    lead,
    Array.from({ length: times }, () => event),
  );
}

function foldedOf(properties: object | null): object | null {
  if (properties === null) return null;
  const texts = Object.entries(properties).map(([key, value]) => [
    key,
    typeof value === 'string' ? fold(value) : null,
  ]);
  return Object.fromEntries(texts) as object;
}

function fieldSteps<L extends Changing>(lead: L, slot: FieldSlot): readonly Step<L>[] {
  return othersOf(lead, slot).map((value) => {
    const at = slot.values.indexOf(value);
    const change = holdsNumbers(slot) ? rangeChange(slot, at, at + 1) : optionChange(slot, [value]);
    return { lead: withValue(lead, slot, value), change };
  });
}

function optionWay<L extends Changing>(lead: L, slot: FieldSlot, search: Search<L>): readonly Way[] {
  const tries = othersOf(lead, slot).map((value) => ({
    value,
    rank: tried(withValue(lead, slot, value), search),
  }));
  const ways = tries.filter(({ rank }) => rank >= 0);
  return [...new Set(ways.map(({ rank }) => rank))].map((rank) => {
    const values = ways.filter((way) => way.rank === rank).map(({ value }) => value);
    return { rank, changes: [optionChange(slot, values)] };
  });
}

/** The nearest numbers above, else below: as many as lead to the same. */
function numberWay<L extends Changing>(lead: L, slot: FieldSlot, search: Search<L>): readonly Way[] {
  const now = fieldNow(lead, slot);
  const piece = typeof now === 'number' ? pieceOf(slot, now) : -1;
  const rankAt = (at: number): number => {
    const value = slot.values[at];
    return value === undefined ? -1 : tried(withValue(lead, slot, value), search);
  };
  for (const step of [1, -1]) {
    for (let at = piece + step; at >= 0 && at < slot.values.length; at += step) {
      const rank = rankAt(at);
      if (rank < 0) continue;
      let end = at + step;
      while (end >= 0 && rankAt(end) === rank) end += step;
      const change = step > 0 ? rangeChange(slot, at, end) : rangeChange(slot, end + 1, at + 1);
      return [{ rank, changes: [change] }];
    }
  }
  return [];
}
`,
  },
  {
    file: 'points.ts',
    text: `import type { LedgerLine } from './types.ts';

/** Where scores write their lines; \`null\` while nobody asks for them. */
let ledger: LedgerLine[] | null = null;

/** The points, after a line for them in the ledger if there are any. */
export function given(kind: LedgerLine['kind'], id: LedgerLine['id'], points: number): number {
  if (ledger !== null && points !== 0) ledger.push({ kind, id, points });
  return points;
}

/** The lines of a score; \`unit\` is what one point counts in it. */
export function linesOf<L>(
  score: (lead: L, asOf: number) => number,
  lead: L,
  asOf: number,
  unit: number,
): LedgerLine[] {
  const written: LedgerLine[] = [];
  ledger = written;
  score(lead, asOf);
  ledger = null;
  return written.map((line) => ({ ...line, points: line.points / unit }));
}
`,
  },
  {
    file: 'problems.ts',
    text: `import type { Problem } from './types.ts';

/** An error of the validator: where, as a JSON pointer; which keyword of JSON Schema; and its value. */
export type ValidationError = readonly [path: string, keyword: string, limit: unknown];

/** The errors of the validator in words. Options are told by those who read them. */
export function problemsOf(errors: readonly ValidationError[], input: unknown): Problem[] {
  return errors.map((error) => problemOf(error, input)).filter((problem) => problem !== null);
}

/** The first problem of each place. */
export function firstOfEach(problems: readonly Problem[]): readonly Problem[] {
  const byPlace = new Map<string, Problem>();
  for (const problem of problems) if (!byPlace.has(problem.at)) byPlace.set(problem.at, problem);
  return [...byPlace.values()];
}

function problemOf([path, keyword, limit]: ValidationError, input: unknown): Problem | null {
  const steps = path.split('/').slice(1);
  const at = placeOf(steps);
  const within = at === '' ? String(limit) : at + '.' + String(limit);
  if (keyword === 'required') return { at: within, message: 'is required' };
  if (keyword === 'additionalProperties') return { at: within, message: 'is not in the agreement' };
  if (valueAt(steps, input) === null) return { at, message: 'is required' };
  const isEvent = steps.length === 3 && steps[2] === 'event';
  if (keyword === 'enum') return isEvent ? { at, message: 'must be an event of the agreement' } : null;
  return { at, message: messageOf(keyword, limit) };
}

function messageOf(keyword: string, limit: unknown): string {
  switch (keyword) {
    case 'type':
      return typeMessage(String(limit));
    case 'minLength':
      return 'must not be empty';
    case 'maxLength':
      return 'must have at most ' + String(limit) + ' characters';
    case 'minimum':
      return 'must be at least ' + String(limit);
    case 'maximum':
      return 'must be at most ' + String(limit);
    default:
      return 'is not as the agreement says';
  }
}

function placeOf(steps: readonly string[]): string {
  return steps
    .map((step) => (/^\\d+$/.test(step) ? '[' + step + ']' : '.' + step))
    .join('')
    .replace(/^\\./, '');
}

function valueAt(steps: readonly string[], input: unknown): unknown {
  return steps.reduce((value, step) => (value as Record<string, unknown> | null)?.[step], input);
}

function typeMessage(type: string): string {
  switch (type.replace(',null', '')) {
    case 'string':
      return 'must be text';
    case 'number':
      return 'must be a number';
    case 'integer':
      return 'must be a whole number';
    case 'boolean':
      return 'must be true or false';
    case 'array':
      return 'must be a list';
    case 'object':
      return 'must be an object';
    default:
      return 'must be a moment with its zone, such as 2026-11-20T10:00:00Z, or whole milliseconds since 1970';
  }
}
`,
  },
  {
    file: 'read-flag.ts',
    text: `/** A flag. What is none was noted before. */
export function readFlag(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}
`,
  },
  {
    file: 'read-moment.ts',
    text: `import type { Problem } from './types.ts';

const firstMoment = -62_135_596_800_000;
const lastMoment = 253_402_300_799_999;
const momentText =
  /^(\\d{4}-\\d{2}-\\d{2})T(\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,3}))?)?(?:Z|([+-])(\\d{2}):(\\d{2}))$/;
const momentHint =
  'must be a moment with its zone, such as 2026-11-20T10:00:00Z, or whole milliseconds since 1970, in the years 1 to 9999';

/** A moment in milliseconds. What is neither text nor a number was noted before. */
export function readMoment(value: unknown, at: string, problems: Problem[]): number | null {
  const moment = typeof value === 'string' ? momentOfText(value) : value;
  if (moment !== null && typeof moment !== 'number') return null;
  if (moment !== null && Number.isInteger(moment) && firstMoment <= moment && moment <= lastMoment) {
    return moment + 0;
  }
  if (value !== null) problems.push({ at, message: momentHint });
  return null;
}

/** The first moment of a day in UTC. */
export function readDay(value: unknown, at: string, problems: Problem[]): number | null {
  if (typeof value !== 'string') return null;
  const day = dayOfText(value);
  if (day === null) problems.push({ at, message: 'must be a day, such as 2026-11-20' });
  return day;
}

function momentOfText(text: string): number | null {
  const [, date = '', hours, minutes, seconds = '0', fraction = '', sign, ahead = '0', aheadMinutes = '0'] =
    momentText.exec(text) ?? [];
  const midnight = dayOfText(date);
  const time = clockTime(Number(hours), Number(minutes));
  const offset = clockTime(Number(ahead), Number(aheadMinutes));
  if (midnight === null || time === null || offset === null || Number(seconds) > 59) return null;
  const ms = Number(seconds) * 1000 + Number(fraction.padEnd(3, '0'));
  return midnight + time + ms - (sign === '-' ? -offset : offset);
}

function dayOfText(text: string): number | null {
  if (!/^\\d{4}-\\d{2}-\\d{2}$/.test(text)) return null;
  const midnight = Date.parse(text + 'T00:00:00.000Z');
  const exists = midnight >= firstMoment && new Date(midnight).getUTCDate() === Number(text.slice(8));
  return exists ? midnight : null;
}

function clockTime(hours: number, minutes: number): number | null {
  return hours <= 23 && minutes <= 59 ? (hours * 60 + minutes) * 60_000 : null;
}
`,
  },
  {
    file: 'read-number.ts',
    text: `import { scaled } from './scaled.ts';
import type { Problem } from './types.ts';

/** A number with at most so many decimals; never -0. */
export function readNumber(value: unknown, decimals: number, at: string, problems: Problem[]): number | null {
  if (typeof value !== 'number') return null;
  if (!Number.isInteger(value) && Number.isFinite(value) && Number.isNaN(scaled(value, decimals))) {
    const most = 'must have at most ' + decimals + (decimals === 1 ? ' decimal' : ' decimals');
    problems.push({ at, message: decimals === 0 ? 'must be a whole number' : most });
  }
  return value + 0;
}
`,
  },
  {
    file: 'read-option.ts',
    text: `import type { Problem } from './types.ts';

/** One of the options, the very string of the list. */
export function readOption<T extends string>(
  value: unknown,
  options: readonly T[],
  at: string,
  problems: Problem[],
): T | null {
  const found = options.find((option) => option === value) ?? null;
  if (found === null && value !== null)
    problems.push({ at, message: 'must be one of ' + options.join(', ') });
  return found;
}
`,
  },
  {
    file: 'read-options.ts',
    text: `import type { Problem } from './types.ts';

/** A set: each option once, in the order of the options. What is no list was noted before. */
export function readOptions<T extends string>(
  value: unknown,
  options: readonly T[],
  at: string,
  problems: Problem[],
): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  if (value.some((item) => !options.includes(item))) {
    problems.push({ at, message: 'must have only options of ' + options.join(', ') });
  }
  return options.filter((option) => value.includes(option));
}
`,
  },
  {
    file: 'read-text.ts',
    text: `import type { Problem } from './types.ts';

/** A text without half characters and NUL. What is no text at all was noted before. */
export function readText(value: unknown, at: string, problems: Problem[]): string | null {
  if (typeof value !== 'string') return null;
  if (/\\p{Cs}/u.test(value)) {
    problems.push({ at, message: 'must be text without halves of characters (lone surrogates)' });
  } else if (value.includes('\\0')) {
    problems.push({ at, message: 'must be text without the character NUL' });
  }
  return value;
}
`,
  },
  {
    file: 'reading.ts',
    text: `/** An own entry, whatever the object inherits; absent is \`null\`. */
export function entry(record: object, key: string): unknown {
  return Object.hasOwn(record, key) ? ((record as Record<string, unknown>)[key] ?? null) : null;
}

export function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
`,
  },
  {
    file: 'rule-ids.ts',
    text: `import type { LedgerLine, ReasonId } from './types.ts';

/** Adds the rules that stand in a ledger to the reasons. The lines of one rule stand together. */
export function addRules(ledger: readonly LedgerLine[], reasons: ReasonId[]): void {
  let last: string | null = null;
  for (const { kind, id } of ledger) {
    if (id === last || (kind !== 'rule' && kind !== 'rule_cap' && kind !== 'rule_floor')) continue;
    reasons.push(id as ReasonId);
    last = id;
  }
}
`,
  },
  {
    file: 'rule-infos.ts',
    text: `/** The places of its kind and its file in their lists; how many lines below the rule before it in the file; why. */
export type PackedRule = readonly [kind: number, file: number, lines: number, because?: string];

/** Of each rule where it stands and why: a table that takes a third of the room. */
export function ruleInfos(
  kinds: readonly string[],
  files: readonly string[],
  packed: Readonly<Record<string, PackedRule>>,
): Record<string, { kind: string; file: string; line: number; because: string | null }> {
  const lines = files.map(() => 0);
  const infos = Object.entries(packed).map(([id, [kind, file, below, because = null]]) => {
    const line = (lines[file] ?? 0) + below;
    lines[file] = line;
    return [id, { kind: kinds[kind], file: files[file], line, because }];
  });
  return Object.fromEntries(infos) as ReturnType<typeof ruleInfos>;
}
`,
  },
  {
    file: 'scaled.ts',
    text: `const decimalText = /^(-?)(\\d+)(?:\\.(\\d+))?$/;

/** The number times a power of ten, exactly, read off its shortest text; NaN if it has more decimals. */
export function scaled(value: number, decimals: number): number {
  const [, sign = '', whole, fraction = ''] = decimalText.exec(String(value)) ?? [];
  if (whole === undefined || fraction.length > decimals) return NaN;
  return Number(sign + whole + fraction.padEnd(decimals, '0'));
}
`,
  },
  {
    file: 'sla-status.ts',
    text: `import { type Calendar, closedAt, hoursOf, workBetween } from './calendar.ts';
import { type Clock, type ClockTerms, clockOf, type Mark, statusOf, type Tick } from './clock.ts';
import type { EventId, SlaStatus, SlaStep } from './types.ts';
import { type CalendarDays, dateOf, type ZoneDays, zoneDays } from './zone-days.ts';

/** What is known before a clock is looked at. */
export interface SlaContext {
  readonly ticks: readonly Tick[];
  readonly names: readonly string[];
  readonly asOf: number;
  /** Of \`always\` there is nothing to say. */
  readonly daysOf: (calendar: Calendar | null) => CalendarDays | null;
}

/** How a promise stands, and the steps that led there. \`reason\` says why it is not about the lead at all. */
export function slaOf(
  terms: ClockTerms,
  reason: SlaStatus['reason'],
  calendarOf: (clock: Clock) => Calendar | null,
  { ticks, names, asOf, daysOf }: SlaContext,
): SlaStatus {
  const marks: Mark[] = [];
  const clock = reason === null ? clockOf(terms, ticks, marks) : null;
  const none: SlaStatus = {
    id: terms.id,
    state: 'not_started',
    reason: reason ?? 'not_begun',
    calendar: null,
    zone: null,
    started_at: null,
    due_at: null,
    stopped_at: null,
    used_ms: null,
    left_ms: null,
    steps: [],
  };
  if (clock === null) return none;
  const calendar = calendarOf(clock);
  const days = daysOf(calendar);
  const status = statusOf(terms, clock, calendar, asOf);
  const { started_at, due_at, remind_at, stopped_at } = status;
  const due = due_at ?? Infinity;
  const end = stopped_at ?? asOf;
  const trail: Trail = {
    calendar,
    days: calendar === null || days === null ? null : zoneDays(calendar, days),
    end,
    steps: [],
  };
  for (const { kind, tick } of marks) {
    place(trail, tick.at, { kind, at: tick.at, event: names[tick.code] as EventId });
  }
  if (remind_at !== null) place(trail, remind_at, { kind: 'reminder', at: remind_at });
  if (due_at !== null) place(trail, due, { kind: 'due', at: due });
  const cuts: number[] = [];
  for (const { to, at } of status.escalations) {
    if (at === null) continue;
    cuts.push(at);
    place(trail, at, { kind: 'escalation', at, to });
  }
  let used = 0;
  for (const { from, until } of clock.spans) {
    walk(trail, from, Math.min(until, due));
    overdue(trail, Math.max(from, due), Math.min(until, end), cuts);
    used += workBetween(calendar, from, Math.min(until, end));
  }
  return {
    ...none,
    state: status.state,
    reason,
    calendar: days?.id ?? 'always',
    zone: days?.zone ?? null,
    started_at,
    due_at,
    stopped_at,
    used_ms: used,
    left_ms: Math.max(0, terms.within - used),
    steps: trail.steps.toSorted((a, b) => a[0] - b[0]).map(([, step]) => step),
  };
}

/** The steps as they are found, each with the moment at which it stands. */
interface Trail {
  readonly calendar: Calendar | null;
  readonly days: ZoneDays | null;
  /** Until when working time counts. */
  readonly end: number;
  readonly steps: (readonly [at: number, step: SlaStep])[];
}

function place({ steps }: Trail, at: number, step: SlaStep): void {
  steps.push([at, step]);
}

/** The open intervals of a span, and the closed days on the way to them. */
function walk(trail: Trail, from: number, until: number): void {
  const { calendar } = trail;
  if (calendar === null) return open(trail, from, until);
  const hours = hoursOf(calendar);
  const { opens, closes } = hours;
  let now = Math.max(from, calendar.from);
  for (let index = closedAt(hours, now); index < opens.length; index++) {
    const next = Math.min(opens[index] as number, until);
    closed(trail, now, next, closes[index - 1] ?? 0);
    if (next === until) return;
    open(trail, Math.max(now, next), Math.min(closes[index] as number, until));
    now = Math.max(now, closes[index] as number);
  }
}

/** Days without working time from \`from\` on, after the last closing, before \`until\`. */
function closed(trail: Trail, from: number, until: number, closing: number): void {
  const { days } = trail;
  if (days === null) return;
  const first = Math.max(days.dayOf(from), days.dayOf(closing - 1) + 1);
  for (let day = first; day < days.dayOf(until); day++) {
    const name = days.nameOf(day);
    const date = dateOf(day);
    const step: SlaStep =
      name === undefined ? { kind: 'closed', day: date } : { kind: 'holiday', day: date, name };
    place(trail, Math.max(from, days.beginOf(day)), step);
  }
}

/** Working time on the way to the deadline, cut at the moment until which it counts. */
function open(trail: Trail, from: number, until: number): void {
  const { days, end } = trail;
  if (from < end && end < until) {
    open(trail, from, end);
    open(trail, end, until);
  } else if (from < until) {
    const day = days === null ? null : days.dayOf(from);
    place(trail, from, {
      kind: 'open',
      from,
      until,
      work_ms: until - from,
      counted: until <= end,
      day: day === null ? null : dateOf(day),
      name: (day !== null && days !== null && days.nameOf(day)) || null,
    });
  }
}

/** Working time after the deadline, up to each escalation and the end. */
function overdue(trail: Trail, from: number, until: number, cuts: readonly number[]): void {
  if (from >= until) return;
  const next = cuts.reduce((first, cut) => (cut > from && cut < first ? cut : first), until);
  const work_ms = workBetween(trail.calendar, from, next);
  if (work_ms > 0) place(trail, from, { kind: 'overdue', from, until: next, work_ms });
  overdue(trail, next, until, cuts);
}
`,
  },
  {
    file: 'sort-events.ts',
    text: `import type { LeadEvent, Problem } from './types.ts';

/** By moment, then by the order of the vocabulary, then by id, then by properties. */
export function sortEvents<E extends LeadEvent>(events: readonly E[]): E[] {
  return events.toSorted(compareEvents);
}

export function compareEvents(a: LeadEvent, b: LeadEvent): number {
  return (
    a.at - b.at ||
    a.code - b.code ||
    compareValues(a.id, b.id) ||
    compareProperties(a.properties, b.properties)
  );
}

/** Two events with one id are one event, and must then be the same in all else. What is \`undefined\` is a hole of the list. */
export function withoutDuplicates<E extends LeadEvent>(
  events: readonly (E | null | undefined)[],
  problems: Problem[],
): E[] {
  const byId = new Map<string, { event: E; index: number }>();
  const kept: E[] = [];
  for (const [index, event] of events.entries()) {
    if (event === null || event === undefined) continue;
    const known = event.id === null ? undefined : byId.get(event.id);
    if (known === undefined) {
      kept.push(event);
      if (event.id !== null) byId.set(event.id, { event, index });
    } else if (!isSameEvent(known.event, event)) {
      const message = 'is also the id of events[' + known.index + '], which is another event';
      problems.push({ at: 'events[' + index + '].id', message });
    }
  }
  return kept;
}

function isSameEvent(a: LeadEvent, b: LeadEvent): boolean {
  return a.code === b.code && a.at === b.at && compareProperties(a.properties, b.properties) === 0;
}

function compareProperties(a: object | null, b: object | null): number {
  return a === null || b === null ? 0 : compareLists(Object.values(a), Object.values(b));
}

function compareLists(a: readonly unknown[], b: readonly unknown[]): number {
  for (const [index, value] of a.entries()) {
    const order = compareValues(value, b[index] ?? null);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Missing first; false before true, small before large, texts by code points. */
function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b);
  return Number(a) - Number(b);
}

function compareTexts(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a.charCodeAt(index) === b.charCodeAt(index)) index++;
  if (index === a.length || index === b.length) return a.length - b.length;
  return rank(a.charCodeAt(index)) - rank(b.charCodeAt(index));
}

/** Halves of pairs stand for code points above all that have one unit. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
`,
  },
  {
    file: 'zone-days.ts',
    text: `import { type Calendar, unpacked } from './calendar.ts';
import type { CalendarId, SlaStatus } from './types.ts';

/** What a calendar says of days. Moments and days are counted from the beginning of the calendar. */
export interface CalendarDays {
  readonly id: CalendarId;
  readonly zone: SlaStatus['zone'];
  /** The offset from UTC at first; then of each change of it: so long after the one before, and the offset then. */
  readonly offsets: string;
  /** Days that are not as their weekday is: a name, and the days that bear it, each so many after the one before. */
  readonly named: readonly (string | null)[];
}

/** Days are counted from 1970. */
export interface ZoneDays {
  /** The day on the zone's wall clock. */
  readonly dayOf: (moment: number) => number;
  /** The moment at which a day begins there. */
  readonly beginOf: (day: number) => number;
  /** The name of a day that is not as its weekday is; \`undefined\` for all others. */
  readonly nameOf: (day: number) => string | null | undefined;
}

const dayLength = 86_400_000;

export function zoneDays({ from }: Calendar, { offsets, named }: CalendarDays): ZoneDays {
  const [unit, numbers] = unpacked(offsets);
  const first = (numbers[0] as number) * unit;
  const changes: (readonly [at: number, before: number, offset: number])[] = [];
  for (let index = 1, at = from, before = first; index < numbers.length; index += 2) {
    at += (numbers[index] as number) * unit;
    changes.push([at, before, (before = (numbers[index + 1] as number) * unit)]);
  }
  const names = new Map<number, string | null>();
  for (let index = 0; index < named.length; index += 2) {
    let day = Math.floor(from / dayLength);
    for (const step of (named[index + 1] as string).split(' '))
      names.set((day += parseInt(step, 36)), named[index] as string | null);
  }
  return {
    dayOf: (moment) => {
      let now = first;
      for (const [at, , offset] of changes) if (at <= moment) now = offset;
      return Math.floor((moment + now) / dayLength);
    },
    beginOf: (day) => {
      const wall = day * dayLength;
      let moment = wall - first;
      for (const [at, before, offset] of changes)
        if (wall >= at + before) moment = Math.max(wall - offset, at);
      return moment;
    },
    nameOf: (day) => names.get(day),
  };
}

/** A day as \`2026-11-20\`. */
export function dateOf(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}
`,
  },
];

/** What batches bring besides. */
export const batchSources: typeof sources = [
  {
    file: 'batch-clock.ts',
    text: `import type { EventColumns, MoveColumns, PromiseColumns } from './columns.ts';
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
`,
  },
  {
    file: 'csv-cells.ts',
    text: `/** Bytes that wait to be read: from \`at\` to before \`end\`. */
export interface CsvInput {
  bytes: Uint8Array;
  /** The same bytes, of which four are read at once. */
  view: DataView;
  at: number;
  end: number;
  /** The line that begins at \`at\`. */
  line: number;
}

/** Where the cell stands that was looked for last: its content, and where the next one begins. */
export const cell = { from: 0, to: 0, next: 0, isLast: false, lines: 0 };

/** Looks for a cell that can be read where it stands; false if it has marks in it, or the bytes end before it does. */
export function findCell(bytes: Uint8Array, start: number, limit: number, delimiter: number): boolean {
  let at = start;
  cell.lines = 0;
  if (bytes[at] === 34) {
    at++;
    while (at < limit && bytes[at] !== 34) if (bytes[at++] === 10) cell.lines++;
    cell.from = start + 1;
    cell.to = at++;
  } else {
    while (at < limit && bytes[at] !== delimiter && bytes[at] !== 10 && bytes[at] !== 13) at++;
    cell.from = start;
    cell.to = at;
  }
  return endCell(bytes, at, limit, delimiter);
}

/** Whether a cell ends here; then where the next one begins. */
export function endCell(bytes: Uint8Array, at: number, limit: number, delimiter: number): boolean {
  if (at >= limit) return false;
  cell.isLast = bytes[at] !== delimiter;
  const end = cell.isLast && bytes[at] === 13 ? at + 1 : at;
  cell.next = end + 1;
  return !cell.isLast || (end < limit && bytes[end] === 10);
}

/** The cells of a row as texts. */
export interface SplitRow {
  /** \`null\`: a cell that is not in UTF-8. */
  readonly cells: readonly (string | null)[];
  /** Behind its end; -1 if the bytes end before it does. */
  readonly next: number;
  readonly lines: number;
  /** Something stands behind a closing mark. */
  readonly isTorn: boolean;
}

const decoder = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Splits a row, whatever stands in it. */
export function splitRow(bytes: Uint8Array, start: number, limit: number, delimiter: number): SplitRow {
  const cells: (string | null)[] = [];
  let isTorn = false;
  let lines = 1;
  let at = start;
  for (;;) {
    const isQuoted = bytes[at] === 34;
    let end = isQuoted ? closingMark(bytes, at + 1, limit) : at;
    if (end === -1) return { cells, next: -1, lines, isTorn };
    const from = isQuoted ? at + 1 : at;
    const to = isQuoted ? end++ : end;
    const behind = end;
    while (end < limit && bytes[end] !== delimiter && bytes[end] !== 10 && !isReturn(bytes, end)) end++;
    if (end >= limit) return { cells, next: -1, lines, isTorn };
    if (isQuoted && end > behind) isTorn = true;
    const text = textOf(bytes, from, isQuoted ? to : end);
    cells.push(isQuoted && text !== null ? text.replaceAll('""', '"') : text);
    if (isQuoted) for (let index = from; index < to; index++) if (bytes[index] === 10) lines++;
    if (bytes[end] === delimiter) at = end + 1;
    else return { cells, next: bytes[end] === 13 ? end + 2 : end + 1, lines, isTorn };
  }
}

/** A return ends a row only before a line feed. */
function isReturn(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 13 && bytes[at + 1] === 10;
}

function closingMark(bytes: Uint8Array, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    if (bytes[at] !== 34) continue;
    if (bytes[at + 1] !== 34 || at + 1 >= limit) return at;
    at++;
  }
  return -1;
}

/** A text of ASCII without decoding; \`null\` if it is not in UTF-8. */
export function textOf(bytes: Uint8Array, from: number, to: number): string | null {
  let text = '';
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte > 127 || to - from > 64) return decoded(bytes, from, to);
    text += String.fromCharCode(byte);
  }
  return text;
}

function decoded(bytes: Uint8Array, from: number, to: number): string | null {
  try {
    return decoder.decode(bytes.subarray(from, to));
  } catch {
    return null;
  }
}
`,
  },
  {
    file: 'csv-events.ts',
    text: `import type { CsvInput } from './csv-cells.ts';
import { plainEvent, plainEventAt, type PlainNames } from './csv-plain-events.ts';
import { isDigit, momentAt, read } from './csv-values.ts';
import { findWord, type ByteWords } from './csv-words.ts';

/** The events of the row that was read last. */
export const happened = {
  count: 0,
  codes: new Uint16Array(5_000),
  moments: new Float64Array(5_000),
  /** Hashes of their ids, as far as they have some. With more, whether two are the same is not looked for here. */
  ids: new Int32Array(100),
  idCount: 0,
};

interface EventNames {
  readonly names: ByteWords;
  readonly plainNames: PlainNames;
}

/** An event while it is read. */
const event = { code: -1, hasMoment: false, hasId: false, idHash: 0 };

/**
 * Reads a cell with a list of events, as JSON in which each mark is doubled: \`"[{""event"":""called"",""at"":1795424400000}, ...]"\`.
 * Returns where the cell ends; -1 if it has to be looked at more closely.
 */
export function eventsAt(input: CsvInput, start: number, names: EventNames): number {
  const { bytes } = input;
  happened.count = 0;
  happened.idCount = 0;
  if (bytes[start] !== 34 || bytes[start + 1] !== 91) return -1;
  let at = spaces(bytes, start + 2);
  if (bytes[at] === 93) return bytes[at + 1] === 34 ? at + 2 : -1;
  for (;;) {
    at = nextEvent(input, at, names);
    if (at === -1) return -1;
    at = spaces(bytes, at);
    if (bytes[at] === 93) return bytes[at + 1] === 34 && !hasTwins() ? at + 2 : -1;
    if (bytes[at] !== 44) return -1;
    at = spaces(bytes, at + 1);
  }
}

function nextEvent(input: CsvInput, start: number, { names, plainNames }: EventNames): number {
  if (happened.count === happened.codes.length) return -1;
  const end = plainEventAt(input, start, plainNames);
  if (end === -1) return eventAt(input.bytes, start, names);
  happened.codes[happened.count] = plainEvent.code;
  happened.moments[happened.count] = plainEvent.moment[0] as number;
  happened.count++;
  return end;
}

function eventAt(bytes: Uint8Array, start: number, names: ByteWords): number {
  if (bytes[start] !== 123) return -1;
  event.code = -1;
  event.hasMoment = false;
  event.hasId = false;
  let at = start + 1;
  for (;;) {
    at = entryAt(bytes, spaces(bytes, at), names);
    if (at === -1) return -1;
    at = spaces(bytes, at);
    if (bytes[at] === 125) break;
    if (bytes[at] !== 44) return -1;
    at++;
  }
  if (event.code === -1 || !event.hasMoment) return -1;
  happened.codes[happened.count] = event.code;
  happened.count++;
  if (event.hasId) {
    if (happened.idCount === happened.ids.length) return -1;
    happened.ids[happened.idCount++] = event.idHash;
  }
  return at + 1;
}

/** A key with its value: \`event\`, \`at\` or \`id\`. */
function entryAt(bytes: Uint8Array, start: number, names: ByteWords): number {
  if (bytes[start] !== 34 || bytes[start + 1] !== 34) return -1;
  const key = bytes[start + 2];
  if (key === 101 && isKey(bytes, start, 118, 101, 110, 116)) {
    const at = colon(bytes, start + 9);
    return at === -1 ? -1 : nameAt(bytes, at, names);
  }
  if (key === 97 && bytes[start + 3] === 116) {
    const at = colon(bytes, start + 6);
    return at === -1 || bytes[start + 4] !== 34 || bytes[start + 5] !== 34 ? -1 : whenAt(bytes, at);
  }
  if (key === 105 && bytes[start + 3] === 100) {
    const at = colon(bytes, start + 6);
    return at === -1 || bytes[start + 4] !== 34 || bytes[start + 5] !== 34 ? -1 : idAt(bytes, at);
  }
  return -1;
}

/** The rest of a key of five letters, and its closing marks. */
function isKey(bytes: Uint8Array, start: number, b: number, c: number, d: number, e: number): boolean {
  return (
    bytes[start + 3] === b &&
    bytes[start + 4] === c &&
    bytes[start + 5] === d &&
    bytes[start + 6] === e &&
    bytes[start + 7] === 34 &&
    bytes[start + 8] === 34
  );
}

function nameAt(bytes: Uint8Array, start: number, names: ByteWords): number {
  if (bytes[start] !== 34 || bytes[start + 1] !== 34) return -1;
  let at = start + 2;
  while (at < bytes.length && bytes[at] !== 34) at++;
  event.code = findWord(names, bytes, start + 2, at) - 1;
  return event.code === -1 || bytes[at + 1] !== 34 ? -1 : at + 2;
}

function whenAt(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== 34) return millisecondsAt(bytes, start);
  const from = start + 2;
  let at = from;
  while (at < from + 30 && bytes[at] !== 34) at++;
  // A text of digits is no moment.
  if (at - from < 16 || bytes[start + 1] !== 34 || bytes[at + 1] !== 34) return -1;
  if (!momentAt(bytes, from, at)) return -1;
  happened.moments[happened.count] = read[0] as number;
  event.hasMoment = true;
  return at + 2;
}

/** Digits: six and more after the first seven, so that both parts are small. */
function millisecondsAt(bytes: Uint8Array, start: number): number {
  let at = start;
  let high = 0;
  for (; at < start + 7 && isDigit(bytes[at]); at++) high = high * 10 + (bytes[at] as number) - 48;
  let low = 0;
  let scale = 1;
  for (; at < start + 14 && isDigit(bytes[at]); at++) {
    low = low * 10 + (bytes[at] as number) - 48;
    scale *= 10;
  }
  if (at === start || isDigit(bytes[at]) || (bytes[start] === 48 && at > start + 1)) return -1;
  happened.moments[happened.count] = high * scale + low;
  event.hasMoment = true;
  return at;
}

function idAt(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== 34 || bytes[start + 1] !== 34) return -1;
  let hash = 0;
  let at = start + 2;
  for (; bytes[at] !== 34; at++) {
    const byte = bytes[at] as number;
    if (!(byte >= 32 && byte < 127) || byte === 92) return -1;
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
  const length = at - start - 2;
  if (length === 0 || length > 200 || bytes[at + 1] !== 34) return -1;
  event.hasId = true;
  event.idHash = hash;
  return at + 2;
}

/** Whether two ids may be the same. */
function hasTwins(): boolean {
  const { ids, idCount } = happened;
  for (let one = 1; one < idCount; one++) {
    for (let other = 0; other < one; other++) if (ids[one] === ids[other]) return true;
  }
  return false;
}

function colon(bytes: Uint8Array, start: number): number {
  const at = spaces(bytes, start);
  return bytes[at] === 58 ? spaces(bytes, at + 1) : -1;
}

function spaces(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] === 32) at++;
  return at;
}
`,
  },
  {
    file: 'csv-plain-events.ts',
    text: `import type { CsvInput } from './csv-cells.ts';
import { type ByteWords, hashedWords } from './csv-words.ts';

/** Names of events with all that follows up to the moment, hashed by their first eight bytes, to be found four bytes at a time. */
export interface PlainNames extends ByteWords {
  readonly view: DataView;
  readonly longest: number;
}

/** The event that was read last: the place of its name, and the digits of its moment as one number. */
export const plainEvent = { code: 0, moment: new Float64Array(1) };

export function plainNames(names: readonly string[]): PlainNames {
  const words = hashedWords(
    names.map((name) => name + '"",""at"":'),
    (word) => hashOfEight(new DataView(word.buffer), 0),
  );
  const { starts } = words;
  const longest = names.reduce(
    (most, _, index) => Math.max(most, (starts[index + 1] as number) - (starts[index] as number)),
    0,
  );
  return { ...words, view: new DataView(words.bytes.buffer), longest };
}

/**
 * Reads an event as most programs write it, \`{""event"":""called"",""at"":1795424400000}\`. Returns where it ends; -1 if it is
 * written in another way, or is none.
 */
export function plainEventAt({ view }: CsvInput, start: number, names: PlainNames): number {
  if (start + names.longest + 32 > view.byteLength || !isPlainStart(view, start)) return -1;
  const from = start + 13;
  const place = placeOfName(names, view, from);
  if (place === -1) return -1;
  const at = from + (names.starts[place + 1] as number) - (names.starts[place] as number);
  const first = fourDigits(view.getUint32(at, true));
  const second = fourDigits(view.getUint32(at + 4, true));
  const third = fourDigits(view.getUint32(at + 8, true));
  const last = view.getUint8(at + 12) - 48;
  if (first < 1_000 || second === -1 || third === -1 || last < 0 || last > 9) return -1;
  if (view.getUint8(at + 13) !== 125) return -1;
  plainEvent.code = place;
  plainEvent.moment[0] = (first * 10_000 + second) * 100_000 + third * 10 + last;
  return at + 14;
}

/** \`{""event"":""\`: three times four bytes, and one. */
function isPlainStart(view: DataView, start: number): boolean {
  return (
    view.getUint32(start, true) === 0x6522_227b &&
    view.getUint32(start + 4, true) === 0x746e_6576 &&
    view.getUint32(start + 8, true) === 0x223a_2222 &&
    view.getUint8(start + 12) === 34
  );
}

function placeOfName({ slots, view, starts }: PlainNames, bytes: DataView, from: number): number {
  let slot = hashOfEight(bytes, from) & (slots.length - 1);
  for (;;) {
    const place = (slots[slot] as number) - 1;
    if (place === -1) return -1;
    if (isSame(view, starts[place] as number, starts[place + 1] as number, bytes, from)) return place;
    slot = (slot + 1) & (slots.length - 1);
  }
}

/** Four bytes at a time; the last four may be looked at twice. */
function isSame(names: DataView, start: number, end: number, bytes: DataView, from: number): boolean {
  const last = end - 4;
  for (let at = start; at < last; at += 4)
    if (names.getUint32(at, true) !== bytes.getUint32(from + at - start, true)) return false;
  return names.getUint32(last, true) === bytes.getUint32(from + last - start, true);
}

function hashOfEight(bytes: DataView, from: number): number {
  const first = bytes.getUint32(from, true);
  const second = bytes.getUint32(from + 4, true);
  const mixed = Math.imul(first, 0x9e37_79b1) ^ Math.imul(second, 0x85eb_ca6b);
  return mixed ^ (mixed >>> 15);
}

/** The number that four bytes write, the first byte lowest; -1 if they are not all digits. */
function fourDigits(bytes: number): number {
  const digits = bytes ^ 0x3030_3030;
  // Adding 0x76 sets the highest bit of each byte that is more than 9.
  if ((((digits + 0x7676_7676) | digits) & 0x8080_8080) !== 0) return -1;
  const pairs = (Math.imul(digits, 10) + (digits >>> 8)) & 0x00ff_00ff;
  return (pairs & 0xff) * 100 + (pairs >>> 16);
}
`,
  },
  {
    file: 'csv-row.ts',
    text: `import { fold } from '../../runtime/fold.ts';
import { cell, type CsvInput, endCell, findCell, textOf } from './csv-cells.ts';
import { eventsAt, happened } from './csv-events.ts';
import { type CsvColumn, makeEventRoom, type Sheet } from './csv-sheet.ts';
import { dayAt, decimalAt, momentAt, read } from './csv-values.ts';
import { findWord } from './csv-words.ts';

/**
 * Reads a row straight into columns. Returns where the next one begins, or -1 when anything is not plainly right: then the row is
 * read as texts, and by \`readLead\`.
 */
export function readRow(sheet: Sheet, input: CsvInput): number {
  const { header, delimiter } = sheet;
  const { bytes, end: limit } = input;
  let { at } = input;
  let lines = 0;
  happened.count = 0;
  for (let index = 0; index < header.length; index++) {
    const column = header[index] as CsvColumn;
    if (column.kind === 'events' && bytes[at] === 34 && bytes[at + 1] === 91) {
      const end = eventsAt(input, at, sheet);
      if (end === -1 || !endCell(bytes, end, limit, delimiter)) return -1;
    } else {
      if (!findCell(bytes, at, limit, delimiter) || !takeCell(sheet, column, bytes)) return -1;
      lines += cell.lines;
    }
    if (cell.isLast !== (index === header.length - 1)) return -1;
    at = cell.next;
  }
  if (!placeEvents(sheet)) return -1;
  readLines.count = lines + 1;
  return at;
}

/** How many lines the row that was read last has. */
export const readLines = { count: 1 };

/** Takes the cell that was found; false if it is not plainly right. */
function takeCell(sheet: Sheet, column: CsvColumn, bytes: Uint8Array): boolean {
  const { from, to } = cell;
  const { columns, row } = sheet;
  const { field } = column;
  if (field !== null) {
    if (from === to && field.isRequired) return false;
    return takeField(column, row, bytes, sheet.schema.personOf);
  }
  switch (column.kind) {
    case 'id':
      if (from === to || to - from > 64 || !isAscii(bytes, from, to)) return false;
      columns.ids[row] = textOf(bytes, from, to) as string;
      return true;
    case 'created_at':
      if (from === to || !momentAt(bytes, from, to)) return false;
      columns.created_at[row] = read[0] as number;
      return true;
    default:
      return from === to || (to - from === 2 && bytes[from] === 91 && bytes[from + 1] === 93);
  }
}

function takeField(
  column: CsvColumn,
  row: number,
  bytes: Uint8Array,
  personOf: Sheet['schema']['personOf'],
): boolean {
  switch (column.kind) {
    case 'choice':
      return takeChoice(column, row, bytes);
    case 'flag':
      return takeFlag(column, row, bytes);
    case 'choices':
      return takeChoices(column, row, bytes);
    case 'text':
      return takeText(column, row, bytes, personOf);
    default:
      return takeNumber(column, row, bytes);
  }
}

function takeChoice({ codes, words }: CsvColumn, row: number, bytes: Uint8Array): boolean {
  const code = findWord(words, bytes, cell.from, cell.to);
  if (code === 0 && cell.from !== cell.to) return false;
  if (row < codes.length) codes[row] = code;
  return true;
}

function takeFlag({ flags }: CsvColumn, row: number, bytes: Uint8Array): boolean {
  const { from, to } = cell;
  let code = 0;
  if (to - from === 4 && spells(bytes, from, yes)) code = 2;
  else if (to - from === 5 && spells(bytes, from, no)) code = 1;
  else if (from !== to) return false;
  if (row < flags.length) flags[row] = code;
  return true;
}

const yes = /* @__PURE__ */ Uint8Array.of(116, 114, 117, 101);
const no = /* @__PURE__ */ Uint8Array.of(102, 97, 108, 115, 101);

function spells(bytes: Uint8Array, from: number, word: Uint8Array): boolean {
  for (let at = 0; at < word.length; at++) if (bytes[from + at] !== word[at]) return false;
  return true;
}

/** Options with semicolons between them. */
function takeChoices({ bits, words }: CsvColumn, row: number, bytes: Uint8Array): boolean {
  const { from, to } = cell;
  for (let word = 0; word < bits.length; word++) (bits[word] as Int32Array)[row] = 0;
  if (from === to) return true;
  for (let start = from; start <= to;) {
    let end = start;
    while (end < to && bytes[end] !== 59) end++;
    const option = findWord(words, bytes, start, end) - 1;
    if (option === -1) return false;
    if (bits.length > 0) setBit(bits[Math.floor(option / 30)] as Int32Array, row, 1 << (option % 30));
    start = end + 1;
  }
  if (bits.length > 0) setBit(bits[0] as Int32Array, row, 1 << 30);
  return true;
}

function setBit(bits: Int32Array, row: number, bit: number): void {
  bits[row] = (bits[row] as number) | bit;
}

function takeText(
  column: CsvColumn,
  row: number,
  bytes: Uint8Array,
  personOf: Sheet['schema']['personOf'],
): boolean {
  const { field, bits, owners, persons } = column;
  const { from, to } = cell;
  if (field === null || to - from > field.max) return false;
  const isPlain = isAscii(bytes, from, to);
  if (isPlain && bits.length === 0 && !field.isOwner) return true;
  const text = from === to ? null : textOf(bytes, from, to);
  if (from !== to && (text === null || text.includes('\\0'))) return false;
  const asked = text !== null && field.isFolded ? fold(text) : text;
  for (let word = 0; word < bits.length; word++) {
    const bitsOf = field.bits[word] as (text: string) => number;
    (bits[word] as Int32Array)[row] = asked === null ? 0 : bitsOf(asked);
  }
  if (field.isOwner) owners[row] = text;
  if (row < persons.length && personOf !== null) persons[row] = personOf(text);
  return true;
}

function takeNumber({ field, kind, numbers }: CsvColumn, row: number, bytes: Uint8Array): boolean {
  const { from, to } = cell;
  if (field === null || field.isScaled) return false;
  if (from === to) read[0] = NaN;
  else if (kind === 'date') {
    if (!dayAt(bytes, from, to)) return false;
  } else if (kind === 'moment') {
    if (!momentAt(bytes, from, to)) return false;
  } else {
    if (!decimalAt(bytes, from, to, field.decimals)) return false;
    const value = read[0] as number;
    if (value < field.min || value > field.max) return false;
  }
  if (row < numbers.length) numbers[row] = read[0] as number;
  return true;
}

/** ASCII but NUL. */
function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte === 0 || byte > 127) return false;
  }
  return true;
}

/** How often events of a row may change places while they are put in order one by one. */
const mostSwaps = 20_000;

/** Puts the events that were read where they belong: by groups, and in each by moments. */
function placeEvents(sheet: Sheet): boolean {
  const { groups, groupCount, places, plain } = sheet.schema;
  makeEventRoom(sheet, happened.count);
  const { starts, moments } = sheet.columns.events;
  const first = sheet.row * groupCount;
  places.fill(0);
  for (let index = 0; index < happened.count; index++) {
    const code = happened.codes[index] as number;
    if (plain[code] === 0) return false;
    const group = groups[code] as number;
    if (group !== 65_535) places[group + 1] = (places[group + 1] as number) + 1;
  }
  places[0] = starts[first] as number;
  for (let group = 1; group <= groupCount; group++) {
    places[group] = (places[group] as number) + (places[group - 1] as number);
    starts[first + group] = places[group] as number;
  }
  let swaps = 0;
  for (let index = 0; index < happened.count; index++) {
    const group = groups[happened.codes[index] as number] as number;
    if (group === 65_535) continue;
    const moment = happened.moments[index] as number;
    const begin = starts[first + group] as number;
    let at = places[group] as number;
    places[group] = at + 1;
    for (; at > begin && (moments[at - 1] as number) > moment; at--, swaps++)
      moments[at] = moments[at - 1] as number;
    moments[at] = moment;
    if (swaps > mostSwaps) return false;
  }
  return true;
}
`,
  },
  {
    file: 'csv-sheet.ts',
    text: `import type { CsvOptions, CsvProblem, EventColumns, Lead, LeadColumns } from './columns.ts';
import { type PlainNames, plainNames } from './csv-plain-events.ts';
import { byteWords, type ByteWords } from './csv-words.ts';

/** What a field's cells say, and where that goes. */
export interface CsvField {
  readonly id: string;
  readonly kind: 'choice' | 'choices' | 'flag' | 'number' | 'date' | 'moment' | 'text';
  readonly isRequired: boolean;
  readonly decimals: number;
  /** Bounds of numbers; of a text the most characters. */
  readonly min: number;
  readonly max: number;
  readonly options: readonly string[];
  /** Rules ask for it. */
  readonly isKept: boolean;
  /** Numbers in its column are scaled. */
  readonly isScaled: boolean;
  /** Names of owners are kept. */
  readonly isOwner: boolean;
  /** Of a text: the bits that rules ask of it. */
  readonly bits: readonly ((text: string) => number)[];
  /** They are asked of the folded text. */
  readonly isFolded: boolean;
}

/** What a reader of files knows of an agreement. */
export interface CsvSchema {
  readonly fields: readonly CsvField[];
  readonly events: readonly string[];
  /** 1: events of the type have no properties. */
  readonly plain: Uint8Array;
  /** The group of each event; 65535 if no rule asks for it. */
  readonly groups: Uint16Array;
  readonly groupCount: number;
  readonly places: Uint32Array;
  readonly create: (count: number, events: number) => LeadColumns;
  readonly encode: (columns: LeadColumns, row: number, lead: never) => void;
  readonly personOf: ((name: string | null) => number) | null;
}

/** A column of the file, and the arrays into which its cells go; empty ones if they go nowhere. */
export interface CsvColumn {
  readonly name: string;
  readonly kind: CsvField['kind'] | 'id' | 'created_at' | 'events';
  readonly field: CsvField | null;
  readonly words: ByteWords;
  codes: Uint16Array;
  flags: Uint8Array;
  numbers: Float64Array;
  bits: readonly Int32Array[];
  owners: (string | null)[];
  persons: Uint16Array;
}

/** A file while it is read: its columns, and the leads since the last batch. */
export interface Sheet {
  readonly schema: CsvSchema;
  readonly names: ByteWords;
  readonly plainNames: PlainNames;
  readonly delimiter: number;
  readonly rows: number;
  readonly readLead: CsvOptions['readLead'];
  /** Columns are filled anew once they were given away. */
  readonly isReusing: boolean;
  readonly header: readonly CsvColumn[];
  columns: LeadColumns;
  row: number;
  lines: Uint32Array;
  problems: CsvProblem[];
}

/** Of a program without types, which may pass anything. */
export function checkCsvOptions({ readLead, delimiter, rows }: CsvOptions): void {
  if (typeof readLead !== 'function') throw new TypeError('readLead must be the readLead of the engine');
  if (delimiter !== undefined && !possibleDelimiter.test(delimiter))
    throw new RangeError(
      'delimiter must be one character of ASCII, but no quotation mark and no end of a line',
    );
  if (rows !== undefined && (!Number.isSafeInteger(rows) || rows < 1))
    throw new RangeError('rows must be a whole number from 1 on');
}

const possibleDelimiter = /^[^"\\r\\n\\x80-\\uffff]$/;

export function openSheet(schema: CsvSchema, names: readonly string[], options: CsvOptions): Sheet {
  const { readLead, delimiter = ',', rows = 4_096, reuse = false } = options;
  const sheet = {
    schema,
    names: byteWords(schema.events),
    plainNames: plainNames(schema.events),
    delimiter: delimiter.charCodeAt(0),
    rows,
    readLead,
    isReusing: reuse,
    header: names.map((name) => columnOf(schema, name)),
    columns: schema.create(0, 0),
    row: 0,
    lines: new Uint32Array(0),
    problems: [],
  };
  turnPage(sheet);
  return sheet;
}

function columnOf({ fields }: CsvSchema, name: string): CsvColumn {
  const field = fields.find(({ id }) => id === name) ?? null;
  return {
    name,
    kind: field === null ? (name as 'id' | 'created_at' | 'events') : field.kind,
    field,
    words: byteWords(field === null ? [] : field.options),
    codes: new Uint16Array(0),
    flags: new Uint8Array(0),
    numbers: new Float64Array(0),
    bits: [],
    owners: [],
    persons: new Uint16Array(0),
  };
}

/** Begins anew: with columns in which nothing is known of any lead, or with those that are there. */
export function turnPage(sheet: Sheet): void {
  if (sheet.isReusing && sheet.columns.count > 0) {
    // Of a column that the file has not, nothing is known as before; of all others each row says something.
    sheet.columns.events.persons.fill(0);
    sheet.problems = [];
    sheet.row = 0;
  } else newPage(sheet);
}

function newPage(sheet: Sheet): void {
  const { schema, rows } = sheet;
  const columns = schema.create(rows, rows * 24);
  sheet.columns = columns;
  sheet.lines = new Uint32Array(rows);
  sheet.problems = [];
  sheet.row = 0;
  for (const { id, isKept, isOwner, kind } of schema.fields) {
    if (isKept && isNumber(kind)) (entryOf(columns.fields, id) as Float64Array).fill(NaN);
    if (isOwner) (entryOf(columns.owners, id) as (string | null)[]).fill(null);
  }
  for (const column of sheet.header) aim(column, columns);
}

function aim(column: CsvColumn, { fields, owners, persons }: LeadColumns): void {
  const { field } = column;
  if (field === null) return;
  if (field.isOwner) column.owners = entryOf(owners, field.id) as (string | null)[];
  if (field.isOwner && Object.hasOwn(persons, field.id))
    column.persons = entryOf(persons, field.id) as Uint16Array;
  if (!field.isKept) return;
  if (field.kind === 'choice') column.codes = entryOf(fields, field.id) as Uint16Array;
  else if (field.kind === 'flag') column.flags = entryOf(fields, field.id) as Uint8Array;
  else if (isNumber(field.kind)) column.numbers = entryOf(fields, field.id) as Float64Array;
  else column.bits = entryOf(fields, field.id) as readonly Int32Array[];
}

function isNumber(kind: CsvField['kind']): boolean {
  return kind === 'number' || kind === 'date' || kind === 'moment';
}

function entryOf(record: object, id: string): unknown {
  return (record as Readonly<Record<string, unknown>>)[id];
}

/** Makes room for so many more events behind those of the rows so far. */
export function makeEventRoom(sheet: Sheet, count: number): void {
  const { events } = sheet.columns;
  const used = events.starts[sheet.row * sheet.schema.groupCount] as number;
  if (used + count <= events.moments.length) return;
  const size = Math.max(used + count, events.moments.length * 2);
  const longer: EventColumns = {
    starts: events.starts,
    moments: new Float64Array(size),
    properties: events.properties.map(() => new Float64Array(size)),
    persons: new Uint16Array(events.persons.length === 0 ? 0 : size),
  };
  longer.moments.set(events.moments);
  longer.persons.set(events.persons);
  for (const [slot, values] of events.properties.entries()) longer.properties[slot]?.set(values);
  sheet.columns = { ...sheet.columns, events: longer };
}

/** Puts a lead that was read as a whole into the next row. */
export function encodeLead(sheet: Sheet, lead: Lead): void {
  makeEventRoom(sheet, lead.codes.length);
  sheet.schema.encode(sheet.columns, sheet.row, lead as never);
}
`,
  },
  {
    file: 'csv-texts.ts',
    text: `import type { SplitRow } from './csv-cells.ts';
import { type CsvColumn, encodeLead, type Sheet } from './csv-sheet.ts';

/** Reads a row as JSON would be read; false if it has no lead. */
export function readTexts(sheet: Sheet, { cells, isTorn }: SplitRow, line: number): boolean {
  if (cells.every((text) => text !== null && text.trim() === '')) return false;
  const { header, problems } = sheet;
  const width = header.length;
  const problem = (column: number | null, at: string, message: string): number =>
    problems.push({ line, column, at, message });
  const isLonger = cells.length > width && cells.slice(width).some((text) => text?.trim() !== '');
  if (isTorn) problem(null, '', 'has something behind a closing quotation mark');
  else if (cells.length < width) problem(null, '', 'has ' + cells.length + ' cells, and the header ' + width);
  else if (isLonger) problem(null, '', 'has ' + cells.length + ' cells, and the header ' + width);
  else if (cells.includes(null)) {
    const index = cells.indexOf(null);
    problem(index + 1, header[index]?.name ?? '', 'is not in UTF-8');
  } else {
    const reading = sheet.readLead(leadOf(header, cells));
    if ('lead' in reading) encodeLead(sheet, reading.lead);
    else for (const { at, message } of reading.problems) problem(placeOf(header, at), at, message);
    return 'lead' in reading;
  }
  return false;
}

/** The column of what \`at\` names; \`null\` of the lead as a whole. */
function placeOf(header: readonly CsvColumn[], at: string): number | null {
  const index = header.findIndex(
    ({ name }) => name === at || at.startsWith(name + '[') || at.startsWith(name + '.'),
  );
  return index === -1 ? null : index + 1;
}

/** The row as the JSON of a lead. Empty cells are missing. */
function leadOf(header: readonly CsvColumn[], cells: readonly (string | null)[]): object {
  return Object.fromEntries(
    header.flatMap(({ name, kind }, index) => {
      const text = cells[index] ?? '';
      return text === '' ? [] : [[name, valueOf(kind, text)]];
    }),
  );
}

const jsonNumber = /^-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][-+]?\\d+)?$/;

/** What is not as it should be stays text, for \`readLead\` to refuse. */
function valueOf(kind: CsvColumn['kind'], text: string): unknown {
  switch (kind) {
    case 'number':
      return jsonNumber.test(text) ? Number(text) : text;
    case 'flag':
      return text === 'true' || text === 'false' ? text === 'true' : text;
    case 'choices':
      return text.split(';');
    case 'moment':
    case 'created_at':
      return /^-?\\d{1,16}$/.test(text) ? Number(text) : text;
    case 'events':
      return parsed(text);
    default:
      return text;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
`,
  },
  {
    file: 'csv-values.ts',
    text: `/** The number that was read last: numbers that functions return would be allocated. */
export const read: Float64Array = new Float64Array(1);

/** Reads a plain decimal with at most so many decimals and 15 digits; false if it has to be looked at more closely. */
export function decimalAt(bytes: Uint8Array, from: number, to: number, decimals: number): boolean {
  const isNegative = bytes[from] === 45;
  let at = isNegative ? from + 1 : from;
  if (at >= to || to - at > 16) return false;
  if (bytes[at] === 48 && at + 1 < to && bytes[at + 1] !== 46) return false;
  let whole = 0;
  let digits = 0;
  let point = -1;
  for (; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte === 46 && point === -1 && digits > 0) point = digits;
    else if (byte < 48 || byte > 57) return false;
    else {
      whole = whole * 10 + byte - 48;
      digits++;
    }
  }
  const behind = point === -1 ? 0 : digits - point;
  if (behind > decimals || behind > 6 || point === digits || digits > 15) return false;
  if (isNegative && whole === 0) return false;
  const value = behind === 0 ? whole : whole / (tens[behind] as number);
  read[0] = isNegative ? -value : value;
  return true;
}

const tens = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];
const firstMoment = -62_135_596_800_000;
const lastMoment = 253_402_300_799_999;

/** Reads milliseconds, or a moment such as 2026-11-20T10:00:00+01:00; false if it has to be looked at more closely. */
export function momentAt(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from < 16) return bytes[from] !== 45 && decimalAt(bytes, from, to, 0) && isInTime();
  if (!dayAt(bytes, from, from + 10) || bytes[from + 10] !== 84) return false;
  const day = read[0] as number;
  const time = clockTime(bytes, from + 11);
  if (time === -1) return false;
  let at = from + 16;
  let ms = time * 60_000;
  if (bytes[at] === 58) {
    const seconds = twoDigits(bytes, at + 1);
    if (seconds === -1 || seconds > 59) return false;
    ms += seconds * 1_000;
    at += 3;
    if (bytes[at] === 46) {
      const begin = ++at;
      for (let unit = 100; at < begin + 3 && isDigit(bytes[at]); at++, unit /= 10)
        ms += unit * ((bytes[at] as number) - 48);
      if (at === begin) return false;
    }
  }
  const zone = zoneAt(bytes, at, to);
  read[0] = day + ms - zone * 60_000;
  return zone !== noZone && isInTime();
}

const noZone = 10_000;

/** Minutes east of UTC: Z or +01:00, and nothing behind it. */
function zoneAt(bytes: Uint8Array, at: number, to: number): number {
  const sign = bytes[at];
  if (sign === 90) return at + 1 === to ? 0 : noZone;
  if ((sign !== 43 && sign !== 45) || at + 6 !== to) return noZone;
  const time = clockTime(bytes, at + 1);
  return time === -1 ? noZone : sign === 45 ? -time : time;
}

/** Minutes after midnight, of 10:00; -1 if it is no time. */
function clockTime(bytes: Uint8Array, at: number): number {
  const hours = twoDigits(bytes, at);
  const minutes = twoDigits(bytes, at + 3);
  return hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || bytes[at + 2] !== 58
    ? -1
    : hours * 60 + minutes;
}

function isInTime(): boolean {
  const moment = read[0] as number;
  return moment >= firstMoment && moment <= lastMoment;
}

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}

/** Reads the first moment of a day, such as 2026-11-20, in UTC. */
export function dayAt(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== 10 || bytes[from + 4] !== 45 || bytes[from + 7] !== 45) return false;
  const century = twoDigits(bytes, from);
  const years = twoDigits(bytes, from + 2);
  const month = twoDigits(bytes, from + 5);
  const day = twoDigits(bytes, from + 8);
  const year = century * 100 + years;
  if (century < 0 || years < 0 || year === 0 || month < 1 || month > 12 || day < 1) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (day > (month === 2 && isLeap ? 29 : (monthDays[month] as number))) return false;
  // Years begin in March here, so that a leap day is the last of its year.
  const shifted = month > 2 ? year : year - 1;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  read[0] = (shifted * 365 + leaps + ofYear - 719_468) * 86_400_000;
  return true;
}

const monthDays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** -1 if they are not digits. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tensDigit = (bytes[at] as number) - 48;
  const ones = (bytes[at + 1] as number) - 48;
  return tensDigit < 0 || tensDigit > 9 || ones < 0 || ones > 9 ? -1 : tensDigit * 10 + ones;
}
`,
  },
  {
    file: 'csv-words.ts',
    text: `/** Words to be found by their bytes. */
export interface ByteWords {
  /** Hashed: the place of the word, from 1; words with one hash follow each other. */
  readonly slots: Int32Array;
  readonly bytes: Uint8Array;
  /** Where each word begins; and the end of the last one. */
  readonly starts: Int32Array;
}

export function byteWords(words: readonly string[]): ByteWords {
  return hashedWords(words, hashOf);
}

/** The same by another hash, of bytes and where a word begins in them and ends. */
export function hashedWords(
  words: readonly string[],
  hash: (bytes: Uint8Array, from: number, to: number) => number,
): ByteWords {
  const encoded = words.map((word) => new TextEncoder().encode(word));
  const starts = Int32Array.from({ length: words.length + 1 }, (_, index) =>
    encoded.slice(0, index).reduce((sum, { length }) => sum + length, 0),
  );
  const bytes = new Uint8Array(starts[words.length] as number);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(words.length * 4 + 4)));
  for (const [index, word] of encoded.entries()) {
    bytes.set(word, starts[index]);
    let slot = hash(word, 0, word.length) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = index + 1;
  }
  return { slots, bytes, starts };
}

/** Which word stands from \`from\` to before \`to\`, from 1; 0 if it is none of them. */
export function findWord(words: ByteWords, bytes: Uint8Array, from: number, to: number): number {
  const { slots } = words;
  if (from === to) return 0;
  let slot = hashOf(bytes, from, to) & (slots.length - 1);
  for (;;) {
    const place = slots[slot] as number;
    if (place === 0 || isWord(words, place - 1, bytes, from, to)) return place;
    slot = (slot + 1) & (slots.length - 1);
  }
}

function isWord(words: ByteWords, index: number, bytes: Uint8Array, from: number, to: number): boolean {
  const start = words.starts[index] as number;
  if ((words.starts[index + 1] as number) - start !== to - from) return false;
  for (let at = from; at < to; at++) if (bytes[at] !== words.bytes[start + at - from]) return false;
  return true;
}

/** Of the length and three letters. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  const first = bytes[from] as number;
  const middle = bytes[(from + to) >> 1] as number;
  const last = bytes[to - 1] as number;
  return (to - from) * 7 + first * 31 + middle * 101 + last * 17;
}
`,
  },
  {
    file: 'csv.ts',
    text: `import type { CsvBatch, CsvOptions, CsvProblem } from './columns.ts';
import { type CsvInput, splitRow } from './csv-cells.ts';
import { readLines, readRow } from './csv-row.ts';
import { type CsvSchema, openSheet, type Sheet, turnPage } from './csv-sheet.ts';
import { readTexts } from './csv-texts.ts';

/** More bytes than the largest lead has that anybody writes; a row that is longer ends the reading, whole or not. */
const longestRow = 10_000_000;

/** Reads a file row by row into columns; what cannot be read at once waits for the next bytes. */
export async function* csvBatches(
  schema: CsvSchema,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  options: CsvOptions,
): AsyncGenerator<CsvBatch> {
  const bytes = new Uint8Array(1 << 17);
  const input: CsvInput = { bytes, view: new DataView(bytes.buffer), at: 0, end: 0, line: 1 };
  let sheet: Sheet | null = null;
  for await (const _ of filled(input, chunks)) {
    if (sheet === null) {
      const header = readHeader(schema, input, options);
      if (header === null) continue;
      if ('problems' in header) {
        yield { columns: schema.create(0, 0), lines: new Uint32Array(0), problems: header.problems };
        return;
      }
      ({ sheet } = header);
    }
    while (readRows(sheet, input)) {
      yield pageOf(sheet);
      turnPage(sheet);
    }
  }
  if (sheet === null || input.end > input.at) {
    const page = sheet === null ? null : pageOf(sheet);
    const problems = [...(page?.problems ?? []), endProblem(input)];
    yield {
      columns: page?.columns ?? schema.create(0, 0),
      lines: page?.lines ?? new Uint32Array(0),
      problems,
    };
  } else if (sheet.row > 0 || sheet.problems.length > 0) yield pageOf(sheet);
}

/**
 * Adds chunks, and stops whenever a row may be whole: a row that was not is read again once it is twice as long, and at the end.
 * The last line may lack its end.
 */
async function* filled(
  input: CsvInput,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<void> {
  let last = 10;
  let enough = 1;
  for await (const chunk of chunks) {
    checkChunk(chunk);
    if (chunk.length === 0) continue;
    add(input, chunk);
    last = chunk[chunk.length - 1] as number;
    if (input.end - input.at < enough) continue;
    yield;
    const rest = input.end - input.at;
    if (rest > longestRow) return;
    enough = Math.min(rest * 2, longestRow + 1);
  }
  if (last !== 10) add(input, Uint8Array.of(10));
  yield;
}

/** Of a stream that has an encoding, which gives texts, and of a file that is given at once. */
function checkChunk(chunk: unknown): void {
  if (!ArrayBuffer.isView(chunk))
    throw new TypeError('each chunk must be bytes (a Uint8Array): read the file without an encoding');
}

function add(input: CsvInput, chunk: Uint8Array): void {
  if (input.end + chunk.length >= input.bytes.length) moveRest(input, chunk.length);
  input.bytes.set(chunk, input.end);
  input.end += chunk.length;
  input.bytes[input.end] = 0;
}

/** Moves what is not read yet to the beginning, of longer bytes if there is no room for so many more. */
function moveRest(input: CsvInput, length: number): void {
  const rest = input.end - input.at;
  if (rest + length >= input.bytes.length) {
    const longer = new Uint8Array((rest + length) * 2);
    longer.set(input.bytes.subarray(input.at, input.end));
    input.bytes = longer;
    input.view = new DataView(longer.buffer);
  } else input.bytes.copyWithin(0, input.at, input.end);
  input.at = 0;
  input.end = rest;
}

/** The sheet, or what is wrong with the header; \`null\` if it is not there yet. */
function readHeader(
  schema: CsvSchema,
  input: CsvInput,
  options: CsvOptions,
): { readonly sheet: Sheet } | { readonly problems: readonly CsvProblem[] } | null {
  const { bytes, end } = input;
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const row = splitRow(bytes, start, end, (options.delimiter ?? ',').charCodeAt(0));
  if (row.next === -1 || row.next > end) return null;
  const names = row.cells.map((name) => name ?? '');
  const problems = headerProblems(schema, names);
  if (problems.length > 0) return { problems };
  input.at = row.next;
  input.line += row.lines;
  return { sheet: openSheet(schema, names, options) };
}

function headerProblems({ fields }: CsvSchema, names: readonly string[]): readonly CsvProblem[] {
  const required = ['id', 'created_at', ...fields.filter(({ isRequired }) => isRequired).map(({ id }) => id)];
  const known = new Set([...required, 'events', ...fields.map(({ id }) => id)]);
  return [
    ...names.flatMap((name, index) => {
      if (!known.has(name)) return [ofHeader(index + 1, name, 'is not in the agreement')];
      return names.indexOf(name) < index ? [ofHeader(index + 1, name, 'is the name of two columns')] : [];
    }),
    ...required.filter((id) => !names.includes(id)).map((id) => ofHeader(null, id, 'is required')),
  ];
}

function ofHeader(column: number | null, at: string, message: string): CsvProblem {
  return { line: 1, column, at, message };
}

/** Reads rows as long as there are whole ones; true once there are enough for a batch. */
function readRows(sheet: Sheet, input: CsvInput): boolean {
  while (input.at < input.end) {
    let next = readRow(sheet, input);
    let lines = readLines.count;
    const split = next === -1 ? splitRow(input.bytes, input.at, input.end, sheet.delimiter) : null;
    if (split !== null) ({ next, lines } = split);
    if (next === -1 || next > input.end || next - input.at > longestRow) return false;
    if (split === null || readTexts(sheet, split, input.line)) keepRow(sheet, input.line);
    input.at = next;
    input.line += lines;
    if (sheet.row === sheet.rows || sheet.problems.length >= sheet.rows) return true;
  }
  return false;
}

function keepRow(sheet: Sheet, line: number): void {
  sheet.lines[sheet.row] = line;
  sheet.row++;
}

/** The leads and problems since the last batch. */
function pageOf(sheet: Sheet): CsvBatch {
  const { columns, lines, problems, row } = sheet;
  const ids = columns.ids.slice(0, row);
  return { columns: { ...columns, ids, count: row }, lines: lines.subarray(0, row), problems };
}

function endProblem({ at, end, line }: CsvInput): CsvProblem {
  const message =
    end - at > longestRow
      ? 'is longer than ' + longestRow + ' bytes; look for a quotation mark that is never closed'
      : end === at
        ? 'must be a header with the names of the columns'
        : 'ends inside of quotation marks';
  return { line, column: null, at: '', message };
}
`,
  },
  {
    file: 'make-room.ts',
    text: `import { checkMoment } from '../../runtime/check-input.ts';
import type { MoveColumns, PromiseColumns } from './columns.ts';

/** Room for moves: one for each lead, until there are more. */
export function moveColumns(count: number): MoveColumns {
  return {
    starts: new Uint32Array(count + 1),
    way: new Uint16Array(count),
    from: new Uint16Array(count),
    at: new Float64Array(count),
  };
}

/** Twice the room, what is there kept. */
export function makeRoom(moves: MoveColumns): void {
  const { way, from, at } = moves;
  const size = Math.max(64, way.length * 2);
  moves.way = new Uint16Array(size);
  moves.from = new Uint16Array(size);
  moves.at = new Float64Array(size);
  moves.way.set(way);
  moves.from.set(from);
  moves.at.set(at);
}

export function promiseColumns(count: number, escalations: number): PromiseColumns {
  return {
    state: new Uint8Array(count),
    started_at: new Float64Array(count),
    due_at: new Float64Array(count),
    remind_at: new Float64Array(count),
    stopped_at: new Float64Array(count),
    escalations: Array.from({ length: escalations }, () => new Float64Array(count)),
  };
}

/** The moments at which leads are decided: one for all, or one for each. */
export function setMoments(as_of: Float64Array, count: number, asOf: number | Float64Array): void {
  if (typeof asOf === 'number') as_of.fill(asOf, 0, count);
  else if (asOf.length < count) throw new RangeError('asOf must have a moment for each lead');
  else for (let row = 0; row < count; row++) as_of[row] = asOf[row] as number;
  for (let row = 0; row < count; row++) checkMoment(as_of[row]);
}
`,
  },
  {
    file: 'timetable.ts',
    text: `import { type Calendar, hoursOf } from '../../runtime/calendar.ts';

/** A calendar in typed arrays, with where to begin to look. */
export interface Timetable {
  readonly from: number;
  readonly until: number;
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  /** The working time until each closing, since the beginning. */
  readonly work: Float64Array;
  /** Before how many days since 1970 the first interval closes; and for each day, the first interval that closes after its beginning. */
  readonly firstDay: number;
  readonly byDay: Int32Array;
  /** For each hour of work, the first interval in whose course it ends. */
  readonly byHour: Int32Array;
}

const msADay = 86_400_000;
const msAnHour = 3_600_000;
const timetables = new Map<Calendar, Timetable>();
const latest: { calendar: Calendar | null; table: Timetable | null } = { calendar: null, table: null };

/** The timetable of a calendar, made when it is first asked for; \`null\` is open day and night. */
export function timetableOf(calendar: Calendar | null): Timetable | null {
  if (calendar === latest.calendar) return latest.table;
  latest.table = calendar === null ? null : (timetables.get(calendar) ?? makeTimetable(calendar));
  latest.calendar = calendar;
  return latest.table;
}

function makeTimetable(calendar: Calendar): Timetable {
  const hours = hoursOf(calendar);
  const closes = Float64Array.from(hours.closes);
  const work = Float64Array.from(hours.work);
  const firstDay = Math.floor((closes[0] ?? 0) / msADay);
  const days = Math.max(0, Math.floor((closes[closes.length - 1] ?? 0) / msADay) - firstDay + 2);
  const workHours = Math.floor((work[work.length - 1] ?? 0) / msAnHour) + 2;
  const made = {
    from: calendar.from,
    until: calendar.until,
    opens: Float64Array.from(hours.opens),
    closes,
    work,
    firstDay,
    byDay: firstBeyond(closes, { count: days, start: firstDay * msADay, step: msADay }),
    byHour: firstBeyond(work, { count: workHours, start: -1, step: msAnHour }),
  };
  timetables.set(calendar, made);
  return made;
}

/** For each step, how many numbers of the sorted list are at most where it starts. */
function firstBeyond(
  sorted: Float64Array,
  { count, start, step }: { readonly count: number; readonly start: number; readonly step: number },
): Int32Array {
  let index = 0;
  return Int32Array.from({ length: count }, (_, number) => {
    while (index < sorted.length && (sorted[index] as number) <= start + number * step) index++;
    return index;
  });
}

/** The first interval that closes after a moment; so many as there are if none does. */
export function intervalAfter({ closes, firstDay, byDay }: Timetable, moment: number): number {
  const day = Math.floor(moment / 86_400_000) - firstDay;
  if (day >= byDay.length) return closes.length;
  let index = day < 0 ? 0 : (byDay[day] as number);
  while (index < closes.length && (closes[index] as number) <= moment) index++;
  return index;
}

/** The working time from the beginning of the calendar to a moment. */
export function workBefore(table: Timetable, moment: number): number {
  const index = intervalAfter(table, moment);
  const before = index === 0 ? 0 : (table.work[index - 1] as number);
  if (index === table.closes.length) return before;
  const open = table.opens[index] as number;
  return open >= moment ? before : before + moment - open;
}

/** The moment by which so much work since the beginning is done; NaN if the calendar ends before. */
export function momentOfWork({ closes, work, byHour }: Timetable, target: number): number {
  const hour = Math.floor(target / 3_600_000);
  if (hour >= byHour.length) return NaN;
  let index = byHour[hour] as number;
  while (index < work.length && (work[index] as number) < target) index++;
  return index === work.length ? NaN : (closes[index] as number) - ((work[index] as number) - target);
}
`,
  },
];
