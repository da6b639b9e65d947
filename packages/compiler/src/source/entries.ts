import { type Diagnostic, report, type Result } from '../diagnostics/diagnostic.ts';
import { refusedCharacters } from '../parse/characters.ts';
import type { SourceFile } from './source-file.ts';

const maxBytes = 1_000_000;
/** Of the whole agreement. */
const most = { files: 1000, bytes: 16_000_000 } as const;

/** Something in the folder of an agreement, or one level below. */
export interface FolderEntry {
  /** Inside the folder, with `/`: `scoring/fit.yaml`. */
  readonly name: string;
  readonly kind: 'file' | 'link' | 'other';
  readonly bytes: number;
  readonly read: () => Uint8Array;
}

/**
 * The files of an agreement among what is in its folder, in byte order of their names; links and what does not belong there are
 * refused.
 */
export function sourcesIn(folder: string, entries: readonly FolderEntry[]): Result<readonly SourceFile[]> {
  const diagnostics = entries.flatMap(refused);
  const files = entries
    .filter(({ kind, name }) => kind === 'file' && name.endsWith('.yaml') && isPlain(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  if (files.length > most.files) return [undefined, [...diagnostics, tooLarge('files', files.length)]];
  const sources: SourceFile[] = [];
  let whole = 0;
  for (const { name, bytes, read } of files) {
    whole += bytes;
    if (whole > most.bytes) return [undefined, [...diagnostics, tooLarge('bytes', whole)]];
    if (bytes > maxBytes) {
      diagnostics.push(report('file-too-large', start(name), { bytes, limit: maxBytes }));
      continue;
    }
    const content = read();
    const text = decode(content);
    if (text === undefined) diagnostics.push(notUtf8(name, content));
    else sources.push({ path: `${folder}/${name}`, name, text });
  }
  return [sources, diagnostics];
}

function refused({ name, kind }: FolderEntry): Diagnostic[] {
  if (!isPlain(name)) {
    const shown = name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\ufffd');
    const hint = 'Its name has a character that cannot be seen, or breaks a line.';
    return [report('file-unknown', start(shown), { name: shown }, { hint })];
  }
  if (kind === 'file' && isBackup(name)) return [];
  if (kind === 'link') return [report('file-is-link', start(name), {})];
  if (kind === 'file' && /\.(yaml|md)$/.test(name)) return [];
  return [report('file-unknown', start(name), { name }, { hint: notYaml(name) })];
}

/** What editors leave beside a file while they write it: `goals.yaml~`, `#goals.yaml#`. */
function isBackup(name: string): boolean {
  return /~$|(?:^|\/)#[^/]*#$/.test(name);
}

/** Whether a name shows itself as what it is: it is printed to terminals and logs, which obey what some characters say. */
function isPlain(name: string): boolean {
  return !/[\t\n\r]/.test(name) && refusedCharacters(name, 1).length === 0;
}

function tooLarge(unit: keyof typeof most, count: number): Diagnostic {
  const params = { what: `${count} ${unit}${unit === 'bytes' ? ' or more' : ''}`, limit: most[unit] };
  return report('folder-too-large', start(''), params);
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
  const col = Array.from(String(before.at(-1))).length + 1;
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
