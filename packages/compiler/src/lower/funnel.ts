import type { Option, Stage, Transition } from '../ir/types.ts';
import type { ExitInput, StageInput, WayBack, WayIn } from '../schema/funnel.ts';
import { sentenceCase } from '../schema/shapes.ts';
import { minute } from '../time/duration.ts';
import { readCondition, readWhere } from './conditions.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';
import { declareId } from './declare.ts';
import { inForceSpan } from './moments.ts';
import { reasonProperty } from './vocabulary.ts';

/** Reasons become a property of the events that lead to an exit; before any condition is read. */
export function declareReasons(context: Context): void {
  for (const [id, exit] of Object.entries(context.files.funnel.data.exits ?? {})) {
    if (!exit.reasons) continue;
    const at = context.root('funnel').at('exits', id);
    const events = asList(exit.enter).flatMap((way) => way.on ?? []);
    addReasons(context, events, exit.reasons, at.at('reasons'));
  }
  const rejection = context.files.handoff?.data.rejection;
  if (rejection)
    addReasons(context, rejection.on, rejection.reasons, context.root('handoff').at('rejection', 'reasons'));
}

function addReasons(
  context: Context,
  events: readonly string[],
  reasons: readonly Option[],
  at: Cursor,
): void {
  for (const name of new Set(events)) {
    const event = context.scope.events.get(name);
    if (!event || event.enters !== null) continue;
    if (event.properties.some(({ id }) => id === 'reason'))
      context.report('reasons-twice', at.key, { event: name });
    else
      context.scope.events.set(name, {
        ...event,
        properties: [...event.properties, reasonProperty(reasons, at)],
      });
  }
}

/** Stages and exits, and every way between them, in the order in which a decision tries them. */
export function lowerFunnel(context: Context): {
  readonly stages: readonly Stage[];
  readonly transitions: readonly Transition[];
} {
  const file = context.files.funnel.data;
  const root = context.root('funnel');
  const all = [
    ...Object.entries(file.stages).map(([id, stage]) => ({
      id,
      stage,
      exit: false,
      at: root.at('stages', id),
    })),
    ...Object.entries(file.exits ?? {}).map(([id, stage]) => ({
      id,
      stage,
      exit: true,
      at: root.at('exits', id),
    })),
  ];
  const stages = all.map(({ id, stage, exit, at }) => lowerStage(context, id, stage, exit, at));
  const waysIn = all.flatMap(({ id, stage, at }) => lowerWaysIn(context, id, stage, at));
  const waysBack = all.flatMap(({ id, stage, at }) =>
    'back' in stage ? lowerWaysBack(context, id, stage, at) : [],
  );
  const stale = stages.flatMap((stage) => staleTransition(context, stage));
  return { stages, transitions: [...waysIn, ...waysBack, ...stale] };
}

function asList<T>(value: T | T[] | undefined): T[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function lowerStage(
  context: Context,
  id: string,
  input: StageInput | ExitInput,
  exit: boolean,
  at: Cursor,
): Stage {
  const stale = input.stale_after;
  const place = at.at('stale_after');
  if (stale) context.resolve('stage', context.scope.stages, stale.to, place.at('to'));
  if (stale && stale.after < minute)
    context.report('out-of-range', place.at('after').span, {
      got: String(place.at('after').data),
      expected: 'at least 1 minute',
    });
  return {
    kind: 'stage',
    id,
    title: input.title ?? sentenceCase(id),
    exit,
    zone: 'zone' in input ? input.zone : null,
    owner: input.owner ?? null,
    definition: input.definition,
    not: input.not ?? null,
    end: ('end' in input && input.end === true) || ('final' in input && input.final !== undefined),
    final_because: 'final' in input ? (input.final ?? null) : null,
    reasons: 'reasons' in input ? (input.reasons ?? []) : [],
    stale_after: stale
      ? {
          after_ms: stale.after,
          to: stale.to,
          without: context.events(stale.without ?? [], place.at('without')),
        }
      : null,
    span: at.whole,
  };
}

function lowerWaysIn(context: Context, to: string, stage: StageInput | ExitInput, at: Cursor): Transition[] {
  const many = Array.isArray(stage.enter);
  return asList(stage.enter).map((way, index) => {
    const place = many ? at.at('enter', index) : at.at('enter');
    const from = many ? place.at('from') : place.at('from');
    const known = way.from.filter((name, i) =>
      context.resolve('stage', context.scope.stages, name, Array.isArray(from.data) ? from.at(i) : from),
    );
    return lowerWay(context, way, `enter_${to}`, { from: known, to }, place);
  });
}

function lowerWaysBack(context: Context, from: string, exit: ExitInput, at: Cursor): Transition[] {
  const many = Array.isArray(exit.back);
  return asList(exit.back).map((way, index) => {
    const place = many ? at.at('back', index) : at.at('back');
    context.resolve('stage', context.scope.stages, way.to, place.at('to'));
    return lowerWay(context, way, `back_from_${from}`, { from: [from], to: way.to }, place);
  });
}

function lowerWay(
  context: Context,
  way: WayIn | WayBack,
  defaultId: string,
  ends: { readonly from: readonly string[]; readonly to: string },
  at: Cursor,
): Transition {
  const id = declareId(
    context,
    way.id ?? defaultId,
    'transition',
    way.id === undefined ? at.key : at.at('id').span,
  );
  const on = context.events(way.on ?? [], at.at('on'));
  if (way.on === undefined && way.when === undefined)
    context.report('way-in-without-cause', at.key, { stage: ends.to });
  if (way.where !== undefined && way.on === undefined)
    context.report('where-without-event', at.at('where').key, {});
  return {
    kind: 'transition',
    id,
    by: way.on === undefined ? 'rule' : 'people',
    ...ends,
    on,
    where: way.where === undefined ? null : readEventsWhere(context, on, at.at('where')),
    when: way.when === undefined ? null : readCondition(context, at.at('when')),
    after_ms: null,
    without: [],
    because: way.because ?? null,
    in_force: inForceSpan(way.in_force, context.timeZone),
    span: at.whole,
  };
}

/** A `where` that must make sense for each of several events; read once for each, so that each is checked. */
export function readEventsWhere(
  context: Context,
  events: readonly string[],
  at: Cursor,
): Transition['where'] {
  const types = events.flatMap((name) => context.scope.events.get(name) ?? []);
  const [first, ...others] = types.map((type) => readWhere(context, type, at));
  if (others.some((other) => JSON.stringify(other) !== JSON.stringify(first)))
    context.report('where-differs', at.key, { events: events.join(', ') });
  return first ?? null;
}

function staleTransition(context: Context, stage: Stage): Transition[] {
  const { stale_after: stale, id } = stage;
  if (!stale) return [];
  const place = context.root('funnel').at(stage.exit ? 'exits' : 'stages', id, 'stale_after');
  return [
    {
      kind: 'transition',
      id: declareId(context, `stale_${id}`, 'transition', place.key),
      by: 'time',
      from: [id],
      to: stale.to,
      on: [],
      where: null,
      when: null,
      after_ms: stale.after_ms,
      without: stale.without,
      because: null,
      in_force: null,
      span: place.whole,
    },
  ];
}
