import type { Assumption, Estimate } from '../ir/types.ts';
import type { AssumptionInput } from '../schema/forecast.ts';
import { weekdays } from '../time/weekdays.ts';
import { calendarName } from './calendar-name.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';
import { checkSum, checkValue, lowerSpread } from './spreads.ts';

type Input<K extends AssumptionInput['kind']> = Extract<AssumptionInput, { kind: K }>;

/** The assumptions of the forecast, checked against the vocabulary. */
export function lowerAssumptions(context: Context): Assumption[] {
  return Object.entries(context.files.forecast?.data.assumptions ?? {}).flatMap(([id, input]) => {
    const at = context.root('forecast').at('assumptions', id);
    checkEstimates(context, input, at);
    const { source, as_of: asOf, because } = input;
    const base = { id, source, as_of: asOf ?? null, because: because ?? null, span: at.whole };
    const said = saidOf(context, input, at);
    return said ? [{ ...base, ...said }] : [];
  });
}

type Base = 'id' | 'source' | 'as_of' | 'because' | 'span';
type Said = Assumption extends infer One ? (One extends Assumption ? Omit<One, Base> : never) : never;

/** What one assumption says, beside where it is from. */
function saidOf(context: Context, input: AssumptionInput, at: Cursor): Said | undefined {
  switch (input.kind) {
    case 'arrivals':
      return arrivals(context, input, at);
    case 'mix':
      return mix(context, input, at);
    case 'behaviour':
      return behaviour(context, input, at);
    case 'conversion':
      return conversion(context, input, at);
    case 'capacity':
      return capacity(context, input, at);
    case 'money':
      return { kind: 'money', deal_size: input.deal_size, cycle: input.cycle ?? null };
    case 'response': {
      context.resolve('promise', context.scope.promises, input.promise, at.at('promise'));
      const effect = input.effect.map(({ within, rate }) => ({ within_ms: within, rate }));
      return { kind: 'response', promise: input.promise, effect };
    }
    case 'activity':
      return activity(context, input, at);
    case 'transfer':
      return transfer(context, input, at);
  }
}

function arrivals(context: Context, input: Input<'arrivals'>, at: Cursor): Said {
  const { leads, per, weekly, seasonal, cost } = input;
  const week = wholeWeek(weekly);
  if (week) checkSum(context, week, 'shares of the week', at.at('weekly'));
  const months = Array.from(
    { length: 12 },
    (_, month) => seasonal?.[month + 1] ?? seasonal?.[`0${month + 1}`] ?? 10_000,
  );
  return {
    kind: 'arrivals',
    leads,
    per,
    with: options(context, input.with, at),
    weekly: week,
    seasonal: months,
    cost: cost ?? null,
  };
}

function mix(context: Context, input: Input<'mix'>, at: Cursor): Said | undefined {
  const field = context.resolve('field', context.scope.fields, input.field, at.at('field'));
  return field && { kind: 'mix', field: input.field, spread: lowerSpread(context, input, field, at) };
}

function behaviour(context: Context, input: Input<'behaviour'>, at: Cursor): Said {
  const event = context.resolve('event', context.scope.events, input.event, at.at('event'));
  const known = new Map(event?.properties.map((property) => [property.id, property]));
  const properties = Object.entries(event ? (input.properties ?? {}) : {}).flatMap(([id, spread]) => {
    const place = at.at('properties', id);
    const property = context.resolveKey('property', known, id, place);
    return property ? [{ id, spread: lowerSpread(context, spread, property, place) }] : [];
  });
  return {
    kind: 'behaviour',
    event: input.event,
    share: input.share,
    times: input.times ?? once,
    within_ms: input.within,
    with: options(context, input.with, at),
    properties,
  };
}

function conversion(context: Context, input: Input<'conversion'>, at: Cursor): Said {
  for (const end of ['from', 'to'] as const)
    context.resolve('stage', context.scope.stages, input[end], at.at(end));
  const { from, to, rate, takes } = input;
  return { kind: 'conversion', from, to, rate, takes: takes ?? null };
}

function capacity(context: Context, input: Input<'capacity'>, at: Cursor): Said {
  const queue = context.resolve('queue', context.scope.queues, input.queue, at.at('queue'));
  const calendar = queue?.calendar ?? context.files.sla.data.default_calendar;
  if (queue && calendar === undefined)
    context.report('capacity-without-calendar', at.at('queue').span, { queue: input.queue });
  return {
    kind: 'capacity',
    queue: input.queue,
    people: input.people,
    per_person: input.per_person,
    per: input.per,
  };
}

const once: Estimate = { value: 1, low: null, high: null };

function activity(context: Context, input: Input<'activity'>, at: Cursor): Said {
  const event = context.resolve('event', context.scope.events, input.event, at.at('event'));
  if (event && event.by !== 'sales' && input.effort)
    context.report('effort-without-person', at.at('effort').span, { event: input.event, by: event.by });
  const { share = null, times = null, takes = null, every = null, effort = null } = input;
  return {
    kind: 'activity',
    event: input.event,
    after: context.events(input.after, at.at('after')),
    share,
    times,
    takes,
    every,
    effort,
    calendar: calendarName(context, input.calendar, at.at('calendar')),
  };
}

function transfer(context: Context, input: Input<'transfer'>, at: Cursor): Said {
  context.resolve('event', context.scope.events, input.event, at.at('event'));
  for (const end of ['from', 'to'] as const)
    if (input[end] !== undefined) context.resolve('queue', context.scope.queues, input[end], at.at(end));
  const { event, from = null, to = null, share, takes = null } = input;
  return { kind: 'transfer', event, from, to, share, takes };
}

/** The options that leads must have, each checked. */
function options(
  context: Context,
  given: Readonly<Record<string, string>> | undefined,
  at: Cursor,
): Readonly<Record<string, string>> {
  for (const [name, option] of Object.entries(given ?? {})) {
    const place = at.at('with', name);
    const field = context.resolveKey('field', context.scope.fields, name, place);
    if (field) checkValue(context, field, option, place.span);
  }
  return given ?? {};
}

/** Shares of the seven days, Monday first; `null` when the author says nothing. */
function wholeWeek(weekly: Input<'arrivals'>['weekly']): readonly number[] | null {
  if (!weekly) return null;
  return weekdays.map(
    (day, index) => weekly[day] ?? weekly[index < 5 ? 'weekdays' : 'weekend'] ?? weekly.every_day ?? 0,
  );
}

function checkEstimates(context: Context, input: AssumptionInput, at: Cursor): void {
  for (const [key, estimate] of Object.entries(input)) {
    if (typeof estimate !== 'object' || estimate === null || !('low' in estimate)) continue;
    const { value, low, high } = estimate as Estimate;
    if ((low ?? value) > value || (high ?? value) < value)
      context.report('estimate-reversed', at.at(key).span, { value, low: low ?? value, high: high ?? value });
  }
}
