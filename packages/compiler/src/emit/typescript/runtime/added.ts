/** The list with one more. A list of one takes much less room than an empty one that grew. */
export function added<T>(list: T[], item: T): T[] {
  if (list.length === 0) return [item];
  list.push(item);
  return list;
}
