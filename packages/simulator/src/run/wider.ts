/** A longer column, with what the old one holds. */
export function wider<
  T extends Float64Array | Int32Array | Int16Array | Uint8Array | Uint16Array | Uint32Array,
>(wide: T, old: T): T {
  wide.set(old);
  return wide;
}
