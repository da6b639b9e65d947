import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '@smarketing/compiler';

const here = import.meta.dirname;
const suffix = '.removed';

/** How the broken agreements are compiled. */
export const options = { name: 'broken', today: '2026-11-22' };

const base = read('base');

/** The folders beside this file: what each has other than the base, and the findings that it expects. */
export const cases = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'base')
  .map(({ name }) => ({ name, files: read(name) }));

/** The files of a folder, by name. */
function read(folder: string): ReadonlyMap<string, string> {
  const root = join(here, folder);
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  return new Map(names.map((name) => [name, readFileSync(join(root, name), 'utf8')] as const));
}

/** The base with a case's files in place of its own; `x.yaml.removed` takes `x.yaml` away. */
export function overlay(files: ReadonlyMap<string, string>): SourceFile[] {
  const removed = [...files.keys()].filter((name) => name.endsWith(suffix));
  const gone = new Set([...removed, ...removed.map((name) => name.slice(0, -suffix.length)), 'expected.txt']);
  return [...new Map([...base, ...files])]
    .filter(([name]) => !gone.has(name))
    .map(([name, text]) => ({ path: name, name, text }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
