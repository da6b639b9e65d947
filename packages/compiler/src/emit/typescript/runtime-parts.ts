import { there } from '../../found.ts';
import { batchSources, sources } from './runtime-text.ts';

interface Part {
  readonly file: string;
  readonly code: string;
  /** The names that it defines for others. */
  readonly names: readonly string[];
}

/** The parts in the order in which they stand in an engine. */
const engineParts: readonly Part[] = partsOf(sources);

/** Those of batches, which use some of an engine's. */
const batchParts: readonly Part[] = partsOf(batchSources);

function partsOf(list: typeof sources): readonly Part[] {
  return list.map(({ file, text }) => partOf(file, text));
}

function partOf(file: string, text: string): Part {
  const code = text
    .replace(/^import [^;]*;\n/gm, '')
    .replace(/^export /gm, '')
    .trim();
  const names = [...text.matchAll(/^export (?:async function\*|function|const|interface) (\w+)/gm)].map(
    ([, name]) => name as string,
  );
  return { file, code, names };
}

/** The source of all parts that the code mentions, and of those that these mention. */
export function runtimeFor(code: string, whose: 'engine' | 'batch' = 'engine'): readonly string[] {
  const parts = whose === 'engine' ? engineParts : [...engineParts, ...batchParts];
  const used = new Set<Part>();
  const add = (text: string): void => {
    for (const part of parts) {
      if (used.has(part) || !part.names.some((name) => mentions(text, name))) continue;
      used.add(part);
      add(part.code);
    }
  };
  add(code);
  return parts.filter((part) => used.has(part) && !firsts.includes(part.file)).map((part) => part.code);
}

const firsts = ['never.ts', 'points.ts'];

/** The source of what stands before all that uses it, as far as the code does. */
export function runtimeBefore(code: string): readonly string[] {
  return engineParts
    .filter(({ file, names }) => firsts.includes(file) && names.some((name) => mentions(code, name)))
    .map((part) => part.code);
}

/** What stands in the place of the length function that ajv would import. */
export const codePointsSource: string = sourceOf('code-points.ts').replace(
  '(text: string): number',
  '(text)',
);

function sourceOf(file: string): string {
  return there(
    engineParts.find((part) => part.file === file),
    `part ${file}`,
  ).code;
}

const commentOrText = /\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g;

/**
 * Whether code means the part by a name, and not something that an author calls the same: such a name stands in texts
 * and comments, behind a dot, or before the colon of its value or type.
 */
function mentions(code: string, name: string): boolean {
  return new RegExp(`(?<![.\\w])${name}(?!\\w|\\??:)`).test(code.replace(commentOrText, ''));
}
