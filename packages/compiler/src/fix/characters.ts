import { parse } from '../parse/parse.ts';
import type { SourceFile } from '../source/source-file.ts';
import { type Edit, edited } from './edit.ts';

const blank = /^[\u00a0\u2007\u202f]$/;
const unseen = /^[\u200b\u2060\ufeff]$/;

/** A blank that only looks like one becomes one; a character of no width goes. */
export function seen(character: string): string | undefined {
  if (blank.test(character)) return ' ';
  return unseen.test(character) ? '' : undefined;
}

/** Tabs at the beginning of lines as blanks, if the text reads the same however wide a tab is, or not at all. */
export function untabbed(source: SourceFile): readonly Edit[] | undefined {
  const indents = [...source.text.matchAll(/^[ \t]*\t[ \t]*/gm)];
  const edits = (width: number): Edit[] =>
    indents.map(({ 0: indent, index }) => ({
      from: index,
      to: index + indent.length,
      text: indent.replaceAll('\t', ' '.repeat(width)),
    }));
  const read = [2, 4, 8].map((width) => ({ width, data: dataOf(source, edits(width)) }));
  const readable = read.filter(({ data }) => data !== undefined);
  const isOne = new Set(readable.map(({ data }) => data)).size === 1;
  return isOne && readable[0] ? edits(readable[0].width) : undefined;
}

function dataOf(source: SourceFile, edits: readonly Edit[]): string | undefined {
  const [tree] = parse({ ...source, text: edited(source.text, edits) });
  return tree && JSON.stringify(tree.data);
}
