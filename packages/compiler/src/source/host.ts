import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from './source-file.ts';

const maxBytes = 1_000_000;
/** Of the whole agreement. */
const most = { files: 1000, bytes: 16_000_000 } as const;

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
  let whole = 0;
  const names = listFiles(folder, diagnostics);
  if (names.length > most.files) return [undefined, [...diagnostics, tooLarge('files', names.length)]];
  for (const name of names) {
    const path = join(folder, name);
    const bytes = statSync(path).size;
    whole += bytes;
    if (whole > most.bytes) return [undefined, [...diagnostics, tooLarge('bytes', whole)]];
    if (bytes > maxBytes) {
      diagnostics.push(report('file-too-large', start(name), { bytes, limit: maxBytes }));
      continue;
    }
    const content = readFileSync(path);
    const text = decode(content);
    if (text === undefined) diagnostics.push(notUtf8(name, content));
    else sources.push({ path: `${shown}/${name}`, name, text });
  }
  return [sources, diagnostics];
}

function tooLarge(unit: keyof typeof most, count: number): Diagnostic {
  const params = { what: `${count} ${unit}${unit === 'bytes' ? ' or more' : ''}`, limit: most[unit] };
  return report('folder-too-large', start(''), params);
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
        diagnostics.push(report('file-unknown', start(name), { name }, { hint: notYaml(name) }));
      else if (entry.name.endsWith('.yaml')) names.push(name);
    }
  };
  visit('', 0);
  return names.toSorted((a, b) => (a < b ? -1 : 1));
}

function notYaml(name: string): string | undefined {
  if (name.endsWith('.yml')) return `Did you mean ${name.replace(/yml$/, 'yaml')}?`;
  const isDocument = /\.(docx?|xlsx?|csv|pdf|odt|ods|rtf|txt|pptx?)$/i.test(name);
  return isDocument ? 'What the two teams agree stands in files that end in .yaml.' : undefined;
}

function notUtf8(file: string, bytes: Uint8Array): Diagnostic {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide || bytes.subarray(0, 100).includes(0))
    return report('file-not-utf8', start(file), {
      problem: 'it is UTF-16, which some programs call Unicode',
    });
  const text = new TextDecoder().decode(bytes);
  const before = text.slice(0, text.indexOf('\ufffd')).split('\n');
  const line = before.length;
  const col = Array.from(before.at(-1) ?? '').length + 1;
  // What most other encodings have in common with this one are the letters of western Europe.
  const shown =
    new TextDecoder('windows-1252').decode(bytes).split('\n')[line - 1]?.trim().slice(0, 60) ?? '';
  const problem = `a letter of another encoding stands in “${shown}”`;
  return report('file-not-utf8', { file, line, col, end_line: line, end_col: col + 1 }, { problem });
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
