import { createHash } from 'node:crypto';
import type { Agreement } from '../ir/types.ts';
import { once } from '../once.ts';

/**
 * Gives a compiled agreement its hash: of everything but the hash, the places in the author's files and the waivers, which
 * change no decision and come and go while the agreement stays. It is made when somebody asks for it.
 */
export function seal(agreement: Omit<Agreement, 'hash'>): Agreement {
  const { kind, ir_version, ...rest } = agreement;
  const hash = once(() => hashOf(agreement));
  return {
    kind,
    ir_version,
    get hash() {
      return hash();
    },
    ...rest,
  };
}

function hashOf(agreement: Omit<Agreement, 'hash'>): string {
  const { waivers: _, ...agreed } = agreement;
  return createHash('sha256')
    .update(mapping(agreed, undefined, meaningOf))
    .digest('hex');
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
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (!Array.isArray(value)) return mapping(value, leftOut, written);
  let json = '';
  for (const item of value) json += `${json === '' ? '' : ','}${written(item, leftOut)}`;
  return `[${json}]`;
}

function mapping(value: object, leftOut: string | undefined, jsonOf: typeof written): string {
  let json = '';
  for (const { key, opening } of orderOf(Object.keys(value))) {
    const item = (value as Record<string, unknown>)[key];
    if (key === leftOut || item === undefined) continue;
    json += `${json === '' ? '' : ','}${opening}${jsonOf(item, leftOut)}`;
  }
  return `{${json}}`;
}

/** A key, and how its entry begins in JSON. */
interface Opening {
  readonly key: string;
  readonly opening: string;
}

const orders = new Map<string, readonly Opening[]>();
const mostOrders = 1_000;

/** Keys in byte order. Many objects have the same keys: they are put in order once. */
function orderOf(keys: readonly string[]): readonly Opening[] {
  const name = keys.join('\0'); // which no text of an agreement has
  const known = orders.get(name);
  if (known) return known;
  const order = keys.toSorted().map((key) => ({ key, opening: `${JSON.stringify(key)}:` }));
  if (orders.size === mostOrders) orders.clear();
  orders.set(name, order);
  return order;
}
