import { type Diagnostic, report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { firstOf, found } from '../found.ts';
import type { SourceSpan } from '../ir/types.ts';
import { Places, type Tree } from '../parse/tree.ts';
import type { SourceFile } from '../source/source-file.ts';
import { type FileKind, fileKinds, requiredFiles } from './files.ts';
import { namePattern } from './names.ts';

/** The files of an agreement, joined by kind: `scoring/fit.yaml` and `scoring/web.yaml` are `scoring`. */
export interface Assembled {
  readonly files: ReadonlyMap<FileKind, Joined>;
  readonly mappings: ReadonlyMap<string, Joined>;
}

/** The tree of one file or of several, and what it was read from. */
export interface Joined {
  readonly tree: Tree;
  readonly sources: readonly SourceFile[];
}

/** A file, and its tree if it could be parsed. */
interface Part {
  readonly source: SourceFile;
  readonly tree: Tree | undefined;
}

/** Sorts parsed files by kind, and joins those of a folder. `broken` are files that could not be parsed: they are not missing. */
export function assemble(parsed: readonly Part[]): readonly [Assembled, readonly Diagnostic[]] {
  const diagnostics: Diagnostic[] = [];
  const parts = new Map<FileKind, Part[]>();
  const mappings = new Map<string, Joined>();
  for (const { source, tree } of parsed) {
    const [first = '', second] = source.name.replace(/\.yaml$/, '').split('/');
    if (first === 'mappings' && second !== undefined) {
      if (!namePattern.test(second)) diagnostics.push(report('bad-name', top(source.name), { name: second }));
      else if (tree) mappings.set(second, { tree, sources: [source] });
    } else if (isKind(first)) {
      parts.set(first, [...(parts.get(first) ?? []), { source, tree }]);
    } else {
      const near = nearest(first, [...fileKinds, 'mappings']);
      const hint =
        near && `Did you mean ${second === undefined && near !== 'mappings' ? `${near}.yaml` : `${near}/`}?`;
      diagnostics.push(report('file-unknown', top(source.name), { name: source.name }, { hint }));
    }
  }
  for (const kind of requiredFiles) {
    if (!parts.has(kind)) diagnostics.push(report('file-missing', top(''), { file: `${kind}.yaml` }));
  }
  const files = new Map<FileKind, Joined>();
  for (const [kind, list] of parts) {
    const sources = list.map(({ source }) => source);
    const alone = sources.find(({ name }) => !name.includes('/'));
    if (alone && list.length > 1) diagnostics.push(report('file-twice', top(alone.name), { name: kind }));
    const tree = join(list, diagnostics);
    if (tree) files.set(kind, { tree, sources });
  }
  return [{ files, mappings }, diagnostics];
}

function isKind(word: string): word is FileKind {
  return (fileKinds as readonly string[]).includes(word);
}

function top(file: string): SourceSpan {
  return { file, line: 1, col: 1, end_line: 1, end_col: 1 };
}

type Mapping = Record<string, unknown>;

/** One tree of several; `undefined` when one of them could not be parsed, since what is missing could be in it. */
function join(parts: readonly Part[], diagnostics: Diagnostic[]): Tree | undefined {
  const [only] = parts;
  if (parts.some(({ tree }) => tree === undefined)) return undefined;
  if (parts.length === 1) return only?.tree;
  const data: Mapping = {};
  const places = new Places({ key: [1, 1, 1, 1], file: firstOf(parts).source.name });
  const from = new Map<string, string>();
  for (const { source, tree } of parts) {
    if (!tree || !isMapping(tree.data)) return tree;
    for (const [key, value] of Object.entries(tree.data)) joinKey(key, value, source.name, tree);
  }
  return { data, places };

  function joinKey(key: string, value: unknown, file: string, tree: Tree): void {
    const known = data[key];
    if (!Object.hasOwn(data, key)) {
      data[key] = isMapping(value) ? { ...value } : Array.isArray(value) ? [...(value as unknown[])] : value;
      places.adopt(tree.places, [key], [key]);
      if (isMapping(value)) for (const inner of Object.keys(value)) from.set(`${key}.${inner}`, file);
      from.set(key, file);
    } else if (Array.isArray(known) && Array.isArray(value)) {
      value.forEach((item, index) => {
        places.adopt(tree.places, [key, index], [key, known.length]);
        known.push(item);
      });
    } else if (isMapping(known) && isMapping(value)) {
      for (const [inner, item] of Object.entries(value)) {
        const at = tree.places.key([key, inner]);
        if (Object.hasOwn(known, inner))
          diagnostics.push(report('spread-twice', at, { key: inner, file: found(from, `${key}.${inner}`) }));
        else {
          known[inner] = item;
          places.adopt(tree.places, [key, inner], [key, inner]);
          from.set(`${key}.${inner}`, file);
        }
      }
    } else {
      diagnostics.push(report('spread-twice', tree.places.key([key]), { key, file: found(from, key) }));
    }
  }
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
