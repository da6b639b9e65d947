import type { Change } from './types.ts';

/** The list with one of its items put in another's place. */
export function replaced<T>(list: readonly T[], index: number, item: T): readonly T[] {
  return list.map((other, place) => (place === index ? item : other));
}

/** The list without one of its items. */
export function without<T>(list: readonly T[], index: number): readonly T[] {
  return list.filter((_, place) => place !== index);
}

/** The list with an item and the next one in each other's place. */
export function swapped<T>(list: readonly T[], index: number): readonly T[] {
  return [...list.slice(0, index), ...list.slice(index, index + 2).toReversed(), ...list.slice(index + 2)];
}

/** The same change, of the thing that holds the part. */
export function* inside<P, T>(changes: Iterable<Change<P>>, put: (part: P) => T): Generator<Change<T>> {
  for (const change of changes) yield { ...change, to: put(change.to) };
}

/** Each of several names taken away; `least` have to stay. */
export function* fewer(
  names: readonly string[],
  what: string,
  least: number = 1,
): Generator<Change<readonly string[]>> {
  if (names.length <= least) return;
  for (const [index, name] of names.entries()) {
    yield {
      kind: 'option',
      change: `${what} not ${name}`,
      says: `leave ${name} out of "${what}"`,
      to: without(names, index),
    };
  }
}
