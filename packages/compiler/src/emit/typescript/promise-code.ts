import { found } from '../../found.ts';
import type { Agreement, AttemptsPromise, Calendar, ClockPromise, Person } from '../../ir/types.ts';
import { checkedId, identifier, place } from '../encode/name.ts';
import { literal, numeral } from '../encode/typescript.ts';
import { and, block, type Code, lines, or, sections, when } from './code.ts';
import type { Model } from './model.ts';
import { fold } from './runtime/fold.ts';
import { applies, leadScope } from './scope.ts';
import { promiseStarts, type TallyPlan } from './tallies.ts';

type LeadPromise = ClockPromise | AttemptsPromise;

/** The promises about one lead. */
export function leadPromises({ promises }: Agreement): readonly LeadPromise[] {
  return promises.filter((promise) => promise.kind === 'clock' || promise.kind === 'attempts');
}

/** Calendars, what each promise says, and how it stands. */
export function promiseCode(model: Model, plan: TallyPlan): string {
  const promises = leadPromises(model.agreement);
  if (promises.length === 0) return '';
  return sections(
    ...calendarsUsed(model.agreement).map(calendarConstant),
    promises.some(({ calendar }) => calendar === 'owner') ? ownerCalendar(model.agreement) : null,
    ...promises.map((promise) => terms(promise, model)),
    clockWords(promises, model),
    enteredCode(model),
    promisesFunction(promises, model, plan),
  );
}

export function calendarConstant({ id, from, until, intervals, span }: Calendar): string {
  return lines(
    `/** ${checkedId(id)} (${place(span)}) */`,
    block(
      `const ${identifier('calendar', id)}: Calendar =`,
      `from: ${numeral(from)},`,
      `until: ${numeral(until)},`,
      `packed: ${literal(intervals)},`,
      'hours: null,',
    ) + ';',
  );
}

/** All if a promise goes by the owner's calendar, else those that are named. */
export function calendarsUsed(agreement: Agreement): readonly Calendar[] {
  const { calendars, people, queues, default_calendar } = agreement;
  const own = [default_calendar, ...[...people, ...queues].map(({ calendar }) => calendar)];
  const used = leadPromises(agreement).flatMap(({ calendar }) => (calendar === 'owner' ? own : [calendar]));
  return calendars.filter(({ id }) => used.includes(id));
}

export function calendarName(id: string): string {
  return id === 'always' ? 'null' : identifier('calendar', id);
}

/** Whether anybody can hold a lead in a calendar of their own. */
function anyOwn({ people, queues }: Agreement): boolean {
  return people.length > 0 || queues.some(({ calendar }) => calendar !== null);
}

/** The calendar of the person whom a clock names, of who holds the lead, of the queue, or the default. */
function ownerCalendar(agreement: Agreement): string {
  const { people, queues, default_calendar } = agreement;
  const names = people.map(({ name }) => fold(name));
  const persons = people
    .filter(({ name }, index) => names.indexOf(fold(name)) === index)
    .map((person): Code => [
      `case ${literal(fold(person.name))}: // ${checkedId(person.id)} (${place(person.span)})`,
      `  return ${calendarName(calendarOfPerson(agreement, person))};`,
    ]);
  const own = queues.filter(({ calendar }) => calendar !== null);
  return sections(
    lines(
      '/** The calendar of a person; `undefined` if nobody has the name. */',
      block(
        'function calendarOfPerson(name: string | null): Calendar | null | undefined',
        'if (name === null) return undefined;',
        block('switch (fold(name))', persons, 'default:', '  return undefined;'),
      ),
    ),
    lines(
      '/** The calendar of whom a clock names, else of whoever holds the lead. */',
      block(
        "function ownerCalendar(name: string | null, holder: Decision['route']): Calendar | null",
        'const named = calendarOfPerson(name);',
        'if (named !== undefined) return named;',
        'const owner = calendarOfPerson(holder === null ? null : holder.owner);',
        'if (owner !== undefined) return owner;',
        own.length === 0
          ? null
          : block(
              'switch (holder === null ? null : holder.queue)',
              own.map(({ id, calendar }): Code => [
                `case ${literal(id)}:`,
                `  return ${calendarName(calendar as string)};`,
              ]),
              'default:',
              '  break;',
            ),
        `return ${calendarName(default_calendar)};`,
      ),
    ),
  );
}

export function calendarOfPerson({ queues, default_calendar }: Agreement, { id, calendar }: Person): string {
  const queue = queues.find(({ members }) => members.includes(id));
  return calendar ?? queue?.calendar ?? default_calendar;
}

function terms(promise: LeadPromise, model: Model): string {
  const codes = (events: readonly string[]): string =>
    `[${[...new Set(events)].map((event) => found(model.codes, event)).join(', ')}]`;
  const clock = promise.kind === 'clock';
  const pauses = clock
    ? promise.pauses.map(({ from, until }) => `{ from: ${codes(from)}, until: ${codes(until)} }`)
    : [];
  const steps = promise.escalate.map(
    ({ after_ms, to }) => `{ after: ${numeral(after_ms)}, to: ${literal(to)} }`,
  );
  return lines(
    `/** ${checkedId(promise.id)} (${place(promise.span)}); events by their codes. */`,
    block(
      `const ${identifier('promise', promise.id)}: ClockTerms =`,
      `id: ${literal(promise.id)},`,
      `starts: ${codes(promise.starts)},`,
      `restarts: ${codes(clock ? promise.restarts : [])},`,
      `pauses: [${pauses.join(', ')}],`,
      `stops: ${codes(promise.stops)},`,
      clock
        ? 'attempts: null,'
        : `attempts: { of: ${codes(promise.of)}, at_least: ${numeral(promise.at_least)} },`,
      `within: ${numeral(promise.within_ms)},`,
      `remind: ${clock && promise.remind_ms !== null ? numeral(promise.remind_ms) : 'null'},`,
      `escalate: [${steps.join(', ')}],`,
    ) + ';',
  );
}

/** All events that a promise's clock asks for. */
export function eventsOf(promise: LeadPromise): readonly string[] {
  return [...promise.starts, ...othersOf(promise)];
}

function othersOf(promise: LeadPromise): readonly string[] {
  if (promise.kind === 'attempts') return [...promise.stops, ...promise.of];
  const pauses = promise.pauses.flatMap(({ from, until }) => [...from, ...until]);
  return [...promise.stops, ...promise.restarts, ...pauses];
}

function clockWords(promises: readonly LeadPromise[], { agreement }: Model): string {
  const named = new Set(promises.flatMap(eventsOf));
  return lines(
    '/** Which events clocks ask for, by code; and the code of the event that a move into a stage is. */',
    block(
      'const clockWords =',
      `asked: [${agreement.events.map(({ id }) => String(named.has(id))).join(', ')}],`,
      'entered: enteredCode,',
    ) + ';',
  );
}

function enteredCode({ agreement, codes }: Model): string {
  const cases = agreement.stages.map(({ id }): Code => {
    const event = agreement.events.find(({ enters }) => enters === id);
    return [`case ${literal(id)}:`, `  return ${event === undefined ? -1 : found(codes, event.id)};`];
  });
  return lines(
    '/** The code of the event that a move into a stage is. */',
    block('function enteredCode(stage: StageId): number', block('switch (stage)', cases)),
  );
}

/** `name`: the expression of whom the clock names. */
function calendarOf({ calendar }: LeadPromise, agreement: Agreement, name: string): string {
  if (calendar !== 'owner') return calendarName(calendar);
  if (!anyOwn(agreement)) return calendarName(agreement.default_calendar);
  return `ownerCalendar(${name}, route ?? holderOf(lead, asOf))`;
}

const promisesHead = "lead: Lead, asOf: number, route: Decision['route']";

/** The way of most leads is short: a clock that the only move has just started. */
function promisesFunction(promises: readonly LeadPromise[], model: Model, plan: TallyPlan): string {
  const rows = promises.map((promise): Code => {
    const name = identifier('promise', promise.id);
    const calendar = calendarOf(promise, model.agreement, 'ownerOf(clock)');
    return [
      `// ${checkedId(promise.id)} (${place(promise.span)})`,
      when(
        applies(promise, leadScope(model, plan)),
        `clock = clockOf(${name}, ticks);`,
        `if (clock !== null) standing = added(standing, statusOf(${name}, clock, ${calendar}, asOf));`,
      ),
    ];
  });
  const starts = promiseStarts(model.agreement);
  const unstarted = starts.length === 0 ? 'true' : `tally.${plan.last(starts)} === never`;
  const short = [
    'const lone = loneMove(moves, lead.moments, tally.events);',
    'if (lone !== null) return freshPromises(lead, asOf, route, lone);',
  ];
  const canBeShort = promises.every((promise) => isPlainStart(promise, model));
  return sections(
    lines(
      '/** How the promises whose clock ever started stand. */',
      block(
        `function promisesOf(${promisesHead}, moves: readonly Move[]): PromiseStatus[]`,
        when(unstarted, 'if (moves.length === 0) return [];', canBeShort ? short : null),
        'const ticks = ticksOf(lead, tally.events, moves, clockWords);',
        'let standing: PromiseStatus[] = [];',
        'let clock: Clock | null;',
        rows,
        'return standing;',
      ),
    ),
    canBeShort ? freshPromises(promises, model, plan) : null,
  );
}

/** Whether a move that starts the clock does nothing else to it. */
function isPlainStart(promise: LeadPromise, { agreement }: Model): boolean {
  const moves = new Set(agreement.events.flatMap(({ id, enters }) => (enters === null ? [] : [id])));
  const others = othersOf(promise);
  return promise.starts.every((event) => !moves.has(event) || !others.includes(event));
}

function freshPromises(promises: readonly LeadPromise[], model: Model, plan: TallyPlan): string {
  const rows = promises.map((promise): Code => {
    const entered = model.agreement.events.flatMap(({ id, enters }) =>
      enters !== null && promise.starts.includes(id) ? [`move.to === ${literal(enters)}`] : [],
    );
    if (entered.length === 0) return null;
    const calendar = calendarOf(promise, model.agreement, 'null');
    const status = `freshStatus(${identifier('promise', promise.id)}, move.at, ${calendar}, asOf)`;
    return [
      `// ${checkedId(promise.id)} (${place(promise.span)})`,
      when(
        and([or(entered), applies(promise, leadScope(model, plan))]),
        `standing = added(standing, ${status});`,
      ),
    ];
  });
  return lines(
    '/** The same where all that ever touched a clock is the move that started it. */',
    block(
      `function freshPromises(${promisesHead}, move: Move): PromiseStatus[]`,
      'let standing: PromiseStatus[] = [];',
      rows,
      'return standing;',
    ),
  );
}
