import type { Formula } from '@smarketing/logic';
import { firstOf } from '../../found.ts';
import { ends } from '../../ir/intervals.ts';
import type { Agreement, Condition, Subject } from '../../ir/types.ts';
import { cuts, type Interval } from '../fields/intervals.ts';
import { isEventTest, type Simple, simpleTests, type Test } from '../world/asked.ts';

/** One of the values of a feature that are told apart, as a condition. */
export interface Value {
  readonly condition: Condition;
  readonly formula: Formula;
}

/** Something about a lead that conditions ask: it has exactly one of some values. */
export interface Feature {
  readonly values: readonly Value[];
  /** The condition that it has one of some values, where it can only have those that are `possible`. */
  readonly among: (chosen: ReadonlySet<Value>, possible: readonly Value[]) => Condition;
}

/** What conditions are as formulas, and the points from which on something of a score matters. */
export interface Means {
  readonly holds: (condition: Condition) => Formula;
  readonly edges: (score: string) => readonly number[];
}

/** What the tests of some conditions tell apart, each thing once, in the order in which it is asked. */
export function featuresOf(
  agreement: Agreement,
  conditions: readonly Condition[],
  { holds, edges }: Means,
): readonly Feature[] {
  const tests = simpleTests(conditions);
  const keys = [...new Set(tests.map(keyOf))];
  return keys.flatMap((key) => {
    const own = tests.filter((test) => keyOf(test) === key);
    const feature = featureOf(agreement, own, { holds, edges });
    return feature.values.length > 1 ? [feature] : [];
  });
}

/** Tests of the same thing; of texts, dates, sets and events each test by itself. */
function keyOf(test: Simple): string {
  if (isEventTest(test)) return JSON.stringify(test);
  const apart = test.kind === 'text' || test.kind === 'includes' || test.kind === 'age';
  return apart ? JSON.stringify(test) : JSON.stringify(test.subject);
}

function featureOf(agreement: Agreement, tests: readonly Simple[], { holds, edges }: Means): Feature {
  const first = firstOf(tests);
  if (isEventTest(first) || first.kind === 'text' || first.kind === 'includes' || first.kind === 'age')
    return yesOrNo(first, holds);
  const { subject } = first;
  const field = subject.kind === 'field' ? agreement.fields.find(({ id }) => id === subject.id) : undefined;
  const isNumber =
    subject.kind === 'score' ||
    (subject.kind === 'field' && subject.id === 'created_at') ||
    (field && !['choice', 'choices', 'flag', 'text'].includes(field.type));
  if (isNumber)
    return numberFeature(agreement, { subject, tests: tests as readonly Test[] }, { holds, edges });
  if (field?.type === 'flag') return flagFeature(subject, holds);
  const words = wordsOf(agreement, subject);
  return words ? choiceFeature({ subject, words }, tests as readonly Test[], holds) : yesOrNo(first, holds);
}

function yesOrNo(test: Condition, holds: (condition: Condition) => Formula): Feature {
  const not: Condition = { kind: 'not', of: test };
  const values = [not, test].map((condition) => ({ condition, formula: holds(condition) }));
  return { values, among: (chosen) => [...chosen][0]?.condition ?? test };
}

function flagFeature(subject: Subject, holds: (condition: Condition) => Formula): Feature {
  const conditions: Condition[] = [
    { kind: 'not', of: { kind: 'present', subject } },
    { kind: 'flag', subject, is: false },
    { kind: 'flag', subject, is: true },
  ];
  return ofParts(conditions, holds, (chosen) => anyOf(chosen));
}

/** The words that a subject can be; `undefined` where it is none of a few. */
function wordsOf(agreement: Agreement, subject: Subject): readonly string[] | undefined {
  const { fields, personas, stages, grades } = agreement;
  switch (subject.kind) {
    case 'field': {
      const field = fields.find(({ id }) => id === subject.id);
      return field?.type === 'choice' ? field.options.map(({ id }) => id) : undefined;
    }
    case 'persona':
      return personas.map(({ id }) => id);
    case 'grade':
      return grades?.order ?? [];
    case 'stage':
      return stages.map(({ id }) => id);
    default:
      return undefined;
  }
}

/** Words that the same tests take are one value. */
function choiceFeature(
  { subject, words }: { readonly subject: Subject; readonly words: readonly string[] },
  tests: readonly Test[],
  holds: (condition: Condition) => Formula,
): Feature {
  const signature = (word: string): string =>
    tests.map((test) => Number(test.kind === 'choice' && test.options.includes(word))).join('');
  const groups = [...Map.groupBy(words, signature).values()];
  const missing: Condition = { kind: 'not', of: { kind: 'present', subject } };
  const conditions = [
    ...(subject.kind === 'stage' ? [] : [missing]),
    ...groups.map((options): Condition => ({ kind: 'choice', subject, options })),
  ];
  return ofParts(conditions, holds, (chosen, possible) => {
    const options = chosen.flatMap((part) => (part.kind === 'choice' ? part.options : []));
    const others = words.filter((word) => !options.includes(word));
    const mayMiss = possible.includes(missing);
    if (mayMiss && options.length === 0) return missing;
    if (mayMiss === chosen.includes(missing) && others.length > 0 && others.length < options.length)
      return { kind: 'not', of: { kind: 'choice', subject, options: others } };
    const known: Condition = { kind: 'choice', subject, options };
    return chosen.includes(missing) ? { kind: 'any', of: [known, missing] } : known;
  });
}

function numberFeature(
  { fields, scores }: Agreement,
  { subject, tests }: { readonly subject: Subject; readonly tests: readonly Test[] },
  { holds, edges: edgesOf }: Means,
): Feature {
  const field = subject.kind === 'field' ? fields.find(({ id }) => id === subject.id) : undefined;
  const score = subject.kind === 'score' ? scores.find(({ id }) => id === subject.id) : undefined;
  const asked = tests.flatMap((test) => (test.kind === 'number' ? [ends(test)] : []));
  const own = asked.flatMap(([low, high]) => [low, high + 1]).filter(Number.isFinite);
  const edges = score ? edgesOf(score.id) : own;
  const [least, most] = [field?.min ?? -Number.MAX_SAFE_INTEGER, field?.max ?? Number.MAX_SAFE_INTEGER];
  const decimals = score?.decimals ?? field?.decimals ?? 0;
  const parts = cuts(edges, least, most);
  const test = (low: number, high: number): Condition => ({
    kind: 'number',
    subject,
    decimals,
    min: low === least ? null : { value: low, inclusive: true },
    max: high === most ? null : { value: high + 1, inclusive: false },
  });
  const missing: Missing = { kind: 'not', of: { kind: 'present', subject } };
  const conditions = parts.map(({ low, high }) => test(low, high));
  const mayMiss = field !== undefined && !field.required;
  return ofParts(mayMiss ? [missing, ...conditions] : conditions, mended(holds), (chosen) => {
    const runs = runsOf(parts.filter((_, at) => chosen.includes(conditions[at] as Condition)));
    const spans = runs.map(({ low, high }) => test(low, high)).map((part) => known(part, missing));
    return anyOf([...spans, ...(chosen.includes(missing) ? [missing] : [])]);
  });
}

type Missing = Extract<Condition, { kind: 'not' }>;

/** A number without bounds is any number that is known. */
function known(part: Condition, missing: Missing): Condition {
  const isOpen = part.kind === 'number' && part.min === null && part.max === null;
  return isOpen ? missing.of : part;
}

function mended(holds: (condition: Condition) => Formula): (condition: Condition) => Formula {
  return (condition) =>
    condition.kind === 'number' && condition.min === null && condition.max === null
      ? holds({ kind: 'present', subject: condition.subject })
      : holds(condition);
}

function runsOf(parts: readonly Interval[]): Interval[] {
  const runs: Interval[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last && last.high + 1 === part.low) runs[runs.length - 1] = { low: last.low, high: part.high };
    else runs.push(part);
  }
  return runs;
}

function ofParts(
  conditions: readonly Condition[],
  holds: (condition: Condition) => Formula,
  among: (chosen: readonly Condition[], possible: readonly Condition[]) => Condition,
): Feature {
  const values = conditions.map((condition) => ({ condition, formula: holds(condition) }));
  return {
    values,
    among: (chosen, possible) =>
      among(
        values.filter((value) => chosen.has(value)).map(({ condition }) => condition),
        possible.map(({ condition }) => condition),
      ),
  };
}

function anyOf(parts: readonly Condition[]): Condition {
  const [only] = parts;
  return only && parts.length === 1 ? only : { kind: 'any', of: parts };
}
