import type { Pool } from './pool.ts';

/** The columns of a pool in the order in which they are packed: those of four bytes first. */
const columns = [
  ['cells', Int32Array],
  ['epochs', Int32Array],
  ['entry_from', Int32Array],
  ['entry_after', Int32Array],
  ['hand_after', Int32Array],
  ['marks', Uint32Array],
  ['apart_from', Int32Array],
  ['apart_after', Int32Array],
  ['apart_stop', Int32Array],
  ['back_after', Int32Array],
  ['desk', Int16Array],
  ['entry_stage', Uint8Array],
  ['hand_stage', Uint8Array],
  ['apart_clock', Uint8Array],
  ['counts', Uint8Array],
] as const;

/** A pool as bytes (little-endian): the length of each column, then the columns. */
export function packPool(pool: Pool): Uint8Array<ArrayBuffer> {
  const lengths = columns.map(([name]) => pool[name].length);
  const parts = [Uint32Array.from(lengths), ...columns.map(([name]) => pool[name])];
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return bytes;
}

/** The pool of such bytes, which are trusted: they come from where the program does. */
export function unpackPool(bytes: ArrayBuffer): Pool {
  const lengths = new Uint32Array(bytes, 0, columns.length);
  let at = lengths.byteLength;
  const entries = columns.map(([name, Column], index) => {
    const column = new Column(bytes, at, lengths[index]);
    at += column.byteLength;
    return [name, column];
  });
  const pool = Object.fromEntries(entries) as unknown as Omit<Pool, 'size'>;
  return { ...pool, size: pool.hand_after.length };
}
