import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '@smarketing/compiler';

/** An agreement of the project, as files. */
export interface Written {
  readonly name: string;
  readonly sources: readonly SourceFile[];
}

const root = join(import.meta.dirname, '../../../..');

/** Every agreement of the project; how many of eleven mutants are made of it, for large ones take their time. */
const folders: readonly (readonly [folder: string, share: number])[] = [
  ['agreements/acme', 1],
  ['agreements/starter', 2],
  ['packages/compiler/test/broken/base', 3],
  ['packages/cli/test/fixtures/northwind/agreements/northwind', 3],
  ['packages/cli/test/fixtures/x-education/agreements/x_education', 2],
];

export const written: readonly Written[] = folders.map(([folder]) => ({
  name: folder.split('/').at(-1) ?? '',
  sources: read(join(root, folder)),
}));

/** The agreements of which mutants are made, each as often as its share. */
export const chosen: readonly Written[] = folders.flatMap(([, share], at) =>
  written.slice(at, at + 1).flatMap((agreement) => Array.from({ length: share }, () => agreement)),
);

function read(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => ({ path: name, name, text: readFileSync(join(folder, name), 'utf8') }));
}
