import { createHash } from 'node:crypto';
import type { Agreement } from '../ir/types.ts';

/**
 * Gives a compiled agreement its hash: of everything but the hash, the places in the author's files and the waivers, which
 * change no decision and come and go while the agreement stays.
 */
export function seal(agreement: Omit<Agreement, 'hash'>): Agreement {
  const { waivers: _, ...agreed } = agreement;
  const meaning = JSON.stringify(agreed, (key, value: unknown) => (key === 'span' ? undefined : value));
  const hash = createHash('sha256')
    .update(canonical(JSON.parse(meaning)))
    .digest('hex');
  const { kind, ir_version, ...rest } = agreement;
  return { kind, ir_version, hash, ...rest };
}

/** JSON with the keys of every object in byte order and no spaces (the order of RFC 8785 for the keys that we have). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}
