import { isInside } from './bounds.ts';
import type { Context } from './context.ts';
import { scale } from './decimal.ts';
import { eventsSince } from './events.ts';
import { fold } from './fold.ts';
import type { Condition, FieldValue, LeadEvent, Subject } from './types.ts';

type Kind<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

/**
 * Whether a condition holds. Every test of a missing value is false; `not` is the exact complement.
 *
 * Event tests see the lead's events up to `asOf`; what the decision itself moves is no event to them.
 */
export function holds(condition: Condition, context: Context): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((part) => holds(part, context));
    case 'any':
      return condition.of.some((part) => holds(part, context));
    case 'not':
      return !holds(condition.of, context);
    case 'some':
      return condition.of.filter((part) => holds(part, context)).length >= condition.at_least;
    case 'present':
      return isPresent(condition.subject, context);
    case 'choice':
      return isOneOf(condition, context);
    case 'includes':
      return includes(condition, context);
    case 'flag':
      return valueOf(condition.subject, context) === condition.is;
    case 'number':
      return numberLies(condition, context);
    case 'age':
      return ageLies(condition, context);
    case 'text':
      return textMatches(condition, context);
    case 'event':
      return countLies(condition, context);
    case 'event_age':
      return isOlder(condition, context);
  }
}

/** Whether something with this `when` applies: it has none, or it holds. */
export function applies(when: Condition | null, context: Context): boolean {
  return when === null || holds(when, context);
}

/** The events of these names strictly after the latest of `since`, with `where`, in time order. */
export function matchingEvents(
  { events, since, where }: Pick<Kind<'event'>, 'events' | 'since' | 'where'>,
  context: Context,
): readonly LeadEvent[] {
  return eventsSince(context.lead.events, since)
    .filter(({ event }) => events.includes(event))
    .filter((event) => applies(where, { ...context, event }));
}

function isOneOf({ subject, options }: Kind<'choice'>, context: Context): boolean {
  const value = valueOf(subject, context);
  return options.some((option) => (Array.isArray(value) ? value.includes(option) : option === value));
}

function isPresent(subject: Subject, context: Context): boolean {
  return subject.kind === 'score' || valueOf(subject, context) !== null;
}

function includes({ subject, mode, options }: Kind<'includes'>, context: Context): boolean {
  const value = valueOf(subject, context);
  if (!Array.isArray(value)) return false;
  const has = (option: string): boolean => value.includes(option);
  return mode === 'all' ? options.every(has) : options.some(has);
}

function numberLies(test: Kind<'number'>, context: Context): boolean {
  const value = scaledValue(test, context);
  return value !== undefined && isInside(value, test);
}

function scaledValue({ subject, decimals }: Kind<'number'>, context: Context): number | undefined {
  if (subject.kind === 'score') return context.scores[subject.id]?.points;
  const value = valueOf(subject, context);
  return typeof value === 'number' ? scale(value, decimals) : undefined;
}

function ageLies(test: Kind<'age'>, context: Context): boolean {
  const value = valueOf(test.subject, context);
  return typeof value === 'number' && isInside(context.asOf - value, test);
}

function textMatches({ subject, op, values }: Kind<'text'>, context: Context): boolean {
  const value = valueOf(subject, context);
  if (typeof value !== 'string') return false;
  const text = fold(value);
  switch (op) {
    case 'equals':
      return values.includes(text);
    case 'contains':
      return values.some((part) => text.includes(part));
    case 'starts_with':
      return values.some((start) => text.startsWith(start));
    case 'ends_with':
      return values.some((end) => text.endsWith(end));
  }
}

function countLies(test: Kind<'event'>, context: Context): boolean {
  const { min, max, within_ms: within } = test;
  const recent = matchingEvents(test, context).filter(
    ({ at }) => within === null || context.asOf - at <= within,
  );
  return (min === null || recent.length >= min) && (max === null || recent.length <= max);
}

function isOlder(test: Kind<'event_age'>, context: Context): boolean {
  const latest = matchingEvents(test, context).at(-1);
  return latest !== undefined && context.asOf - latest.at > test.older_than_ms;
}

/** What a subject is; of a score, its band. */
function valueOf(subject: Subject, context: Context): FieldValue {
  const { lead, event, stage, persona, grade, scores, outcome } = context;
  switch (subject.kind) {
    case 'field':
      return subject.id === 'created_at' ? lead.created_at : (lead.fields[subject.id] ?? null);
    case 'property':
      return event?.properties[subject.id] ?? null;
    case 'stage':
      return stage;
    case 'persona':
      return persona;
    case 'grade':
      return grade;
    case 'score':
      return scores[subject.id]?.band ?? null;
    case 'becomes':
      return outcome?.becomes ?? [];
    case 'queue':
      return outcome?.queue ?? null;
  }
}
