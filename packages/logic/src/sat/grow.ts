/** A copy of `array` with room for at least `size` entries; the array itself if it has that. */
export function grown<T extends Int32Array | Float64Array | Int8Array | Uint8Array>(
  array: T,
  size: number,
): T {
  if (array.length >= size) return array;
  const Constructor = array.constructor as new (length: number) => T;
  const copy = new Constructor(Math.max(size, array.length * 2, 64));
  copy.set(array);
  return copy;
}
