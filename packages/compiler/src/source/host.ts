import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from './source-file.ts';

const maxBytes = 1_000_000;

/**
 * Reads the files of one agreement: `*.yaml` in the folder and one level below. The only door to the disk.
 *
 * Files come in byte order of their names, whatever order the disk lists them in. Symbolic links are refused.
 */
export function readAgreementFolder(folder: string): Result<readonly SourceFile[]> {
  const shown = folder.replaceAll('\\', '/').replace(/\/+$/, '');
  if (!isFolder(folder)) return [undefined, [report('folder-not-found', start(''), { folder: shown })]];
  const sources: SourceFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of listFiles(folder, diagnostics)) {
    const path = join(folder, name);
    const bytes = statSync(path).size;
    if (bytes > maxBytes) {
      diagnostics.push(report('file-too-large', start(name), { bytes, limit: maxBytes }));
      continue;
    }
    const text = decode(readFileSync(path));
    if (text === undefined) diagnostics.push(report('file-not-utf8', start(name), {}));
    else sources.push({ path: `${shown}/${name}`, name, text });
  }
  return [sources, diagnostics];
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(realpathSync(path)).isDirectory();
  } catch {
    return false;
  }
}

function listFiles(folder: string, diagnostics: Diagnostic[]): string[] {
  const names: string[] = [];
  const visit = (below: string, depth: number): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      if (entry.isSymbolicLink()) diagnostics.push(report('file-is-link', start(name), {}));
      else if (entry.isDirectory() && depth === 0) visit(name, 1);
      else if (!entry.isFile() || !/\.(yaml|md)$/.test(entry.name))
        diagnostics.push(report('file-unknown', start(name), { name }));
      else if (entry.name.endsWith('.yaml')) names.push(name);
    }
  };
  visit('', 0);
  return names.toSorted((a, b) => (a < b ? -1 : 1));
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function start(file: string): { file: string; line: 1; col: 1; end_line: 1; end_col: 1 } {
  return { file, line: 1, col: 1, end_line: 1, end_col: 1 };
}
