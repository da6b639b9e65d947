import { canonical } from '@smarketing/compiler';
import type { Condition } from '@smarketing/compiler/ir';

const kinds: ReadonlySet<unknown> = new Set<Condition['kind']>([
  'all',
  'any',
  'not',
  'some',
  'present',
  'choice',
  'includes',
  'flag',
  'number',
  'age',
  'text',
  'event',
  'event_age',
]);

/** A condition in the one form of all that are the same but for the order and the nesting of their parts; others as they are. */
export function normal(value: object): object {
  return isCondition(value) ? normalCondition(value) : value;
}

function isCondition(value: object): value is Condition {
  if (!('kind' in value) || !kinds.has(value.kind)) return false;
  return 'of' in value || 'subject' in value || 'within_ms' in value || 'older_than_ms' in value;
}

export function normalCondition(condition: Condition): Condition {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return joined(condition.kind, condition.of.map(normalCondition));
    case 'some':
      return { ...condition, of: sorted(condition.of.map(normalCondition)) };
    case 'not': {
      const of = normalCondition(condition.of);
      return of.kind === 'not' ? of.of : { ...condition, of };
    }
    case 'choice':
    case 'includes':
      return { ...condition, options: once(condition.options) };
    case 'text':
      return { ...condition, values: once(condition.values) };
    case 'event':
    case 'event_age': {
      const { events, since, where } = condition;
      return {
        ...condition,
        events: once(events),
        since: once(since),
        where: where && normalCondition(where),
      };
    }
    default:
      return condition;
  }
}

/** Parts of the same kind are taken out of their brackets; what is said twice is said once. */
function joined(kind: 'all' | 'any', parts: readonly Condition[]): Condition {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.of : [part]));
  const of = sorted(flat).filter((part, at, all) => textOf(part) !== textOf(all[at - 1]));
  const [only] = of;
  return only && of.length === 1 ? only : { kind, of };
}

function sorted(conditions: readonly Condition[]): readonly Condition[] {
  return conditions.toSorted((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
}

function once(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted((a, b) => (a < b ? -1 : 1));
}

function textOf(condition: Condition | undefined): string {
  return condition ? canonical(condition) : '';
}
