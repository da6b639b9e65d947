/**
 * What an agreement has under an id. Every name in a compiled agreement is resolved, and a list that is planned for is
 * never empty: what is not found is a bug of ours, so it is thrown.
 */
export function found<T>(parts: ReadonlyMap<string, T>, id: string): T {
  return there(parts.get(id), id);
}

/** The first of a list that is never empty. */
export const firstOf = <T>(list: readonly T[]): T => there(list[0], 'first');

/** The part of a list that has an id. */
export function foundIn<T extends { readonly id: string }>(parts: readonly T[], id: string): T {
  return there(
    parts.find((part) => part.id === id),
    id,
  );
}

/** A value that is always there, though its type cannot say so. */
export function there<T>(value: T | null | undefined, what: string): T {
  if (value === undefined || value === null) throw new TypeError(`there is no ${what}`);
  return value;
}
