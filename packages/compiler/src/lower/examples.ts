import { there } from '../found.ts';
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
  const examples = context.files.examples?.data.examples ?? [];
  if (examples.length === 0) return [];
  const all = context.root('examples').at('examples');
  return examples.map((input, index) => {
    const at = all.at(index);
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

type Expected = ExampleInput['expect'];

/** What may be `none`. */
const orNone: ReadonlySet<keyof Expected> = new Set(['grade', 'persona', 'queue', 'owner', 'route']);

function lowerExpectation(context: Context, names: Names, input: Expected, at: Cursor): Expectation {
  const expected: Record<string, unknown> = {};
  for (const key of Object.keys(input) as (keyof Expected)[]) {
    resolveExpected(context, names, { input, key, at: at.at(key) });
    expected[key] = input[key] === 'none' && orNone.has(key) ? null : input[key];
  }
  if (input.promises) expected['promises'] = lowerPromised(context, input.promises);
  return expected;
}

interface Expecting {
  readonly input: Expected;
  readonly key: keyof Expected;
  readonly at: Cursor;
}

/** Tells of names that nothing has. */
function resolveExpected(context: Context, names: Names, { input, key, at }: Expecting): void {
  const { scope } = context;
  switch (key) {
    case 'stage':
      context.resolve(key, scope.stages, there(input.stage, key), at);
      break;
    case 'scores':
      for (const score of Object.keys(there(input.scores, key)))
        context.resolveKey('score', scope.scores, score, at.at(score));
      break;
    case 'bands':
      resolveBands(context, there(input.bands, key), at);
      break;
    case 'grade':
    case 'persona':
    case 'queue':
      context.resolve(key, names[key], there(input[key], key), at);
      break;
    case 'promises':
      for (const promise of Object.keys(there(input.promises, key)))
        context.resolveKey('promise', scope.promises, promise, at.at(promise));
      break;
    case 'notices':
    case 'reasons':
    case 'not_reasons':
      there(input[key], key).forEach((id, index) =>
        context.resolve('rule or row', names.rules, id, at.at(index)),
      );
      break;
    case 'route':
      context.resolve('rule or row', names.routes, there(input.route, key), at);
      break;
    case 'owner': // anybody: who works here changes
  }
}

function resolveBands(context: Context, bands: NonNullable<Expected['bands']>, at: Cursor): void {
  const { scores } = context.scope;
  for (const [score, band] of Object.entries(bands)) {
    context.resolveKey('score', scores, score, at.at(score));
    const known = scores.get(score)?.bands;
    if (known) context.resolve('band', new Map(known.map((name) => [name, true])), band, at.at(score));
  }
}

function lowerPromised(
  context: Context,
  promises: NonNullable<Expected['promises']>,
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
