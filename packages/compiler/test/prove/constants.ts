import type { Agreement, Field } from '../../src/ir/types.ts';
import { day, hour } from '../ir/agreements.ts';

/** The constants that an agreement names. */
export interface Constants {
  /** Beginnings and ends of what is in force for a time. */
  readonly terms: readonly number[];
  readonly durations: readonly number[];
  readonly moments: readonly number[];
  /** By field or property. */
  readonly bySubject: ReadonlyMap<string, readonly Constant[]>;
}

type Constant = { readonly kind: string } & Readonly<Record<string, unknown>>;

export function constantsOf(agreement: Agreement): Constants {
  const terms = new Set<number>();
  const durations = new Set<number>();
  const moments = new Set<number>();
  const bySubject = new Map<string, Constant[]>();
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) return node.forEach(look);
    const record = node as Record<string, unknown>;
    for (const [key, value] of Object.entries(record)) {
      if (key.endsWith('_ms') && typeof value === 'number') durations.add(value);
      if (/^(from|until)$/.test(key) && typeof value === 'number') terms.add(value);
      look(value);
    }
    const id = (record['subject'] as { id?: string } | undefined)?.id;
    if (id === undefined) return;
    const test = record as Constant;
    bySubject.set(id, [...(bySubject.get(id) ?? []), test]);
    for (const edge of edgesOf(test)) {
      if (test.kind === 'age') durations.add(Math.abs(edge));
      else if (Math.abs(edge) > 1e11) moments.add(edge);
    }
  };
  const { scores, personas, grades, transitions, routing } = agreement;
  look(
    [scores, personas, grades, transitions, routing].map(
      (part) => JSON.parse(JSON.stringify(part)) as unknown,
    ),
  );
  durations.delete(0);
  return { terms: [...terms], durations: [...durations], moments: [...moments], bySubject };
}

function edgesOf(test: Constant): number[] {
  return [test['min'], test['max']].flatMap((bound) => {
    const value = (bound as { value?: number } | null | undefined)?.value;
    return value === undefined ? [] : [value];
  });
}

/** Values at and beside each constant that a field is compared with. */
export function valuesOf(
  field: Pick<Field, 'id' | 'type' | 'required'> & Partial<Field>,
  { bySubject }: Constants,
): (asOf: number) => readonly unknown[] {
  const tests = bySubject.get(field.id) ?? [];
  const missing = field.required ? [] : [null];
  const of = (values: readonly unknown[]) => {
    const all = [...missing, ...values];
    return () => all;
  };
  switch (field.type) {
    case 'choice':
      return of((field.options ?? []).map(({ id }) => id));
    case 'choices':
      return of(subsets((field.options ?? []).map(({ id }) => id)));
    case 'flag':
      return of([false, true]);
    case 'text':
      return of(textsOf(tests));
    case 'date':
    case 'moment':
      return (asOf) => [...missing, ...datesOf(field.type, tests, asOf)];
    default: {
      const scale = 10 ** (field.decimals ?? 0);
      const around = tests.flatMap((test) => edgesOf(test).flatMap((edge) => [edge - 1, edge, edge + 1]));
      return of([...new Set([0, ...around])].map((value) => value / scale));
    }
  }
}

function subsets(options: readonly string[]): string[][] {
  return options.reduce<string[][]>(
    (sets, option) => [...sets, ...sets.map((set) => [...set, option])],
    [[]],
  );
}

/** The texts asked for, and what two of them make together. */
function textsOf(tests: readonly Constant[]): string[] {
  const values = [...new Set(tests.flatMap((test) => (test['values'] as string[] | undefined) ?? []))];
  const pairs = values.flatMap((one) =>
    values.flatMap((other) => [`${one}${other}`, `${one} ${other}`, `${one}${other.slice(1)}`]),
  );
  return ['', 'zz', ...values, ...values.map((value) => `z${value}z`), ...pairs].filter(
    (text) => text.length <= 12,
  );
}

function datesOf(type: string, tests: readonly Constant[], asOf: number): unknown[] {
  const step = type === 'date' ? day : 1;
  const edges = tests.flatMap((test) =>
    edgesOf(test).map((edge) => (test.kind === 'age' ? asOf - edge : edge)),
  );
  const around = [asOf, asOf - hour, asOf - 40 * day, ...edges].flatMap((edge) => {
    const whole = Math.floor(edge / step) * step;
    return [whole - step, whole, whole + step];
  });
  return [...new Set(around)].map((at) => (type === 'date' ? new Date(at).toISOString().slice(0, 10) : at));
}
