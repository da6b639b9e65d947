import type { Agreement } from '../../../ir/types.ts';
import { checkedId, identifier, place } from '../../encode/name.ts';
import { numeral } from '../../encode/typescript.ts';
import { and, block, type Code, lines, sections, wrapped } from '../code.ts';
import {
  calendarConstant,
  calendarName,
  calendarOfPerson,
  calendarsUsed,
  eventsOf,
  leadPromises,
} from '../promise-code.ts';
import { fold } from '../runtime/fold.ts';
import { applies } from '../scope.ts';
import { promiseStarts } from '../tallies.ts';
import type { Layout } from './layout.ts';
import { phase } from './phase.ts';
import { rowScope } from './tests.ts';

type LeadPromise = ReturnType<typeof leadPromises>[number];

/** Calendars, what each promise says in tables, and how it stands in each row. */
export function batchPromises(layout: Layout): string {
  const { agreement } = layout.model;
  const promises = leadPromises(agreement);
  if (promises.length === 0) return '';
  return sections(
    ...calendarsUsed(agreement).map(calendarConstant),
    layout.byOwner ? ownerCalendar(layout) : null,
    ...promises.map((promise) => terms(layout, promise)),
    clockTables(layout, promises),
    promisePhase(layout, promises),
  );
}

function terms(layout: Layout, promise: LeadPromise): string {
  const isClock = promise.kind === 'clock';
  const byEvent = (...acts: readonly ((event: string) => number)[]): string =>
    `new Uint8Array([${layout.groups.map(({ id }) => acts.reduce((sum, act) => sum + act(id), 0)).join(', ')}])`;
  const pauses = isClock ? promise.pauses : [];
  const remind = isClock ? promise.remind_ms : null;
  const works = [
    numeral(promise.within_ms),
    remind === null ? 'NaN' : numeral(promise.within_ms - remind),
    ...promise.escalate.map(({ after_ms }) => numeral(promise.within_ms + after_ms)),
  ];
  const acts = byEvent(
    does(promise.starts, 1),
    does(isClock ? promise.restarts : [], 2),
    does(promise.stops, 4),
    does(isClock ? [] : promise.of, 8),
  );
  return lines(
    `/** ${checkedId(promise.id)} (${place(promise.span)}) */`,
    block(
      `const ${identifier('promise', promise.id)}: BatchTerms =`,
      `acts: ${acts},`,
      `attempts: ${isClock ? 0 : numeral(promise.at_least)},`,
      wrapped(
        'pauses: [',
        pauses.map(({ from, until }) => byEvent(does(from, 1), does(until, 2))),
        '],',
      ),
      `paused: new Uint8Array(${pauses.length}),`,
      `works: new Float64Array([${works.join(', ')}]),`,
    ) + ';',
  );
}

/** The number of an act for those events that do it. */
function does(events: readonly string[], act: number): (event: string) => number {
  return (event) => (events.includes(event) ? act : 0);
}

function clockTables({ model, groups }: Layout, promises: readonly LeadPromise[]): string {
  const { transitions } = model.agreement;
  const named = new Set(promises.flatMap(eventsOf));
  const enters = transitions.map(({ to }) => {
    const code = groups.findIndex((event) => event.enters === to);
    return String(code === -1 ? 65_535 : code);
  });
  return lines(
    '/** The groups of events that clocks ask for. */',
    wrapped(
      'const asked = new Uint16Array([',
      groups.flatMap(({ id }, place) => (named.has(id) ? [String(place)] : [])),
      ']);',
    ),
    '/** The group of the event that each way is to a clock. */',
    wrapped('const way_enters = new Uint16Array([', enters, ']);'),
  );
}

function promisePhase(layout: Layout, promises: readonly LeadPromise[]): string {
  const { model, plan, naming } = layout;
  const scope = rowScope(layout);
  const starts = promiseStarts(model.agreement);
  const named =
    naming.length === 0 ? '0' : '(restartOf() === -1 ? 0 : (columns.events.persons[restartOf()] as number))';
  const table = ({ calendar }: LeadPromise): string =>
    calendar === 'owner'
      ? `timetableOf(ownerCalendar(columns, row, ${named}, holder_of[i] as number))`
      : `table_${checkedId(calendar)}`;
  const tables = promises.filter(({ calendar }) => calendar !== 'owner');
  return phase(layout, {
    name: 'keepClocks',
    says: 'How the promises of each row stand whose clock ever started.',
    arrays: {
      firsts: 'out.moves.starts',
      holder_of: 'known.holder',
      ...Object.fromEntries(
        tables.map(({ calendar }) => [`table_${calendar}`, `timetableOf(${calendarName(calendar)})`]),
      ),
    },
    body: [
      starts.length === 0
        ? null
        : `if (${and(['firsts[row] === firsts[row + 1]', `${plan.last(starts)} === never`])}) continue;`,
      `gatherTicks(columns.events, ${layout.groups.length}, asked, out.moves, way_enters, out.as_of, row);`,
      promises.map((promise): Code => {
        const name = identifier('promise', promise.id);
        const test = and([applies(promise, scope), `runClock(${name})`]);
        return [
          `// ${checkedId(promise.id)} (${place(promise.span)})`,
          `if (${test}) settle(${name}, ${table(promise)}, out.promises.${promise.id}, out.as_of, row);`,
        ];
      }),
    ],
  });
}

/** The people whom names stand for, each with the code that it has in columns. */
export function personsOf({ people }: Agreement): readonly Agreement['people'][number][] {
  const names = people.map(({ name }) => fold(name));
  return people.filter((_, index) => names.indexOf(names[index] as string) === index);
}

/** By whom the latest restart names, by who holds the lead, by the queue, or the default. */
function ownerCalendar({ model: { agreement } }: Layout): string {
  const { routing, queues, default_calendar } = agreement;
  const persons = personsOf(agreement).map(
    (person) => `${calendarName(calendarOfPerson(agreement, person))}, // ${checkedId(person.id)}`,
  );
  const targets = [...(routing?.rows ?? []).map(({ to }) => to), routing?.otherwise ?? null];
  const cases = targets.map((to, index): Code => {
    if (to?.kind === 'owner') {
      const code = `columns.persons.${checkedId(to.field)}[row] as number`;
      return [`case ${index + 1}:`, `  person = ${code};`, '  break;'];
    }
    const own = queues.find(({ id }) => id === to?.queue)?.calendar ?? null;
    return own === null ? null : [`case ${index + 1}:`, `  return ${calendarName(own)};`];
  });
  return sections(
    lines(
      '/** The calendars of people, by their codes; 0 is nobody. */',
      'const person_calendars: readonly (Calendar | null)[] = [',
      '  null,',
      persons.map((person) => `  ${person}`),
      '];',
    ),
    lines(
      '/** The calendar of whoever holds the lead of a row. */',
      block(
        'function ownerCalendar(columns: LeadColumns, row: number, named: number, holder: number): Calendar | null',
        'let person = named;',
        block('if (person === 0)', block('switch (holder)', cases, 'default:', '  break;')),
        `return person === 0 ? ${calendarName(default_calendar)} : (person_calendars[person] as Calendar | null);`,
      ),
    ),
  );
}
