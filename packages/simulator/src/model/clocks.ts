import type { Agreement, PromiseRule } from '@smarketing/compiler/ir';
import { toldAfter } from './activities.ts';
import { asksFieldsOnly } from './fields-only.ts';
import type { Activity, Clock, ClockAct, Gap, Step, Transfer } from './types.ts';

type LeadRule = Extract<PromiseRule, { kind: 'clock' | 'attempts' }>;

/** A lead's clocks are kept as bits. */
const mostClocks = 16;

interface Known {
  readonly steps: readonly Step[];
  readonly activities: readonly Activity[];
  readonly transfers: readonly Transfer[];
}

/** The clocks that start and stop by what is simulated; the others are gaps. */
export function clocksOf(agreement: Agreement, known: Known, gaps: Gap[]): readonly Clock[] {
  const clocks: Clock[] = [];
  for (const promise of agreement.promises) {
    if (promise.kind !== 'clock' && promise.kind !== 'attempts') continue;
    const clock = clockOf(agreement, promise, known);
    if (typeof clock === 'string') gaps.push({ what: `promise ${promise.id}`, why: clock });
    else if (clocks.length === mostClocks)
      gaps.push({ what: `promise ${promise.id}`, why: `only ${mostClocks} clocks are simulated at once` });
    else {
      clocks.push(clock);
      gaps.push(...leftOut(agreement, promise, clock, known));
    }
  }
  return clocks;
}

/** A clock, or why it cannot be simulated. */
function clockOf(agreement: Agreement, promise: LeadRule, known: Known): Clock | string {
  const worked = new Set(known.steps.map(({ from }) => from));
  const entered = agreement.stages.flatMap(({ id }, index) =>
    promise.starts.includes(`entered_${id}`) ? [index] : [],
  );
  const starts = entered.find((stage) => worked.has(stage));
  return starts === undefined
    ? apartOf(agreement, promise, known, entered[0] ?? -1)
    : inStage(agreement, promise, known, starts);
}

/** A clock that runs while people have the lead. */
function inStage(agreement: Agreement, promise: LeadRule, known: Known, starts: number): Clock | string {
  const { steps, activities } = known;
  const told = toldAfter(activities, ({ after_stages: stages }) => stages.includes(starts));
  const isTold = (id: string): boolean => [...told].some((one) => activities[one]?.event === id);
  const ways = new Set(agreement.transitions.flatMap(({ on }) => on));
  const isWork = (id: string): boolean =>
    !ways.has(id) && !isTold(id) && agreement.events.some((event) => event.id === id && event.by === 'sales');
  const stepsBy = (events: readonly string[]): readonly number[] =>
    steps.flatMap(({ on }, index) => (on.some((id) => events.includes(id)) ? [index] : []));
  const byWork = promise.stops.some(isWork);
  const bySteps = stepsBy(promise.stops);
  const tries = promise.kind === 'attempts' ? promise.of : [];
  const acts = actsOf(promise, known, told);
  const isStopped = byWork || bySteps.length > 0 || acts.some(({ does }) => does === 'stop');
  const isTried = byWork || tries.some(isTold) || (tries.some(isWork) && atLeastOf(promise) === 1);
  const where = agreement.stages[starts]?.id ?? '';
  const { when } = promise;
  const isOfFields = when !== null && asksFieldsOnly(when);
  if (when !== null && !isOfFields && steps.some(({ to }) => to === starts))
    return `its condition asks for more than the fields of a lead, and ${where} is entered when people have it already`;
  if (tries.length > 0 && !isTried) return unknownOften(tries, where);
  if (tries.length === 0 && !isStopped) return unknownWhen(promise.stops, where);
  return {
    ...baseOf(promise),
    starts,
    by_work: byWork,
    by_steps: bySteps,
    tries_by_work: tries.some(isWork),
    tries_by_steps: stepsBy(tries),
    acts,
    when: isOfFields ? when : null,
    asks_engine: when !== null && !isOfFields,
    apart: null,
  };
}

/** A clock that runs beside people's work: before they have the lead, or in a stage that nobody works. */
function apartOf(agreement: Agreement, promise: LeadRule, known: Known, stage: number): Clock | string {
  const { activities } = known;
  const drawn = new Set(
    agreement.assumptions.flatMap((one) => (one.kind === 'behaviour' ? [one.event] : [])),
  );
  const starts = promise.starts.filter((event) => drawn.has(event));
  if (stage < 0 && starts.length === 0)
    return `no assumption says when ${promise.starts.join(' or ')} happens: write a behaviour of it`;
  if (promise.when !== null && !asksFieldsOnly(promise.when))
    return 'it starts before people have the lead, and its condition asks for more than the fields of a lead';
  const begins = (one: Activity): boolean =>
    one.after_stages.includes(stage) || one.after_events.some((event) => starts.includes(event));
  const told = toldAfter(activities, begins);
  const acts = actsOf(promise, known, told);
  const after = stage < 0 ? starts.join(' or ') : (agreement.stages[stage]?.id ?? '');
  const tries = promise.kind === 'attempts' ? promise.of : [];
  if (tries.length > 0 && !acts.some(({ does }) => does === 'try')) return unknownOften(tries, after);
  // What leads do of themselves may stop it, but is not what was promised.
  const own = promise.stops.filter((id) =>
    agreement.events.some((one) => one.id === id && one.by === promise.by),
  );
  const isStopped =
    acts.some(({ does }) => does === 'stop') ||
    (own.length === 0 && promise.stops.some((id) => drawn.has(id)));
  if (tries.length === 0 && !isStopped) return unknownWhen(own.length > 0 ? own : promise.stops, after);
  const back = agreement.transitions.filter(({ from }) => from.includes(agreement.stages[stage]?.id ?? ''));
  return {
    ...baseOf(promise),
    starts: -1,
    by_work: false,
    by_steps: [],
    tries_by_work: false,
    tries_by_steps: [],
    acts,
    when: promise.when,
    asks_engine: false,
    apart: {
      stage,
      starts,
      stops: promise.stops,
      by_return: back.some(({ on, to }) => [...on, `entered_${to}`].some((id) => promise.stops.includes(id))),
      begins: activities.flatMap((one, index) => (begins(one) ? [index] : [])),
    },
  };
}

type Base = Pick<Clock, 'id' | 'says' | 'by' | 'within_ms' | 'calendar' | 'kept_for' | 'at_least' | 'pauses'>;

function baseOf(promise: LeadRule): Base {
  const { id, says, by, within_ms: within, calendar, kept_for: keptFor } = promise;
  const pauses = promise.kind === 'clock' ? promise.pauses.length : 0;
  return {
    id,
    says,
    by,
    within_ms: within,
    calendar,
    kept_for: keptFor,
    at_least: atLeastOf(promise),
    pauses,
  };
}

function atLeastOf(promise: LeadRule): number {
  return promise.kind === 'attempts' ? promise.at_least : 0;
}

/** What activities and transfers do to a clock, in the order in which they work at one moment. */
function actsOf(
  promise: LeadRule,
  { activities, transfers }: Known,
  told: ReadonlySet<number>,
): readonly ClockAct[] {
  const on = (events: readonly string[], does: ClockAct['does'], pause = -1): readonly ClockAct[] =>
    [...told].flatMap((activity) =>
      events.includes(activities[activity]?.event ?? '') ? [{ activity, transfer: -1, does, pause }] : [],
    );
  if (promise.kind === 'attempts') return [...on(promise.of, 'try'), ...on(promise.stops, 'stop')];
  const { restarts, pauses, stops } = promise;
  const moved = transfers.flatMap(({ event }, transfer): readonly ClockAct[] =>
    restarts.includes(event) ? [{ activity: -1, transfer, does: 'restart', pause: -1 }] : [],
  );
  return [
    ...on(restarts, 'restart'),
    ...moved,
    ...pauses.flatMap(({ until }, index) => on(until, 'resume', index)),
    ...pauses.flatMap(({ from }, index) => on(from, 'pause', index)),
    ...on(stops, 'stop'),
  ];
}

function unknownOften(events: readonly string[], after: string): string {
  return `no assumption says how often ${events.join(' or ')} happens: write an activity of it after ${after}`;
}

function unknownWhen(events: readonly string[], after: string): string {
  return `no assumption says when ${events.join(' or ')} happens: write an activity of it after ${after}`;
}

/** Pauses and restarts of a simulated clock that could happen while it runs, and of which nothing is assumed. */
function leftOut(agreement: Agreement, promise: LeadRule, clock: Clock, known: Known): readonly Gap[] {
  if (promise.kind !== 'clock' || clock.apart) return [];
  const isSales = (id: string): boolean =>
    agreement.events.some((event) => event.id === id && event.by === 'sales');
  // What sales does comes after it began to work: a clock that stops then is over.
  const pauses = promise.pauses.filter(
    ({ from }, index) =>
      !(clock.by_work && from.every(isSales)) &&
      !clock.acts.some(({ does, pause }) => does === 'pause' && pause === index),
  );
  const restarts =
    promise.restarts.length > 0 &&
    !clock.acts.some(({ does }) => does === 'restart') &&
    known.transfers.length === 0;
  const what = `promise ${promise.id}`;
  return [
    ...pauses.map(({ from }) => ({
      what,
      why: `its clock runs without a pause: no assumption says how often ${from.join(' or ')} happens (an activity would)`,
    })),
    ...(restarts
      ? [
          {
            what,
            why: `its clock is never started anew: no assumption says how often ${promise.restarts.join(' or ')} happens (a transfer would)`,
          },
        ]
      : []),
  ];
}
