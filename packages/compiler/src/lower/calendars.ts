import { rewriting, suggestion } from '../diagnostics/suggest.ts';
import { noteTable } from '../ir/calendars.ts';
import type { Calendar, Hours } from '../ir/types.ts';
import { once } from '../once.ts';
import { sentenceCase } from '../schema/shapes.ts';
import type { CalendarInput } from '../schema/sla.ts';
import {
  type CalendarSpec,
  type CalendarTable,
  compileCalendar,
  knownZone,
  packIntervals,
  tzdbVersion,
  zoneNames,
} from '../time/index.ts';
import { weekdays } from '../time/weekdays.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';
import { instant } from './moments.ts';

/** How many years after the one of `review_by` calendars are written out for. */
const yearsAhead = 5;

/** The calendars, with their hours as UTC intervals. */
export function lowerCalendars(context: Context): Calendar[] {
  return Object.entries(context.files.sla.data.calendars ?? {}).map(([id, calendar]) =>
    lowerCalendar(context, id, calendar, context.root('sla').at('calendars', id)),
  );
}

/** The zone itself if it is one, else `UTC` and a finding. */
export function zoneName(context: Context, zone: string, at: Cursor): string {
  if (knownZone(zone)) return zone;
  const ofCity = zonesOfCity(zone);
  const near = ofCity.length === 1 ? rewriting(ofCity.join('')) : suggestion(zone, zoneNames());
  context.report('unknown-zone', at.span, { zone }, near);
  return 'UTC';
}

/** `London`, `new york` */
function zonesOfCity(text: string): readonly string[] {
  const city = text.toLowerCase().replaceAll(' ', '_');
  return zoneNames().filter((name) => name.toLowerCase().endsWith(`/${city}`));
}

function lowerCalendar(context: Context, id: string, input: CalendarInput, at: Cursor): Calendar {
  const zone = zoneName(context, input.zone, at.at('zone'));
  const hours = weekHours(context, input, at);
  const holidays = (input.holidays ?? []).map((given) =>
    typeof given === 'string' ? { date: given, name: null } : { date: given.date, name: given.name ?? null },
  );
  const special = (input.special_days ?? []).map((given, index) => {
    checkHours(context, given.hours, at.at('special_days', index, 'hours'));
    return { date: given.date, name: given.name ?? null, hours: given.hours };
  });
  reportTwice(context, [
    ...holidays.map(({ date }, i) => ({ date, at: at.at('holidays', i) })),
    ...special.map(({ date }, i) => ({ date, at: at.at('special_days', i) })),
  ]);
  const { from, until } = horizon(context, zone);
  const written = writtenOut(
    { zone, hours, holidays: holidays.map(({ date }) => date), special },
    from,
    until,
  );
  if (written.table.opens.length === 0) context.report('calendar-never-open', at.key, { calendar: id });
  const calendar: Calendar = {
    kind: 'calendar',
    id,
    title: input.title ?? sentenceCase(id),
    zone,
    tzdb: tzdbVersion,
    hours,
    holidays,
    special_days: special,
    from,
    until,
    get intervals() {
      return written.intervals();
    },
    span: at.whole,
  };
  noteTable(calendar, written.table);
  return calendar;
}

/** A calendar's hours as UTC intervals; as text only for who asks for it, who builds or looks at the hash. */
interface Written {
  readonly table: CalendarTable;
  readonly intervals: () => Calendar['intervals'];
}

/** The last calendars by what they are made of: whoever edits a rule has not changed the hours. */
const recent = new Map<string, Written>();
const mostRecent = 32;

function writtenOut(spec: CalendarSpec, from: number, until: number): Written {
  const key = JSON.stringify([spec, from, until]);
  const known = recent.get(key);
  if (known) return known;
  const table = compileCalendar(spec, from, until);
  const made: Written = { table, intervals: once(() => packIntervals(table)) };
  const [oldest] = recent.keys();
  if (oldest !== undefined && recent.size >= mostRecent) recent.delete(oldest);
  recent.set(key, made);
  return made;
}

function weekHours(context: Context, input: CalendarInput, at: Cursor): Hours[][] {
  return weekdays.map((day, index) => {
    const group = index < 5 ? 'weekdays' : 'weekend';
    const key = ([day, group, 'every_day'] as const).find((name) => input.hours[name] !== undefined);
    const hours = (key && input.hours[key]) ?? [];
    if (key !== undefined) checkHours(context, hours, at.at('hours', key));
    return hours.toSorted((a, b) => a.open - b.open);
  });
}

function checkHours(context: Context, hours: readonly Hours[], at: Cursor): void {
  const sorted = hours
    .map((span, index) => ({ span, at: at.at(index) }))
    .toSorted((a, b) => a.span.open - b.span.open);
  sorted.slice(1).forEach(({ span, at: place }, index) => {
    const before = sorted[index];
    if (before && span.open < before.span.close)
      context.report('hours-overlap', place.span, {
        first: String(before.at.data),
        second: String(place.data),
      });
  });
}

function reportTwice(
  context: Context,
  dates: readonly { readonly date: string; readonly at: Cursor }[],
): void {
  dates.forEach(({ date, at }, index) => {
    const before = dates.slice(0, index).filter((other) => other.date === date);
    if (before.length === 0) return;
    const isSame = before.some((other) => other.at.data === at.data);
    const related = before
      .slice(0, 1)
      .map((first) => ({ message: 'the first is here', span: first.at.span }));
    context.report('date-twice', at.span, { date }, { remedy: isSame ? 'remove' : undefined, related });
  });
}

function horizon(context: Context, zone: string): { readonly from: number; readonly until: number } {
  const { effective_from, review_by } = context.files.agreement.data;
  const first = Number(effective_from.slice(0, 4)) - 1;
  const last = Number(review_by.slice(0, 4)) + yearsAhead + 1;
  const newYear = (year: number): number => instant({ wall: Date.UTC(year, 0, 1), offset: null }, zone);
  return { from: newYear(first), until: newYear(last) };
}
