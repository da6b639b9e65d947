import type { Agreement, AttemptsPromise, Calendar, ClockPromise, Person } from '../../ir/types.ts';
import { checkedId, identifier, place } from '../encode/name.ts';
import { literal, numeral } from '../encode/typescript.ts';
import { and, block, type Code, lines, sections, when } from './code.ts';
import { found, type Model } from './model.ts';
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
      '/** The calendar of whoever holds the lead. */',
      block(
        "function ownerCalendar(clock: Clock, holder: Decision['route']): Calendar | null",
        'const named = calendarOfPerson(ownerOf(clock));',
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
  const others =
    promise.kind === 'clock'
      ? [promise.restarts, ...promise.pauses.map(({ from, until }) => [...from, ...until])].flat()
      : promise.of;
  return [...promise.starts, ...promise.stops, ...others];
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

function promisesFunction(promises: readonly LeadPromise[], model: Model, plan: TallyPlan): string {
  const scope = leadScope(model, plan);
  const rows = promises.map((promise): Code => {
    const name = identifier('promise', promise.id);
    const calendar =
      promise.calendar === 'owner' ? 'ownerCalendar(clock, holder)' : calendarName(promise.calendar);
    return [
      `// ${checkedId(promise.id)} (${place(promise.span)})`,
      when(
        applies(promise, scope),
        `clock = clockOf(${name}, ticks);`,
        `if (clock !== null) standing.push(statusOf(${name}, clock, ${calendar}, asOf));`,
      ),
    ];
  });
  const starts = promiseStarts(model.agreement);
  return lines(
    '/** How the promises whose clock ever started stand. */',
    block(
      "function promisesOf(lead: Lead, asOf: number, moves: readonly Move[], holder: Decision['route']): PromiseStatus[]",
      'const standing: PromiseStatus[] = [];',
      starts.length === 0
        ? null
        : `if (${and(['moves.length === 0', `tally.${plan.last(starts)} === never`])}) return standing;`,
      'const ticks = ticksOf(lead, tally.events, moves, clockWords);',
      'let clock: Clock | null;',
      rows,
      'return standing;',
    ),
  );
}
