import { foundIn } from '../found.ts';
import { ends } from '../ir/intervals.ts';
import { createdAt } from '../ir/leads/values.ts';
import type { Agreement, Condition, Field, Subject } from '../ir/types.ts';
import { fewer, inside, replaced, without } from './lists.ts';
import { counts, lengths, moved, movedBound, scaleOf } from './steps.ts';
import type { Change } from './types.ts';

type Kind<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

/** What a condition can ask about. */
export interface Scope {
  readonly agreement: Agreement;
  readonly fields: readonly Field[];
}

/** The scope of a condition about leads. */
export function aboutLeads(agreement: Agreement): Scope {
  return { agreement, fields: [createdAt, ...agreement.fields] };
}

/** The scope of a `where` about these events. */
export function aboutEvents({ agreement }: Pick<Scope, 'agreement'>, names: readonly string[]): Scope {
  const types = agreement.events.filter(({ id }) => names.includes(id));
  return { agreement, fields: types.flatMap(({ properties }) => properties) };
}

/** Every small change of a condition. */
export function* changesOf(condition: Condition | null, scope: Scope): Generator<Change<Condition>> {
  switch (condition?.kind) {
    case 'all':
    case 'any':
    case 'some':
      yield* changesOfParts(condition, scope);
      return;
    case 'not':
      yield turned(condition);
      yield* inside(changesOf(condition.of, scope), (of) => ({ ...condition, of }));
      return;
    case 'choice':
    case 'includes':
      yield* inside(fewer(condition.options, nameOf(condition.subject)), (options) => ({
        ...condition,
        options,
      }));
      return;
    case 'text':
      yield* inside(fewer(condition.values, nameOf(condition.subject)), (values) => ({
        ...condition,
        values,
      }));
      return;
    case 'flag':
      yield turnedFlag(condition);
      return;
    case 'number':
    case 'age':
      yield* changesOfBounds(condition, scope);
      return;
    case 'event':
    case 'event_age':
      yield* changesOfEvents(condition, scope);
      return;
    case 'present':
    case undefined:
  }
}

function* changesOfParts(
  condition: Kind<'all' | 'any' | 'some'>,
  scope: Scope,
): Generator<Change<Condition>> {
  for (const [index, part] of condition.of.entries()) {
    yield* inside(changesOf(part, scope), (to) => ({ ...condition, of: replaced(condition.of, index, to) }));
    if (condition.kind === 'some' || condition.of.length === 1) continue;
    yield {
      kind: 'part',
      change: `without the test of ${asked(part)}`,
      says: `no longer ask about ${asked(part)}`,
      to: { ...condition, of: without(condition.of, index) },
    };
  }
  if (condition.kind !== 'some') return;
  const most = condition.of.length;
  for (const change of moved(condition.at_least, 'at least', { ...counts, least: 1 })) {
    if (change.to <= most) yield { ...change, to: { ...condition, at_least: change.to } };
  }
}

function turned({ of }: Kind<'not'>): Change<Condition> {
  const says =
    of.kind === 'present'
      ? `ask for a known ${asked(of)} instead of a missing one`
      : `ask for the opposite about ${asked(of)}`;
  return { kind: 'turned', change: `${asked(of)} without not`, says, to: of };
}

function turnedFlag(condition: Kind<'flag'>): Change<Condition> {
  const name = nameOf(condition.subject);
  return {
    kind: 'turned',
    change: `${name} ${condition.is} -> ${!condition.is}`,
    says: `ask for ${name} ${!condition.is} instead of ${condition.is}`,
    to: { ...condition, is: !condition.is },
  };
}

function* changesOfBounds(
  condition: Kind<'number' | 'age'>,
  { fields, agreement }: Scope,
): Generator<Change<Condition>> {
  const { subject } = condition;
  const field = fields.find(({ id }) => 'id' in subject && subject.kind !== 'score' && id === subject.id);
  const places = condition.kind === 'number' ? condition.decimals : decimalsOf(subject, agreement);
  const scale = condition.kind === 'age' ? lengths : scaleOf(field, places);
  const name = condition.kind === 'age' ? `age of ${nameOf(subject)}` : nameOf(subject);
  for (const end of ['min', 'max'] as const) {
    const bound = condition[end];
    const words = { min: ['above', 'at least'], max: ['below', 'at most'] }[end][Number(bound?.inclusive)];
    for (const change of asking(movedBound(bound, `${name} ${words}`, scale))) {
      const to = { ...condition, [end]: change.to };
      if (!field || condition.kind === 'age' || apart(condition, to, field)) yield { ...change, to };
    }
  }
}

/** Whether a value that the field takes lies between the bounds as they are and the moved ones. */
function apart(is: Kind<'number'>, to: Kind<'number' | 'age'>, field: Field): boolean {
  const within = ([low, high]: readonly [number, number]): string =>
    `${Math.max(low, field.min ?? low)} ${Math.min(high, field.max ?? high)}`;
  return within(ends(is)) !== within(ends(to));
}

function decimalsOf(subject: Subject, { scores }: Agreement): number {
  return subject.kind === 'score' ? foundIn(scores, subject.id).decimals : 0;
}

function* changesOfEvents(
  condition: Kind<'event' | 'event_age'>,
  scope: Scope,
): Generator<Change<Condition>> {
  const name = condition.events.join(' or ');
  if (condition.kind === 'event') {
    yield* inside(asking(moved(condition.min, `${name} at least`, { ...counts, least: 0 })), (min) => ({
      ...condition,
      min,
    }));
    yield* inside(asking(moved(condition.max, `${name} at most`, { ...counts, least: 0 })), (max) => ({
      ...condition,
      max,
    }));
    yield* inside(asking(moved(condition.within_ms, `${name} within`, lengths)), (ms) => ({
      ...condition,
      within_ms: ms,
    }));
  } else {
    const older = asking(moved(condition.older_than_ms, `${name} older than`, lengths));
    yield* inside(older, (ms) => ({ ...condition, older_than_ms: ms }));
  }
  yield* inside(fewer(condition.events, 'events'), (events) => ({ ...condition, events }));
  yield* inside(fewer(condition.since, `${name} since`, 0), (since) => ({ ...condition, since }));
  const where = changesOf(condition.where, aboutEvents(scope, condition.events));
  yield* inside(where, (where) => ({ ...condition, where }));
}

function* asking<T>(changes: Iterable<Change<T>>): Generator<Change<T>> {
  for (const change of changes) yield { ...change, says: change.says.replace(/^have /, 'ask for ') };
}

/** What a condition asks about, in a few words. */
function asked(condition: Condition): string {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'some':
      return condition.of.map(asked).join(` ${condition.kind === 'all' ? 'and' : 'or'} `);
    case 'not':
      return asked(condition.of);
    case 'event':
    case 'event_age':
      return condition.events.join(' or ');
    default:
      return nameOf(condition.subject);
  }
}

function nameOf(subject: Subject): string {
  return 'id' in subject ? subject.id : subject.kind;
}
