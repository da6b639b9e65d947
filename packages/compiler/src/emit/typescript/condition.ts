import { there } from '../../found.ts';
import type { Band, Bound, Condition, Subject } from '../../ir/types.ts';
import { literal, numeral } from '../encode/typescript.ts';
import { and, not, or } from './code.ts';
import { parts } from './model.ts';

/** How a condition reads what it is about. */
export interface Reading {
  /** The expression of the value. */
  readonly value: string;
  /** The expression of the text after folding; texts only. */
  readonly folded?: string;
  /** The named intervals of a score. */
  readonly bands?: readonly Band[];
  /** Whether it can be `null`. */
  readonly optional: boolean;
  /** The value is the scaled number divided by `10 ** decimals`. */
  readonly decimals: number;
  /** The largest size that the scaled number can have. */
  readonly size: number;
}

/** What surrounds a condition: where its subjects and event tests are found in the generated code. */
export interface Scope {
  /** `null`: it is never there. */
  readonly read: (subject: Subject) => Reading | null;
  /** Writes the tests of subjects where they are not read as the values of a lead; `wide` if there are more of the same subject. */
  readonly test?: (test: SubjectTest, wide: boolean) => string;
  /** The expression of the count that the test asks for. */
  readonly count: (test: EventTest) => string;
  /** The expression of the moment of the latest such event. */
  readonly latest: (test: EventAgeTest) => string;
}

export type EventTest = Extract<Condition, { kind: 'event' }>;
export type EventAgeTest = Extract<Condition, { kind: 'event_age' }>;
type Test<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>;

/**
 * A condition as an expression. A subject that is tested more than once is read in its wide type: the
 * compiler of TypeScript would otherwise take the second of two tests for a mistake.
 */
export function expression(condition: Condition | null, scope: Scope): string {
  if (condition === null) return 'true';
  const repeated = repeatedSubjects(condition);
  return emit(condition, { ...scope, wide: (subject) => repeated.has(keyOf(subject)) });
}

interface InnerScope extends Scope {
  readonly wide: (subject: Subject) => boolean;
}

function emit(condition: Condition, scope: InnerScope): string {
  switch (condition.kind) {
    case 'all':
      return and(condition.of.map((part) => emit(part, scope)));
    case 'any':
      return or(condition.of.map((part) => emit(part, scope)));
    case 'not':
      return not(emit(condition.of, scope));
    case 'some':
      return some(condition, scope);
    case 'event':
      return inRange(scope.count(condition), condition);
    case 'event_age':
      return eventAge(condition, scope);
    default:
      return subjectTest(condition, scope);
  }
}

function some({ at_least, of }: Test<'some'>, scope: InnerScope): string {
  const ones = of.map((part) => `(${emit(part, scope)} ? 1 : 0)`);
  return `${ones.length === 0 ? '0' : ones.join(' + ')} >= ${numeral(at_least)}`;
}

function inRange(count: string, { min, max }: EventTest): string {
  if (min !== null && min === max) return `${count} === ${numeral(min)}`;
  return and([
    min === null || min <= 0 ? 'true' : min === 1 ? `${count} > 0` : `${count} >= ${numeral(min)}`,
    max === null ? 'true' : max === 0 ? `${count} === 0` : `${count} <= ${numeral(max)}`,
  ]);
}

function eventAge(test: EventAgeTest, scope: Scope): string {
  const latest = scope.latest(test);
  return `${latest} !== never && asOf - ${latest} > ${numeral(test.older_than_ms)}`;
}

/** A test of one value. */
export type SubjectTest = Exclude<
  Condition,
  { kind: 'all' } | { kind: 'any' } | { kind: 'not' } | { kind: 'some' } | EventTest | EventAgeTest
>;

function subjectTest(test: SubjectTest, scope: InnerScope): string {
  if (scope.test) return scope.test(test, scope.wide(test.subject));
  const reading = scope.read(test.subject);
  if (reading === null) return 'false';
  const wide = scope.wide(test.subject);
  switch (test.kind) {
    case 'present':
      return reading.optional ? `${reading.value} !== null` : 'true';
    case 'choice':
      return choice(test, reading, wide);
    case 'flag':
      return `${wide ? `(${reading.value} as boolean | null)` : reading.value} === ${test.is}`;
    case 'includes':
      return includes(test, reading, wide);
    case 'number':
      return number(test, reading, wide);
    case 'age':
      return withNull(reading, wide, (value) => between(`asOf - ${value}`, test, numeral));
    case 'text':
      return text(test, reading, wide);
  }
}

/** Of a score, the options are bands. */
function choice({ options }: Test<'choice'>, { value, bands }: Reading, wide: boolean): string {
  if (bands) {
    const named = bands.filter(({ id }) => options.includes(id));
    return or(named.map((band) => and(between(value, band, numeral))));
  }
  const read = wide ? `(${value} as string | null)` : value;
  return or([...new Set(options)].map((option) => `${read} === ${literal(option)}`));
}

function includes({ options, mode }: Test<'includes'>, { value, optional }: Reading, wide: boolean): string {
  const read = wide ? `(${value} as readonly string[] | null)?` : optional ? `${value}?` : value;
  const tests = options.map(
    (option) => `${read}.includes(${literal(option)})${wide || optional ? ' === true' : ''}`,
  );
  if (mode === 'any') return or(tests);
  return tests.length === 0 && optional ? `${value} !== null` : and(tests);
}

function number({ min, max }: Test<'number'>, reading: Reading, wide: boolean): string {
  const limits = [min, max].map((bound) => Math.abs(bound?.value ?? 0));
  const exact = Math.max(reading.size, ...limits) < 1e15;
  const factor = 10 ** reading.decimals;
  // Below 1e15 a scaled number and its quotient are in the same order, as shortest decimals are unique.
  if (reading.decimals === 0)
    return withNull(reading, wide, (value) => between(value, { min, max }, numeral));
  if (exact) {
    const natural = (scaled: number): string => numeral(scaled / factor);
    return withNull(reading, wide, (value) => between(value, { min, max }, natural));
  }
  const scaledValue = (value: string): string => `scaled(${value}, ${reading.decimals})`;
  return withNull(reading, wide, (value) => between(scaledValue(value), { min, max }, numeral));
}

/** The test of a value that is there; comparisons with `null` would take it for 0. */
function withNull(
  { value, optional }: Reading,
  wide: boolean,
  test: (value: string) => readonly string[],
): string {
  if (!optional) return and(test(value));
  if (wide) {
    const tests = test(`(${value} ?? NaN)`);
    return tests.length === 0 ? `${value} !== null` : and(tests);
  }
  return and([`${value} !== null`, ...test(value)]);
}

/** The tests that a value lies between two bounds. */
export function between(
  value: string,
  { min, max }: { readonly min: Bound | null; readonly max: Bound | null },
  write: (bound: number) => string,
): readonly string[] {
  if (min && max && min.value === max.value && min.inclusive && max.inclusive) {
    return [`${value} === ${write(min.value)}`];
  }
  return [
    ...(min ? [`${value} ${min.inclusive ? '>=' : '>'} ${write(min.value)}`] : []),
    ...(max ? [`${value} ${max.inclusive ? '<=' : '<'} ${write(max.value)}`] : []),
  ];
}

const textMethods = { contains: 'includes', starts_with: 'startsWith', ends_with: 'endsWith' } as const;

/** Texts to compare with are never empty, so a missing text may be read as an empty one. */
function text({ op, values }: Test<'text'>, { folded, optional }: Reading, wide: boolean): string {
  const compared = there(folded, 'folded text to compare');
  const read = wide ? `(${compared} as string | null)` : compared;
  if (op === 'equals') return or(values.map((value) => `${read} === ${literal(value)}`));
  const method = textMethods[op];
  return or(
    values.map((value) => {
      const call = `${method}(${literal(value)})`;
      return optional || wide ? `${read}?.${call} === true` : `${read}.${call}`;
    }),
  );
}

function repeatedSubjects(condition: Condition): ReadonlySet<string> {
  const keys = parts(condition).flatMap((part) => ('subject' in part ? [keyOf(part.subject)] : []));
  return new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
}

function keyOf(subject: Subject): string {
  return 'id' in subject ? `${subject.kind}:${subject.id}` : subject.kind;
}
