import { there } from '../found.ts';
import type { PromiseRule } from '../ir/types.ts';
import type { PromiseInput } from '../schema/sla.ts';
import { calendarName } from './calendar-name.ts';
import { readCondition } from './conditions.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';
import { declareId } from './declare.ts';
import { inForceSpan } from './moments.ts';

const kinds = ['clock', 'attempts', 'deliver', 'ratio'] as const;
const clockKeys = ['within', 'remind'] as const;
const leadKeys = ['calendar', 'kept_for', 'per', 'escalate'] as const;
/** What may stand for a calendar where the lead has an owner. */
const calendarWords = ['owner', 'always'] as const;

/** The promises, in the order written. */
export function lowerPromises(context: Context): PromiseRule[] {
  return Object.entries(context.files.sla.data.promises).flatMap(([id, input]) =>
    lowerPromise(context, id, input, context.root('sla').at('promises', id)),
  );
}

function lowerPromise(context: Context, id: string, input: PromiseInput, at: Cursor): PromiseRule[] {
  declareId(context, id, 'promise', at.key);
  const given = kinds.filter((kind) => input[kind] !== undefined);
  const [kind] = given;
  if (kind === undefined || given.length > 1) {
    context.report('exactly-one-of', at.key, { keys: kinds.join(', '), got: given.join(', ') || 'none' });
    return [];
  }
  strangeKeys(context, input, kind, at);
  const base = {
    id,
    by: input.by,
    says: input.says,
    because: input.because ?? null,
    in_force: inForceSpan(input.in_force, context.timeZone),
    when: input.when === undefined ? null : readCondition(context, at.at('when')),
    span: at.whole,
  };
  const { clock, attempts, deliver, ratio } = input;
  if (clock) return [lowerClock(context, base, { ...input, clock }, at)];
  if (attempts) return [lowerAttempts(context, base, { ...input, attempts }, at)];
  if (deliver) return [lowerDeliver(context, base, deliver, at)];
  return [lowerRatio(context, base, there(ratio, 'other kind of promise'), at)];
}

type Base = Pick<PromiseRule, 'id' | 'by' | 'says' | 'because' | 'in_force' | 'when' | 'span'>;

function strangeKeys(context: Context, input: PromiseInput, kind: (typeof kinds)[number], at: Cursor): void {
  const allowed: readonly string[] =
    kind === 'clock' ? [...clockKeys, ...leadKeys] : kind === 'attempts' ? leadKeys : [];
  for (const key of [...clockKeys, ...leadKeys].filter((name) => !allowed.includes(name)))
    if (input[key] !== undefined)
      context.report('unknown-key', at.at(key).key, {
        key,
        where: `beside \`${kind}\``,
        known: ['by', 'says', 'because', 'when', 'in_force', kind, ...allowed].join(', '),
      });
}

/** A length on a calendar; days and weeks only where a day is 24 hours. */
/** A duration as it is written. */
interface Written {
  readonly ms: number;
  readonly text: string;
}

function length(context: Context, { ms, text }: Written, calendar: string, at: Cursor): number {
  if (calendar !== 'always' && !/(minute|hour)s?$/.test(text))
    context.report('days-on-calendar', at.span, { got: text, calendar });
  return ms;
}

/** The time that a promise gives: some, for a deadline at the moment when the clock starts can only be missed. */
function given(context: Context, within: Written, calendar: string, at: Cursor): number {
  if (within.ms === 0)
    context.report('out-of-range', at.span, { got: within.text, expected: 'at least 1 minute' });
  return length(context, within, calendar, at);
}

function escalations(
  context: Context,
  input: PromiseInput,
  calendar: string,
  at: Cursor,
): { after_ms: number; to: string }[] {
  return (input.escalate ?? []).map(({ after, to }, index) => {
    const place = at.at('escalate', index);
    context.resolve('role', context.scope.roles, to, place.at('to'));
    return { after_ms: length(context, after, calendar, place.at('after')), to };
  });
}

type Of<K extends (typeof kinds)[number]> = NonNullable<PromiseInput[K]>;
type With<K extends (typeof kinds)[number]> = PromiseInput & { readonly [key in K]: Of<K> };

function lowerClock(context: Context, base: Base, input: With<'clock'>, at: Cursor): PromiseRule {
  const { clock } = input;
  const place = at.at('clock');
  const calendar = calendarName(context, input.calendar, at.at('calendar'), calendarWords) ?? 'owner';
  if (!input.within) context.report('missing-key', at.key, { key: 'within', where: 'beside `clock`' });
  const within = input.within ? given(context, input.within, calendar, at.at('within')) : 0;
  const remind = input.remind ? length(context, input.remind, calendar, at.at('remind')) : null;
  if (input.remind && input.within && input.remind.ms > input.within.ms)
    context.report('remind-after-deadline', at.at('remind').span, {
      remind: input.remind.text,
      within: input.within.text,
    });
  return {
    kind: 'clock',
    ...base,
    starts: context.events(clock.starts, place.at('starts')),
    stops: context.events(clock.stops, place.at('stops')),
    pauses: (clock.pauses ?? []).map((pause, index) => ({
      from: context.events(pause.from, place.at('pauses', index, 'from')),
      until: context.events(pause.until, place.at('pauses', index, 'until')),
    })),
    restarts: context.events(clock.restarts ?? [], place.at('restarts')),
    within_ms: within,
    calendar,
    kept_for: input.kept_for ?? null,
    per: input.per ?? null,
    remind_ms: remind,
    escalate: escalations(context, input, calendar, at),
  };
}

function lowerAttempts(context: Context, base: Base, input: With<'attempts'>, at: Cursor): PromiseRule {
  const { attempts } = input;
  const place = at.at('attempts');
  const calendar = calendarName(context, input.calendar, at.at('calendar'), calendarWords) ?? 'always';
  return {
    kind: 'attempts',
    ...base,
    of: context.events(attempts.of, place.at('of')),
    at_least: attempts.at_least,
    within_ms: given(context, attempts.within, calendar, place.at('within')),
    calendar,
    starts: context.events(attempts.starts, place.at('starts')),
    stops: context.events(attempts.stops ?? [], place.at('stops')),
    kept_for: input.kept_for ?? null,
    per: input.per ?? null,
    escalate: escalations(context, input, calendar, at),
  };
}

function lowerDeliver(context: Context, base: Base, deliver: Of<'deliver'>, at: Cursor): PromiseRule {
  const place = at.at('deliver');
  context.resolve('stage', context.scope.stages, deliver.stage, place.at('stage'));
  const { for_each: each } = deliver;
  const queue = each && context.resolve('queue', context.scope.queues, each, place.at('for_each'));
  if (each && queue && queue.members.length === 0)
    context.report('queue-has-no-members', place.at('for_each').span, { queue: each });
  return {
    kind: 'deliver',
    ...base,
    stage: deliver.stage,
    at_least: deliver.at_least * ((queue && queue.members.length) || 1),
    per: deliver.per,
    for_each: each ?? null,
  };
}

function lowerRatio(context: Context, base: Base, ratio: Of<'ratio'>, at: Cursor): PromiseRule {
  const place = at.at('ratio');
  for (const end of ['of', 'from'] as const)
    context.resolve('stage', context.scope.stages, ratio[end], place.at(end));
  return { kind: 'ratio', ...base, ...ratio };
}
