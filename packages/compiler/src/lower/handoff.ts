import type {
  Acceptance,
  Notice,
  Person,
  Queue,
  Recycling,
  Rejection,
  RouteRow,
  RouteTarget,
  Routing,
} from '../ir/types.ts';
import type { TargetInput } from '../schema/handoff.ts';
import { sentenceCase } from '../schema/shapes.ts';
import { calendarName } from './calendar-name.ts';
import { readCondition, readRow } from './conditions.ts';
import { type Context, orWords } from './context.ts';
import type { Cursor } from './cursor.ts';
import { declareId } from './declare.ts';
import { inForceSpan } from './moments.ts';

export interface Handoff {
  readonly queues: readonly Queue[];
  readonly people: readonly Person[];
  readonly routing: Routing | null;
  readonly notices: readonly Notice[];
  readonly acceptance: Acceptance | null;
  readonly rejection: Rejection | null;
  readonly recycling: readonly Recycling[];
}

/** Queues and people, routing, notices, and what accepting, rejecting and recycling mean. */
export function lowerHandoff(context: Context): Handoff {
  const file = context.files.handoff?.data;
  if (!file)
    return {
      queues: [],
      people: [],
      routing: null,
      notices: [],
      acceptance: null,
      rejection: null,
      recycling: [],
    };
  const root = context.root('handoff');
  const { acceptance, rejection } = file;
  return {
    people: Object.entries(file.people ?? {}).map(([id, person]): Person => {
      const at = root.at('people', id);
      const calendar = calendarName(context, person.calendar, at.at('calendar'));
      return { kind: 'person', id, name: person.name, calendar, span: at.whole };
    }),
    queues: lowerQueues(context, root),
    routing: lowerRouting(context, root.at('routing')),
    notices: lowerNotices(context, root),
    acceptance: acceptance
      ? {
          on: context.events(acceptance.on, root.at('acceptance', 'on')),
          means: acceptance.means,
          checklist: acceptance.checklist ?? [],
          span: root.at('acceptance').whole,
        }
      : null,
    rejection: rejection
      ? {
          on: context.events(rejection.on, root.at('rejection', 'on')),
          means: rejection.means,
          reasons: rejection.reasons,
          span: root.at('rejection').whole,
        }
      : null,
    recycling: lowerRecycling(context, root),
  };
}

function lowerQueues(context: Context, root: Cursor): Queue[] {
  return Object.entries(context.files.handoff?.data.queues ?? {}).map(([id, input]) => {
    const at = root.at('queues', id);
    const { members = [], manager, assign, party } = input;
    members.forEach((member, index) =>
      context.resolve('person', context.scope.people, member, at.at('members', index)),
    );
    if (manager !== undefined) context.resolve('role', context.scope.roles, manager, at.at('manager'));
    if (members.length === 0 && assign !== 'by_hand')
      context.report('queue-without-people', at.key, { queue: id, assign });
    return {
      kind: 'queue',
      id,
      title: input.title ?? sentenceCase(id),
      party,
      calendar: calendarName(context, input.calendar, at.at('calendar')),
      members,
      assign,
      manager: manager ?? null,
      span: at.whole,
    };
  });
}

function lowerRouting(context: Context, at: Cursor): Routing | null {
  const input = context.files.handoff?.data.routing;
  if (!input) return null;
  const stages = at.at('stages');
  input.stages.forEach((stage, index) =>
    context.resolve(
      'stage',
      context.scope.stages,
      stage,
      Array.isArray(stages.data) ? stages.at(index) : stages,
    ),
  );
  const rows = input.table.map((row, index): RouteRow => {
    const place = at.at('table', index);
    return {
      kind: 'route',
      id: declareId(context, row.id, 'routing row', place.at('id').span),
      when: readRow(context, place, ['id', 'to', 'because', 'in_force']),
      to: lowerTarget(context, row.to, place.at('to')),
      because: row.because ?? null,
      in_force: inForceSpan(row.in_force, context.timeZone),
      span: place.whole,
    };
  });
  return {
    kind: 'routing',
    stages: input.stages,
    match: input.match,
    rows,
    otherwise:
      input.otherwise === undefined ? null : lowerTarget(context, input.otherwise, at.at('otherwise')),
    span: at.whole,
  };
}

function lowerTarget(context: Context, input: TargetInput, at: Cursor): RouteTarget {
  if (typeof input === 'string') {
    context.resolve('queue', context.scope.queues, input, at);
    return { kind: 'queue', queue: input };
  }
  const field = context.resolve('field', context.scope.fields, input.owner, at.at('owner'));
  if (field && field.type !== 'text')
    context.report('owner-not-text', at.at('owner').span, { field: field.id, type: field.type });
  return { kind: 'owner', field: input.owner };
}

function lowerNotices(context: Context, root: Cursor): Notice[] {
  return (context.files.handoff?.data.notify ?? []).map((input, index) => {
    const at = root.at('notify', index);
    const on = at.at('on');
    input.on.forEach((stage, i) =>
      context.resolve('stage', context.scope.stages, stage, Array.isArray(on.data) ? on.at(i) : on),
    );
    context.resolve('role', orWords(['owner'], context.scope.roles), input.to, at.at('to'));
    (input.shows ?? []).forEach((field, i) =>
      context.resolve('field', context.scope.fields, field, at.at('shows', i)),
    );
    return {
      kind: 'notice',
      id: declareId(context, input.id, 'notice', at.at('id').span),
      on: input.on,
      to: input.to,
      by: input.by,
      says: input.says,
      shows: input.shows ?? [],
      when: input.when === undefined ? null : readCondition(context, at.at('when')),
      in_force: inForceSpan(input.in_force, context.timeZone),
      span: at.whole,
    };
  });
}

function lowerRecycling(context: Context, root: Cursor): Recycling[] {
  return (context.files.handoff?.data.recycling ?? []).map((input, index) => {
    const at = root.at('recycling', index);
    const exits = new Map([...context.scope.stages].filter(([, { exit }]) => exit));
    context.resolve('exit', exits, input.exit, at.at('exit'));
    return {
      kind: 'recycling',
      ...input,
      id: declareId(context, input.id, 'recycling row', at.at('id').span),
      span: at.whole,
    };
  });
}
