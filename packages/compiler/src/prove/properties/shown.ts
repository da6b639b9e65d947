import { natural } from '../../ir/decimal.ts';
import type { Bound, Condition, Subject } from '../../ir/types.ts';
import { day, hour, minute } from '../../time/duration.ts';

/**
 * A condition in the words of the language, short enough for a message.
 *
 * ```ts
 * shown({ kind: 'choice', subject: { kind: 'field', id: 'country' }, options: ['de'] }); // 'country: de'
 * ```
 */
export function shown(condition: Condition): string {
  switch (condition.kind) {
    case 'all':
      return condition.of.map(shown).join(', ');
    case 'any':
      return `any: [${condition.of.map((part) => `{ ${shown(part)} }`).join(', ')}]`;
    case 'some':
      return `some: at least ${condition.at_least} of ${condition.of.length}`;
    case 'not':
      return condition.of.kind === 'present'
        ? `${nameOf(condition.of.subject)}: missing`
        : `not: { ${shown(condition.of)} }`;
    case 'present':
      return `${nameOf(condition.subject)}: present`;
    case 'choice':
    case 'includes':
      return `${nameOf(condition.subject)}: ${listed(condition.options)}`;
    case 'flag':
      return `${nameOf(condition.subject)}: ${condition.is}`;
    case 'number':
      return `${nameOf(condition.subject)}: ${bounds(condition, (value) => String(natural(value, condition.decimals)))}`;
    case 'age':
      return `${nameOf(condition.subject)}: ${bounds(condition, time)} ago`;
    case 'text':
      return `${nameOf(condition.subject)}: ${condition.op} ${listed(condition.values)}`;
    case 'event':
    case 'event_age':
      return `${listed(condition.events)}: ${eventWords(condition)}`;
  }
}

function nameOf(subject: Subject): string {
  return 'id' in subject ? subject.id : subject.kind;
}

function listed(options: readonly string[]): string {
  return options.length === 1 ? String(options[0]) : `[${options.join(', ')}]`;
}

function bounds(
  { min, max }: { readonly min: Bound | null; readonly max: Bound | null },
  word: (value: number) => string,
): string {
  const low = min && `${min.inclusive ? 'at least' : 'more than'} ${word(min.value)}`;
  const high = max && `${max.inclusive ? 'at most' : 'below'} ${word(max.value)}`;
  return [low, high].filter(Boolean).join(', ');
}

function time(ms: number): string {
  const size = Math.abs(ms);
  const [unit, name] =
    size % day === 0 ? [day, 'days'] : size % hour === 0 ? [hour, 'hours'] : [minute, 'minutes'];
  return `${Math.round(ms / unit)} ${name}`;
}

function eventWords(test: Extract<Condition, { kind: 'event' | 'event_age' }>): string {
  if (test.kind === 'event_age') return `older than ${time(test.older_than_ms)}`;
  const count = [
    test.min === null ? '' : test.min === 1 && test.max === null ? 'ever' : `at least ${test.min}`,
    test.max === null ? '' : test.max === 0 ? 'never' : `at most ${test.max}`,
  ];
  const within = test.within_ms === null ? '' : `within ${time(test.within_ms)}`;
  return [...count, within].filter(Boolean).join(', ');
}
