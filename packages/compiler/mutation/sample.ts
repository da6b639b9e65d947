import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How many lines of a file are one stretch of a sample. A mutant that spans more is in no sample. */
const stretch = 6;

/** What of some files StrykerJS is to mutate: all, or the lines of every so many stretches, counted over all files. */
export function sample(
  root: string,
  paths: readonly string[],
  { each, from }: { readonly each: number; readonly from: number },
): string[] {
  const patterns = paths.map((path) => path.replace(/^!?/, '$&packages/compiler/'));
  if (each === 1) return patterns;
  const [left, taken] = [true, false].map((out) => patterns.filter((path) => path.startsWith('!') === out));
  const exclude = (left ?? []).map((path) => path.slice(1));
  const starts = globSync(taken ?? [], { cwd: root, exclude })
    .toSorted()
    .flatMap((path) => {
      const lines = readFileSync(join(root, path), 'utf8').split('\n').length;
      return Array.from(
        { length: Math.ceil(lines / stretch) },
        (_, index) => [path, index * stretch + 1] as const,
      );
    });
  return starts
    .filter((_, index) => index % each === from)
    .map(([path, line]) => `${path}:${line}-${line + stretch - 1}`);
}
