import type { Result } from '../diagnostics/diagnostic.ts';
import { parse } from '../parse/parse.ts';
import type { SourceFile } from '../source/source-file.ts';
import { layOut } from './layout.ts';
import type { Piece } from './piece.ts';
import { piecesOf } from './pieces.ts';

/**
 * The text of a file in the one style of this language, or what the reader refuses of it. Values, comments and their order stay;
 * a text for which that would not be so is a bug of ours and throws.
 */
export function format(source: SourceFile): Result<string> {
  const [tree, diagnostics] = parse(source);
  if (!tree) return [undefined, diagnostics];
  const before = piecesOf(normalized(source.text));
  const text = layOut(before);
  const after = piecesOf(text);
  const problem = firstProblem({
    'other values': json(tree.data) !== json(dataOf({ ...source, text })),
    'other comments': json(comments(before)) !== json(comments(after)),
    'another text when it is formatted again': layOut(after) !== text,
  });
  if (problem) throw new Error(`Formatted, ${source.path} would have ${problem}; it was left as it is`);
  return [text, diagnostics];
}

function normalized(text: string): string {
  return text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
}

function dataOf(source: SourceFile): unknown {
  return parse(source)[0]?.data;
}

function comments(pieces: readonly Piece[]): readonly string[] {
  return pieces.filter(({ kind }) => kind === 'comment').map(({ text }) => text);
}

function firstProblem(problems: Readonly<Record<string, boolean>>): string | undefined {
  return Object.keys(problems).find((name) => problems[name]);
}

function json(value: unknown): string | undefined {
  return JSON.stringify(value);
}
