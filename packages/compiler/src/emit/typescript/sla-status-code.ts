import { namedDays } from '../../ir/calendars.ts';
import type { Calendar, ClockPromise, AttemptsPromise } from '../../ir/types.ts';
import { packNumbers } from '../../time/encode.ts';
import { offsetsBetween } from '../../time/zones.ts';
import { checkedId, identifier, place } from '../encode/name.ts';
import { literal } from '../encode/typescript.ts';
import { block, type Code, lines, sections } from './code.ts';
import { expression } from './condition.ts';
import type { Model } from './model.ts';
import { calendarName, calendarsUsed, leadPromises } from './promise-code.ts';
import { inForce, leadScope } from './scope.ts';
import type { TallyPlan } from './tallies.ts';

/** `slaStatus`, and what it knows of days. */
export function slaStatusCode(model: Model, plan: TallyPlan): string {
  const promises = leadPromises(model.agreement);
  const calendars = calendarsUsed(model.agreement);
  if (promises.length === 0) return noStatus;
  return sections(
    ...calendars.map(daysConstant),
    daysFunction(calendars),
    statusFunction(promises, model, plan),
  );
}

const head = 'export function slaStatus(lead: Lead, { asOf }: DecideOptions): SlaStatus[]';
const says = '/** How each promise about the lead stands at a moment, and the steps that led there. */';
const checks = ['checkLead(lead);', 'checkMoment(asOf);'];

const noStatus = lines(says, block(head, checks, 'return [];'));

function statusFunction(
  promises: readonly (ClockPromise | AttemptsPromise)[],
  model: Model,
  plan: TallyPlan,
): string {
  const scope = leadScope(model, plan);
  const rows = promises.map((promise): Code => {
    const reason = reasonOf(inForce(promise.in_force), expression(promise.when, scope));
    const calendar = promise.calendar === 'owner' ? 'owner' : `() => ${calendarName(promise.calendar)}`;
    return [
      `// ${checkedId(promise.id)} (${place(promise.span)})`,
      `slaOf(${identifier('promise', promise.id)}, ${reason}, ${calendar}, context),`,
    ];
  });
  return lines(
    says,
    block(
      head,
      checks,
      'judge(lead, asOf);',
      'const moves = movesOf(lead, asOf);',
      'const holder = holderOf(lead, asOf);',
      promises.some(({ calendar }) => calendar === 'owner')
        ? 'const owner = (clock: Clock): Calendar | null => ownerCalendar(ownerOf(clock), holder);'
        : null,
      'const ticks = ticksOf(lead, tally.events, moves, clockWords);',
      'const context: SlaContext = { ticks, names: eventNames, asOf, daysOf };',
      ['return [', ...rows.flat().map((row) => `  ${String(row)}`), '];'],
    ),
  );
}

function reasonOf(force: string, holds: string): string {
  const about =
    holds === 'true' ? 'null' : `${holds === 'false' ? '' : `${holds} ? null : `}'not_for_this_lead'`;
  return force === 'true' ? about : `!(${force}) ? 'not_in_force' : ${about}`;
}

function daysConstant(calendar: Calendar): string {
  const { id, zone, span } = calendar;
  return lines(
    `/** Days of ${checkedId(id)} (${place(span)}) */`,
    block(
      `const ${identifier('days', id)}: CalendarDays =`,
      `id: ${literal(id)},`,
      `zone: ${literal(zone)},`,
      `offsets: ${literal(offsetsText(calendar))},`,
      'named: [',
      daysByName(calendar).map(([name, days]) => `  ${literal(name)}, ${literal(days)},`),
      '],',
    ) + ';',
  );
}

/** The offsets of a calendar's zone, as `CalendarDays` has them. */
export function offsetsText({ zone, from, until }: Calendar): string {
  const { first, changes } = offsetsBetween(zone, from, until);
  const numbers = changes.flatMap(({ at, offset }, index) => [at - (changes[index - 1]?.at ?? from), offset]);
  return packNumbers([first, ...numbers]);
}

function daysByName(calendar: Calendar): readonly (readonly [name: string | null, days: string])[] {
  const dayLength = 86_400_000;
  const first = Math.floor(calendar.from / dayLength);
  const named = namedDays(calendar)
    .map(({ date, name }) => ({ name, day: Date.parse(date) / dayLength }))
    .toSorted((a, b) => a.day - b.day);
  const names = [...new Set(named.map(({ name }) => name))];
  return names.map((name) => {
    const days = named.filter((day) => day.name === name).map(({ day }) => day);
    return [name, days.map((day, index) => (day - (days[index - 1] ?? first)).toString(36)).join(' ')];
  });
}

function daysFunction(calendars: readonly Calendar[]): string {
  return lines(
    '/** What a calendar says of days; `null` for `always`. */',
    block(
      'function daysOf(calendar: Calendar | null): CalendarDays | null',
      calendars.map(
        ({ id }) => `if (calendar === ${identifier('calendar', id)}) return ${identifier('days', id)};`,
      ),
      'return null;',
    ),
  );
}
