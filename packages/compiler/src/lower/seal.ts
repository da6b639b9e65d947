import { createHash } from 'node:crypto';
import type { Agreement } from '../ir/types.ts';

/**
 * Gives a compiled agreement its hash: of everything but the hash, the places in the author's files and the waivers, which
 * change no decision and come and go while the agreement stays.
 */
export function seal(agreement: Omit<Agreement, 'hash'>): Agreement {
  const { waivers: _, ...agreed } = agreement;
  const hash = createHash('sha256')
    .update(mapping(agreed, undefined, meaningOf))
    .digest('hex');
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
  return mapping(value, leftOut, (item) => written(item, leftOut));
}

function mapping(value: object, leftOut: string | undefined, jsonOf: (item: unknown) => string): string {
  let json = '';
  for (const key of Object.keys(value).toSorted()) {
    const item = (value as Record<string, unknown>)[key];
    if (key === leftOut || item === undefined) continue;
    json += `${json === '' ? '' : ','}${JSON.stringify(key)}:${jsonOf(item)}`;
  }
  return `{${json}}`;
}
