// Written by test/emit/runtime-text.ts from the files in runtime/ and batch/runtime/. Change those.

/** The text of each part of the runtime: an emitter opens no files. */
export const sources: readonly { readonly file: string; readonly text: string }[] = [
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
}

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
  return (calendar.hours = { opens, closes, work });
}

/** How many numbers of a sorted list are at most \`value\`, from an index on. */
export function countUpTo(sorted: readonly number[], value: number, from: number): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The working time from the beginning of the calendar to a moment. */
function workUntil({ opens, closes, work }: OpenHours, moment: number): number {
  const index = countUpTo(closes, moment, 0);
  const before = index === 0 ? 0 : (work[index - 1] as number);
  const open = opens[index];
  return open === undefined || open >= moment ? before : before + moment - open;
}

/** The working time in \`[a, b)\`; 0 unless \`a < b\`. */
export function workBetween(calendar: Calendar | null, a: number, b: number): number {
  if (a >= b) return 0;
  if (calendar === null) return b - a;
  const hours = hoursOf(calendar);
  return workUntil(hours, b) - workUntil(hours, a);
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
  const target = workUntil(hours, start) + work;
  // The first interval by whose end the target is reached.
  const index = countUpTo(hours.work, target - 1, 0);
  const close = hours.closes[index];
  return close === undefined ? null : close - ((hours.work[index] as number) - target);
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
  const sorted = ticks.length;
  for (const { to, at } of moves) ticks.push({ code: entered(to), at, properties: null });
  const isInOrder = ticks.every(
    (tick, index) => index < sorted || index === 0 || follows(ticks[index - 1], tick),
  );
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

function newClock(at: number, restart: Tick | null): Clock {
  return {
    started_at: at,
    restart,
    spans: [{ from: at, until: Infinity }],
    paused_by: [],
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
    file: 'never.ts',
    text: `/** The moment of what did not happen: before all others. */
export const never: number = -Infinity;
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
  if (keyword === 'if') return null;
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
  const exists = midnight >= firstMoment && new Date(midnight).toISOString().startsWith(text);
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
    text: `import { type Calendar, countUpTo, hoursOf, workBetween } from './calendar.ts';
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
  const { opens, closes } = hoursOf(calendar);
  let now = Math.max(from, calendar.from);
  for (let index = countUpTo(closes, now, 0); index < opens.length; index++) {
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
  return events.toSorted(
    (a, b) =>
      a.at - b.at ||
      a.code - b.code ||
      compareValues(a.id, b.id) ||
      compareProperties(a.properties, b.properties),
  );
}

/** Two events with one id are one event, and must then be the same in all else. */
export function withoutDuplicates<E extends LeadEvent>(
  events: readonly (E | null)[],
  problems: Problem[],
): E[] {
  const byId = new Map<string, { event: E; index: number }>();
  const kept: E[] = [];
  for (const [index, event] of events.entries()) {
    if (event === null) continue;
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
  const { acts } = terms;
  for (let tick = first; tick < end; tick++) {
    const starts = ((acts[ticks.group[tick] as number] as number) & 1) !== 0;
    if (starts && (!clock.isThere || clock.isStopped)) begin(terms, tick, -1);
  }
  if (!clock.isThere) return;
  for (let tick = first; tick < end; tick++) {
    const restarts = ((acts[ticks.group[tick] as number] as number) & 2) !== 0;
    if (restarts && !clock.isStopped) begin(terms, tick, ticks.event[tick] as number);
  }
  if (clock.isStopped) return;
  if (terms.pauses.length > 0) {
    for (let tick = first; tick < end; tick++) resumeClock(terms, tick);
    for (let tick = first; tick < end; tick++) pauseClock(terms, tick);
  }
  for (let tick = first; tick < end; tick++) {
    const tries = ((acts[ticks.group[tick] as number] as number) & 8) !== 0;
    if (tries && !clock.isStopped && ++clock.attempts >= terms.attempts) stopClock(tick);
  }
  for (let tick = first; tick < end; tick++) {
    const stops = ((acts[ticks.group[tick] as number] as number) & 4) !== 0;
    if (stops && !clock.isStopped) stopClock(tick);
  }
}

function begin(terms: BatchTerms, tick: number, restart: number): void {
  clock.isThere = true;
  clock.isStopped = false;
  clock.attempts = 0;
  clock.holds = 0;
  clock.restart = restart;
  clock.started[0] = ticks.at[tick] as number;
  clock.spans = 0;
  terms.paused.fill(0);
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
    file: 'make-room.ts',
    text: `import type { MoveColumns, PromiseColumns } from './columns.ts';

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
  for (let row = 0; row < count; row++) {
    if (!Number.isSafeInteger(as_of[row])) throw new RangeError('asOf must be whole milliseconds since 1970');
  }
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

/** The timetable of a calendar, made when it is first asked for; \`null\` is open day and night. */
export function timetableOf(calendar: Calendar | null): Timetable | null {
  if (calendar === null) return null;
  const known = timetables.get(calendar);
  if (known !== undefined) return known;
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
