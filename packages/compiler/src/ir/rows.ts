import { ends } from './intervals.ts';
import type { Condition, InForce, SourceSpan, Subject } from './types.ts';

/** A row of a table, as far as it decides whether it matches. */
export interface Row {
  readonly id: string;
  readonly when: Condition;
  readonly span: SourceSpan;
  readonly in_force?: InForce | null;
}

/** What a row asks of one subject: a set of words, an interval, or whether there is a value at all. */
type Asks =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'interval'; readonly low: number; readonly high: number; readonly decimals: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'present' };

/** A row that asks only simple things, each of another subject: a box. */
type Box = ReadonlyMap<string, Asks>;

export interface RowOverlap {
  /** A lead that both rows match, in words. */
  readonly value: string;
  readonly first: Row;
  readonly second: Row;
}

/** Pairs of rows that one lead can match, among those that are boxes; others are not looked at. */
export function rowOverlaps(rows: readonly Row[]): RowOverlap[] {
  const boxes = rows.flatMap((row) => {
    const box = boxOf(row.when);
    return box ? [{ row, box }] : [];
  });
  return boxes.flatMap(({ row: second, box }, index) =>
    boxes.slice(0, index).flatMap(({ row: first, box: other }) => {
      const value = apart(first, second) ? undefined : common(other, box);
      return value === undefined ? [] : [{ value, first, second }];
    }),
  );
}

/** Whether one is no longer in force when the other comes into force. */
function apart(a: Row, b: Row): boolean {
  const ends = (one: Row, other: Row): boolean =>
    (one.in_force?.until ?? Infinity) <= (other.in_force?.from ?? -Infinity);
  return ends(a, b) || ends(b, a);
}

/** Whether {@link rowOverlaps} sees every overlap of these rows. */
export function areBoxes(rows: readonly Row[]): boolean {
  return rows.every(({ when }) => boxOf(when) !== undefined);
}

function boxOf(condition: Condition): Box | undefined {
  const box = new Map<string, Asks>();
  for (const part of condition.kind === 'all' ? condition.of : [condition]) {
    const found = asksOf(part);
    if (!found || box.has(found.name)) return undefined;
    box.set(found.name, found.asks);
  }
  return box;
}

function asksOf(part: Condition): { readonly name: string; readonly asks: Asks } | undefined {
  if (part.kind === 'not')
    return part.of.kind === 'present'
      ? { name: nameOf(part.of.subject), asks: { kind: 'missing' } }
      : undefined;
  if (!('subject' in part)) return undefined;
  const name = nameOf(part.subject);
  switch (part.kind) {
    case 'present':
      return { name, asks: { kind: 'present' } };
    case 'choice':
      if (part.subject.kind === 'score') return undefined;
      return { name, asks: { kind: 'words', words: part.options } };
    case 'flag':
      return { name, asks: { kind: 'words', words: [String(part.is)] } };
    case 'number': {
      const [low, high] = ends(part);
      return { name, asks: { kind: 'interval', low, high, decimals: part.decimals } };
    }
    default:
      return undefined;
  }
}

function nameOf(subject: Subject): string {
  return 'id' in subject ? subject.id : subject.kind;
}

/** A lead in both boxes, in words; `undefined` when there is none. */
function common(a: Box, b: Box): string | undefined {
  const words: string[] = [];
  for (const name of new Set([...a.keys(), ...b.keys()])) {
    const value = shared(a.get(name) ?? b.get(name), b.get(name) ?? a.get(name));
    if (value === undefined) return undefined;
    words.push(`${name} ${value}`);
  }
  return words.join(', ');
}

/** A value that both ask for. */
function shared(a: Asks | undefined, b: Asks | undefined): string | undefined {
  if (!a || !b) return undefined;
  if (a.kind === 'missing' || b.kind === 'missing') return a.kind === b.kind ? 'missing' : undefined;
  if (a.kind === 'present') return b.kind === 'present' ? 'present' : shared(b, b);
  if (b.kind === 'present') return shared(a, a);
  if (a.kind === 'words')
    return b.kind === 'words' ? a.words.find((word) => b.words.includes(word)) : undefined;
  if (b.kind === 'words') return undefined;
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  if (low > high) return undefined;
  return String((Number.isFinite(low) ? low : Number.isFinite(high) ? high : 0) / 10 ** a.decimals);
}
