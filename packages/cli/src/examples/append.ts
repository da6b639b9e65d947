import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withExamples } from '@smarketing/compiler';
import type { Agreement, Example } from '@smarketing/compiler/ir';
import { makeFolder } from '../files/folder.ts';
import { replaceFile } from '../files/staged.ts';
import { writing } from '../files/unwritten.ts';

/** Writes examples at the end of a file of an agreement, and begins the file where there is none. */
export function appendExamples(
  path: { readonly folder: string; readonly file: string },
  agreement: Agreement,
  examples: readonly Example[],
): void {
  const target = join(path.folder, path.file);
  const before = existsSync(target) ? readFileSync(target, 'utf8') : '';
  writing(target, () => makeFolder(dirname(target)));
  replaceFile(target, withExamples(before, agreement, examples));
}
