import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './test-io.ts';

/** Where commands are run on the small agreement `northwind`. */
export const northwind: string = join(import.meta.dirname, 'fixtures/northwind');

/** A copy of it, with changes to one of its files. */
export function changedNorthwind(
  file: string,
  ...changes: readonly (readonly [from: string, to: string])[]
): string {
  const folder = temporaryFolder();
  cpSync(northwind, folder, { recursive: true });
  const path = join(folder, 'agreements/northwind', file);
  let text = readFileSync(path, 'utf8');
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    text = text.replace(from, to);
  }
  writeFileSync(path, text);
  return folder;
}
