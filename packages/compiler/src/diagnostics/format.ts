import type { SourceSpan } from '../ir/types.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Diagnostic } from './diagnostic.ts';

const styles = { bold: [1, 22], red: [31, 39], yellow: [33, 39], cyan: [36, 39], dim: [2, 22] } as const;
type Paint = (style: keyof typeof styles, text: string) => string;

export interface FormatOptions {
  readonly color: boolean;
  /** The agreement's folder as people know it, for what is said of files that could not be read. */
  readonly folder?: string;
}

/**
 * A diagnostic for people: place, what happened, the line with a caret, what to do.
 *
 * ```
 * agreements/acme/scoring/fit.yaml:7:31  error  unknown-option
 *   `vice_president` is not an option of seniority.
 *   7 │       - { id: boss, when: { seniority: vice_president } }
 *     │                                        ^^^^^^^^^^^^^^
 *   Use one of: individual, manager, director, vp, c_level.
 * ```
 */
export function formatDiagnostic(
  diagnostic: Diagnostic,
  sources: readonly SourceFile[],
  options: FormatOptions,
): string {
  const { folder } = options;
  const paint: Paint = (style, text) =>
    options.color ? `\u001b[${styles[style][0]}m${text}\u001b[${styles[style][1]}m` : text;
  const tone = diagnostic.severity === 'error' ? 'red' : 'yellow';
  const lines = [
    `${paint('bold', place(diagnostic.span, sources, folder))}  ${paint(tone, diagnostic.severity)}  ${paint('dim', diagnostic.code)}`,
    `  ${visible(diagnostic.message)}`,
    ...frame(diagnostic.span, sources, paint, tone),
  ];
  for (const { message, span } of diagnostic.related) {
    lines.push(`  ${paint('cyan', `${place(span, sources, folder)}: `)}${visible(message)}`);
  }
  if (diagnostic.help !== null) lines.push(`  ${paint('cyan', visible(diagnostic.help))}`);
  return lines.join('\n');
}

/** Where it stands; a file that could not be read is not among the sources. */
function place(span: SourceSpan, sources: readonly SourceFile[], folder: string | undefined): string {
  const inFolder = folder === undefined || folder === '.' ? span.file : `${folder}/${span.file}`;
  const path = sources.find(({ name }) => name === span.file)?.path ?? inFolder;
  return visible(span.file === '' ? (folder ?? 'smarketing') : `${path}:${span.line}:${span.col}`);
}

function frame(
  span: SourceSpan,
  sources: readonly SourceFile[],
  paint: Paint,
  tone: 'red' | 'yellow',
): string[] {
  const text = sources.find(({ name }) => name === span.file)?.text.split(/\r?\n/)[span.line - 1];
  if (text === undefined || text.trim() === '') return [];
  const points = [...text];
  const width = Math.max(
    1,
    span.end_line > span.line ? points.length - span.col + 1 : span.end_col - span.col,
  );
  const from = Math.max(0, Math.min(span.col - 40, points.length - 110));
  const shown = visible(excerpt(points, from, 110));
  const number = String(span.line);
  const carets = '^'.repeat(Math.max(1, Math.min(width, 110 - (span.col - 1 - from))));
  return [
    `  ${paint('dim', `${number} │`)} ${shown}`,
    `  ${paint('dim', `${' '.repeat(number.length)} │`)} ${' '.repeat(span.col - 1 - from)}${paint(tone, carets)}`,
  ];
}

/** So many characters of a line; “…” stands in the first and last place where the line goes on. */
function excerpt(points: readonly string[], from: number, length: number): string {
  const shown = points.slice(from, from + length);
  if (from > 0) shown[0] = '…';
  if (from + length < points.length) shown[length - 1] = '…';
  return shown.join('');
}

/** Control and bidi characters would let a file rewrite the terminal: show them by a stand-in. */
function visible(text: string): string {
  const tabs = text.replaceAll('\t', '→');
  // oxlint-disable-next-line no-control-regex -- control characters are what is replaced
  return tabs.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '�');
}
