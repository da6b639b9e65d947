/** Sets of atoms are ascending lists without duplicates. */
export type Atoms = readonly number[];

export function intersection(one: Atoms, other: Atoms): Atoms {
  const set = new Set(other);
  return one.filter((atom) => set.has(atom));
}

export function complement(atoms: Atoms, all: number): Atoms {
  const set = new Set(atoms);
  return Array.from({ length: all }, (_, atom) => atom).filter((atom) => !set.has(atom));
}

export function isSubset(one: Atoms, other: Atoms): boolean {
  return intersection(one, other).length === one.length;
}

export function normalAtoms(atoms: Iterable<number>, all: number): Atoms {
  const normal = [...new Set(atoms)].toSorted((a, b) => a - b);
  if (normal.some((atom) => !Number.isInteger(atom) || atom < 0 || atom >= all)) {
    throw new RangeError(`An atom that its variable does not have: ${normal.join(', ')} of ${all}`);
  }
  return normal;
}
