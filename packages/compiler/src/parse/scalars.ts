import type { SourceSpan } from '../ir/types.ts';
import type { SourceFile } from '../source/source-file.ts';
import { parse } from './parse.ts';
import type { Path } from './tree.ts';

/** A word, number or flag in a file: under which keys and indices it stands, and where. */
export interface WrittenScalar {
  readonly path: Path;
  readonly value: string | number | boolean;
  readonly span: SourceSpan;
}

/** Every word, number and flag of a file, in its order; none of a file that cannot be read. */
export function scalarsOf(source: SourceFile): readonly WrittenScalar[] {
  const [tree] = parse(source);
  const visit = (value: unknown, path: Path): readonly WrittenScalar[] => {
    if (Array.isArray(value)) return value.flatMap((item, index) => visit(item, [...path, index]));
    if (typeof value === 'object' && value !== null)
      return Object.entries(value).flatMap(([key, child]) => visit(child, [...path, key]));
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return [];
    return tree ? [{ path, value, span: tree.places.value(path) }] : [];
  };
  return visit(tree?.data, []);
}
