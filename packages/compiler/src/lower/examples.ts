import type { EventInput, Example, Expectation, Field } from '../ir/types.ts';
import type { ExampleEvent, ExampleInput } from '../schema/examples.ts';
import { parseDate, parseMoment } from '../schema/times.ts';
import { day } from '../time/duration.ts';
import { type Context, orWords } from './context.ts';
import type { Cursor } from './cursor.ts';
import { instant } from './moments.ts';

/** The examples, with all moments made absolute. */
export function lowerExamples(context: Context): Example[] {
  const seen = new Map<string, Cursor>();
  const names = namesOf(context.scope);
  return (context.files.examples?.data.examples ?? []).map((input, index) => {
    const at = context.root('examples').at('examples', index);
    const other = seen.get(input.id);
    if (other) {
      const related = [{ message: 'the other example', span: other.key }];
      context.report('duplicate-id', at.at('id').span, { id: input.id, kind: 'example' }, { related });
    }
    seen.set(input.id, at);
    return lowerExample(context, names, input, at);
  });
}

/** What expectations may name. */
interface Names {
  readonly grade: ReadonlyMap<string, true>;
  readonly persona: ReadonlyMap<string, true>;
  readonly queue: ReadonlyMap<string, unknown>;
  readonly rules: ReadonlyMap<string, true>;
  readonly routes: ReadonlyMap<string, true>;
}

function namesOf({ grades, personas, queues, ids }: Context['scope']): Names {
  const rules = new Map(
    [...ids.keys(), 'routing_otherwise', 'grades_otherwise'].map((id) => [id, true] as const),
  );
  return {
    grade: orWords(['none'], grades),
    persona: orWords(['none'], personas),
    queue: orWords<unknown>(['none'], queues),
    rules,
    routes: orWords(['none'], rules),
  };
}

function lowerExample(context: Context, names: Names, input: ExampleInput, at: Cursor): Example {
  const asOf = instant(input.as_of, context.timeZone);
  const { created_at: createdAt, id, ...fields } = input.lead;
  const created = createdAt === undefined ? asOf - 30 * day : (asMoment(context, createdAt) ?? createdAt);
  const events = (input.events ?? []).map((event, index) =>
    lowerEvent(context, event, asOf, at.at('events', index)),
  );
  if (input.stage !== undefined) {
    context.resolve('stage', context.scope.stages, input.stage, at.at('stage'));
    events.unshift({ event: `entered_${input.stage}`, at: created as number });
  }
  return {
    kind: 'example',
    id: input.id,
    says: input.says,
    as_of: asOf,
    lead: {
      id: typeof id === 'string' ? id : input.id,
      created_at: created as number,
      ...asValues(context, fields, context.scope.fields),
      events,
    },
    expect: lowerExpectation(context, names, input.expect, at.at('expect')),
    span: at.whole,
  };
}

function asMoment(context: Context, value: unknown): number | undefined {
  const moment = typeof value === 'string' ? parseMoment(value) : undefined;
  return moment && instant(moment, context.timeZone);
}

/** Moments and percents of fields and properties may be written as everywhere in the language. */
function asValues(
  context: Context,
  given: Readonly<Record<string, unknown>>,
  fields: ReadonlyMap<string, Field>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const type = fields.get(name)?.type;
      if (type === 'moment') return [name, asMoment(context, value) ?? value];
      if (type === 'percent' && typeof value === 'string' && /^-?\d+(\.\d+)?%$/.test(value))
        return [name, Number(value.slice(0, -1))];
      if (type === 'date' && typeof value === 'string') return [name, parseDate(value) ?? value];
      return [name, value === 'missing' ? null : value];
    }),
  );
}

function lowerEvent(context: Context, input: ExampleEvent, asOf: number, at: Cursor): EventInput {
  const name = context.scope.stages.has(input.event) ? `entered_${input.event}` : input.event;
  const type = context.scope.events.get(name);
  if (!type) context.resolve('event', context.scope.events, input.event, at.at('event'));
  const event = {
    ...(input.id === undefined ? {} : { id: input.id }),
    event: name,
    at: 'ago' in input.at ? asOf - input.at.ago : instant(input.at, context.timeZone),
  };
  if (input.properties === undefined) return event;
  const properties = new Map(type?.properties.map((property) => [property.id, property]));
  return { ...event, properties: asValues(context, input.properties, properties) };
}

const orNull = (value: string): string | null => (value === 'none' ? null : value);

function lowerExpectation(
  context: Context,
  names: Names,
  input: ExampleInput['expect'],
  at: Cursor,
): Expectation {
  const { scope } = context;
  if (input.stage !== undefined) context.resolve('stage', scope.stages, input.stage, at.at('stage'));
  for (const kind of ['scores', 'bands'] as const)
    for (const score of Object.keys(input[kind] ?? {}))
      context.resolveKey('score', scope.scores, score, at.at(kind, score));
  for (const [score, band] of Object.entries(input.bands ?? {})) {
    const known = scope.scores.get(score)?.bands;
    if (known)
      context.resolve('band', new Map(known.map((name) => [name, true])), band, at.at('bands', score));
  }
  for (const key of ['grade', 'persona', 'queue'] as const) {
    const name = input[key];
    if (name !== undefined) context.resolve(key, names[key], name, at.at(key));
  }
  for (const promise of Object.keys(input.promises ?? {}))
    context.resolveKey('promise', scope.promises, promise, at.at('promises', promise));
  for (const key of ['notices', 'reasons', 'not_reasons'] as const)
    (input[key] ?? []).forEach((id, index) =>
      context.resolve('rule or row', names.rules, id, at.at(key, index)),
    );
  if (input.route !== undefined) context.resolve('rule or row', names.routes, input.route, at.at('route'));
  const expected: Record<string, unknown> = {};
  for (const key of ['stage', 'scores', 'bands', 'notices', 'reasons', 'not_reasons'] as const)
    if (input[key] !== undefined) expected[key] = input[key];
  for (const key of ['grade', 'persona', 'queue', 'owner', 'route'] as const)
    if (input[key] !== undefined) expected[key] = orNull(input[key]);
  if (input.promises) expected['promises'] = lowerPromised(context, input.promises);
  return expected;
}

function lowerPromised(
  context: Context,
  promises: NonNullable<ExampleInput['expect']['promises']>,
): NonNullable<Expectation['promises']> {
  return Object.fromEntries(
    Object.entries(promises).map(([id, given]) => {
      if (given === 'none') return [id, null];
      const due =
        given.due === undefined
          ? {}
          : { due: given.due === 'none' ? null : instant(given.due, context.timeZone) };
      return [id, { ...(given.state === undefined ? {} : { state: given.state }), ...due }];
    }),
  );
}
