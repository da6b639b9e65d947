import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { report, type Result } from '../diagnostics/diagnostic.ts';
import { type FolderEntry, sourcesIn } from './entries.ts';
import type { SourceFile } from './source-file.ts';

/**
 * Reads the files of one agreement: `*.yaml` in the folder and one level below. The only door to the disk.
 *
 * Files come in byte order of their names, whatever order the disk lists them in. Symbolic links are refused.
 */
export function readAgreementFolder(folder: string): Result<readonly SourceFile[]> {
  const shown = folder.replaceAll('\\', '/').replace(/\/+$/, '');
  if (isFolder(folder)) return sourcesIn(shown, entriesOf(folder));
  const start = { file: '', line: 1, col: 1, end_line: 1, end_col: 1 };
  return [undefined, [report('folder-not-found', start, { folder: shown })]];
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(realpathSync(path)).isDirectory();
  } catch {
    return false;
  }
}

function entriesOf(folder: string, below = ''): readonly FolderEntry[] {
  const all = readdirSync(join(folder, below), { withFileTypes: true });
  return all.flatMap((entry): readonly FolderEntry[] => {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.name.startsWith('.')) return [];
    if (entry.isDirectory() && below === '') return entriesOf(folder, name);
    const path = join(folder, name);
    const bytes = entry.isFile() ? statSync(path).size : 0;
    return [{ name, kind: kindOf(entry), bytes, read: () => readFileSync(path) }];
  });
}

function kindOf(entry: Dirent): FolderEntry['kind'] {
  if (entry.isSymbolicLink()) return 'link';
  return entry.isFile() ? 'file' : 'other';
}
