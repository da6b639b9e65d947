/**
 * Orders texts by code points, as the bytes of their UTF-8 do in a database; `<` orders UTF-16 units.
 *
 * ```ts
 * ['\u{1F600}', '\uFF5E'].toSorted(byCodePoints); // ['\uFF5E', '\u{1F600}']
 * ```
 */
export function byCodePoints(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  const differs = left.findIndex((point, index) => point !== right[index]);
  if (differs === -1) return left.length - right.length;
  return Number(left[differs]?.codePointAt(0)) - (right[differs]?.codePointAt(0) ?? -1);
}
