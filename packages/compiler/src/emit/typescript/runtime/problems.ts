import type { Problem } from './types.ts';

/** An error of the validator: where, as a JSON pointer; which keyword of JSON Schema; and its value. */
export type ValidationError = readonly [path: string, keyword: string, limit: unknown];

/** The errors of the validator in words. Options are told by those who read them. */
export function problemsOf(errors: readonly ValidationError[], input: unknown): Problem[] {
  return errors.map((error) => problemOf(error, input)).filter((problem) => problem !== null);
}

/** The first problem of each place. */
export function firstOfEach(problems: readonly Problem[]): readonly Problem[] {
  const byPlace = new Map<string, Problem>();
  for (const problem of problems) if (!byPlace.has(problem.at)) byPlace.set(problem.at, problem);
  return [...byPlace.values()];
}

function problemOf([path, keyword, limit]: ValidationError, input: unknown): Problem | null {
  const steps = path.split('/').slice(1);
  const at = placeOf(steps);
  const within = at === '' ? String(limit) : at + '.' + String(limit);
  if (keyword === 'required') return { at: within, message: 'is required' };
  if (keyword === 'additionalProperties') return { at: within, message: 'is not in the agreement' };
  if (valueAt(steps, input) === null) return { at, message: 'is required' };
  const isEvent = steps.length === 3 && steps[2] === 'event';
  if (keyword === 'enum') return isEvent ? { at, message: 'must be an event of the agreement' } : null;
  return { at, message: messageOf(keyword, limit) };
}

function messageOf(keyword: string, limit: unknown): string {
  switch (keyword) {
    case 'type':
      return typeMessage(String(limit));
    case 'minLength':
      return 'must not be empty';
    case 'maxLength':
      return 'must have at most ' + String(limit) + ' characters';
    case 'minimum':
      return 'must be at least ' + String(limit);
    case 'maximum':
      return 'must be at most ' + String(limit);
    default:
      return 'is not as the agreement says';
  }
}

function placeOf(steps: readonly string[]): string {
  return steps
    .map((step) => (/^\d+$/.test(step) ? '[' + step + ']' : '.' + step))
    .join('')
    .replace(/^\./, '');
}

function valueAt(steps: readonly string[], input: unknown): unknown {
  return steps.reduce((value, step) => (value as Record<string, unknown> | null)?.[step], input);
}

function typeMessage(type: string): string {
  switch (type.replace(',null', '')) {
    case 'string':
      return 'must be text';
    case 'number':
      return 'must be a number';
    case 'integer':
      return 'must be a whole number';
    case 'boolean':
      return 'must be true or false';
    case 'array':
      return 'must be a list';
    case 'object':
      return 'must be an object';
    default:
      return 'must be a moment with its zone, such as 2026-11-20T10:00:00Z, or whole milliseconds since 1970';
  }
}
