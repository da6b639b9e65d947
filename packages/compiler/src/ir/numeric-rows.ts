import type { NamedInterval } from './intervals.ts';
import type { Condition, SourceSpan } from './types.ts';

/** A row of a table, as far as it decides whether it matches. */
export interface Row {
  readonly id: string;
  readonly when: Condition;
  readonly span: SourceSpan;
}

export interface NumericRows {
  /** The field or score that all rows test. */
  readonly name: string;
  readonly decimals: number;
  readonly intervals: readonly NamedInterval[];
}

/** The intervals of rows that all test one and the same number, or its being missing, and nothing else; `undefined` for other tables. */
export function numericRows(rows: readonly Row[]): NumericRows | undefined {
  const first = rows.map(({ when }) => when).find(({ kind }) => kind === 'number');
  if (first?.kind !== 'number' || !('id' in first.subject)) return undefined;
  const { id: name } = first.subject;
  const asksMissing = ({ when }: Row): boolean =>
    when.kind === 'not' &&
    when.of.kind === 'present' &&
    'id' in when.of.subject &&
    when.of.subject.id === name;
  const tested = rows.filter((row) => !asksMissing(row));
  const intervals = tested.flatMap(({ id, when }) =>
    when.kind === 'number' && 'id' in when.subject && when.subject.id === name
      ? [{ id, min: when.min, max: when.max }]
      : [],
  );
  return intervals.length === tested.length ? { name, decimals: first.decimals, intervals } : undefined;
}
