import { createHash } from 'node:crypto';
import type { Agreement } from '../ir/types.ts';

/**
 * Gives a compiled agreement its hash: of everything but the hash, the places in the author's files and the waivers, which
 * change no decision and come and go while the agreement stays.
 */
export function seal(agreement: Omit<Agreement, 'hash'>): Agreement {
  const { waivers: _, ...agreed } = agreement;
  const parts = Object.entries(agreed).map(([key, part]) => [key, meaningOf(part)] as const);
  const hash = createHash('sha256').update(mapping(parts)).digest('hex');
  const { kind, ir_version, ...rest } = agreement;
  return { kind, ir_version, hash, ...rest };
}

/** JSON with the keys of every object in byte order and no spaces (the order of RFC 8785 for the keys that we have). */
export function canonical(value: unknown): string {
  return written(value, undefined);
}

const meanings = new WeakMap<object, string>();

/** The JSON of a part without its places, made once for all agreements that share it. */
function meaningOf(part: unknown): string {
  if (typeof part !== 'object' || part === null) return canonical(part);
  const meaning = meanings.get(part) ?? written(part, 'span');
  meanings.set(part, meaning);
  return meaning;
}

function written(value: unknown, leftOut: string | undefined): string {
  if (Array.isArray(value)) return `[${value.map((item) => written(item, leftOut)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([key, item]) => key !== leftOut && item !== undefined);
  return mapping(entries.map(([key, item]) => [key, written(item, leftOut)]));
}

function mapping(entries: readonly (readonly [key: string, json: string])[]): string {
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${sorted.map(([key, json]) => `${JSON.stringify(key)}:${json}`).join(',')}}`;
}
