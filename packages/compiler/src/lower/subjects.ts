import type { Field, FieldType, Subject } from '../ir/types.ts';
import type { Scope } from './scope.ts';

/** What a test may ask of: a field, a property, a score, or persona, grade and stage; in assertions also becomes and queue. */
export interface Asked {
  readonly subject: Subject;
  readonly name: string;
  readonly type: FieldType | 'score' | 'name';
  readonly required: boolean;
  /** Options of choices; names of personas, grades, stages; bands of scores. */
  readonly options: readonly string[];
  readonly decimals: number;
  readonly min: number | null;
  readonly max: number | null;
}

export function askedField(field: Field, kind: 'field' | 'property'): Asked {
  return {
    subject: { kind, id: field.id },
    name: field.id,
    type: field.type,
    required: field.required,
    options: field.options.map(({ id }) => id),
    decimals: field.decimals,
    min: field.min,
    max: field.max,
  };
}

const named = { type: 'name', decimals: 0, min: null, max: null } as const;

/** What a key of a condition asks of, if it is not an event or one of the four words. */
export function askedName(scope: Scope, name: string): Asked | undefined {
  const field = scope.fields.get(name);
  if (field) return askedField(field, 'field');
  const score = scope.scores.get(name);
  if (score) {
    const { decimals, bands } = score;
    const subject = { kind: 'score', id: name } as const;
    return { subject, name, type: 'score', required: true, options: bands, decimals, min: null, max: null };
  }
  if (name === 'persona')
    return {
      ...named,
      subject: { kind: 'persona' },
      name,
      required: false,
      options: [...scope.personas.keys()],
    };
  if (name === 'grade')
    return { ...named, subject: { kind: 'grade' }, name, required: false, options: [...scope.grades.keys()] };
  if (name === 'stage')
    return { ...named, subject: { kind: 'stage' }, name, required: true, options: [...scope.stages.keys()] };
  return undefined;
}

/** What only an assertion asks of: what the decision comes to. */
export function askedOutcome(scope: Scope, name: string): Asked | undefined {
  if (name === 'becomes')
    return { ...named, subject: { kind: name }, name, required: true, options: [...scope.stages.keys()] };
  if (name === 'queue')
    return { ...named, subject: { kind: name }, name, required: false, options: [...scope.queues.keys()] };
  return undefined;
}
