import { createHash } from 'node:crypto';
import type { Change, Found } from './change.ts';
import { normal } from './normal.ts';

/**
 * What something says, as one text: without places in files, and the same however its conditions are ordered.
 *
 * ```ts
 * contentOf({ id: 'a', when: condition, span }) // '{"id":"a","when":{…}}'
 * ```
 */
export function contentOf(value: unknown): string {
  return JSON.stringify(plainOf(value)) ?? 'undefined';
}

export function same(one: unknown, other: unknown): boolean {
  return contentOf(one) === contentOf(other);
}

/** The content of something but for its name, and but for other keys if they are told. */
export function contentBut(item: object, ...keys: readonly string[]): string {
  const left = Object.entries(item).filter(([key]) => key !== 'id' && !keys.includes(key));
  return contentOf(Object.fromEntries(left));
}

export function withFingerprint({ content, ...found }: Found): Change {
  const { part, verb, about, was = null, is = null, level, harderFor } = found;
  const known = contentOf([part, verb, about, level, harderFor, ...content]);
  const fingerprint = createHash('sha256').update(known).digest('hex');
  return { kind: `${part}-${verb}`, ...found, was, is, fingerprint };
}

function plainOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value !== 'object' || value === null) return value;
  const ordered = Object.entries(normal(value)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    ordered.filter(([key]) => key !== 'span').map(([key, item]) => [key, plainOf(item)]),
  );
}
