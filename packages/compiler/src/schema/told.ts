import type { z } from 'zod';
import type { Path, Tree } from '../parse/tree.ts';

/** The tree, and what follows from something else that is told. */
export interface Told {
  readonly schema: z.ZodType;
  readonly tree: Tree;
  /** Paths of keys that are there with a typo, and so are not missing. */
  readonly typos: Set<string>;
  /** Paths of numbers that a comma has cut in two. */
  readonly cut: Set<string>;
}

export function where(path: Path): string {
  return path.length === 0
    ? 'here'
    : `in \`${path.map((part) => (typeof part === 'number' ? part + 1 : part)).join(' › ')}\``;
}

export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}
