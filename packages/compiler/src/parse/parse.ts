import {
  Composer,
  type CST,
  type Document,
  isMap,
  isScalar,
  isSeq,
  Parser,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type Diagnostic, hasErrors, report, type Result } from '../diagnostics/diagnostic.ts';
import { cutShort } from '../diagnostics/quotes.ts';
import type { SourceSpan } from '../ir/types.ts';
import { positions, type SourceFile } from '../source/source-file.ts';
import { refusedCharacters } from './characters.ts';
import { guard, maxDepth, maxEntries } from './guard.ts';
import { isPlainNumber, thousands, withoutPlus } from './numbers.ts';
import { tellSyntax } from './syntax.ts';
import { readTidy } from './tidy.ts';
import { type Place, Places, rangeAt, spanAt, type SpanOf, type Tree } from './tree.ts';

const noKey = 'a key is missing before this colon.';
const colonBelow = 'the colon of this key stands in another line.';

/**
 * What was read of files. One that is the same object as before is not read again: whoever watches a folder changes one at a
 * time, two versions have most files in common, and what is checked is then formatted.
 */
export const parsedFiles = new WeakMap<SourceFile, Result<Tree>>();

/** Reads YAML with positions kept; refuses what the language refuses. Never throws, whatever the text. */
export function parse(source: SourceFile): Result<Tree> {
  const known = parsedFiles.get(source);
  if (known) return known;
  const tidy = readTidy(source);
  const read: Result<Tree> = tidy ? [tidy, []] : parseAny(source);
  parsedFiles.set(source, read);
  return read;
}

/** Reads whatever there is, by the YAML library. */
export function parseAny(source: SourceFile): Result<Tree> {
  const position = positions(source.text);
  const span: SpanOf = (from, to) => {
    const [start, end] = [position(from), position(Math.max(from, to))];
    return { file: source.name, line: start.line, col: start.col, end_line: end.line, end_col: end.col };
  };
  const { found: refused, lexemes } = guard(source.text, span);
  if (hasErrors(refused)) return [undefined, refused];
  const document = compose(source.text, lexemes);
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) return [undefined, [tellSyntax(source.text, problem, span)]];
  if (document.contents === null) return [undefined, [report('file-empty', span(0, 0), {})]];
  return build(document.contents, source.text, span);
}

/** The library's `parseDocument`, but for line numbers in its messages, which nobody reads; of a text whose words the guard found already. */
function compose(text: string, lexemes: readonly string[]): Document {
  const composer = new Composer({
    schema: 'core',
    strict: true,
    stringKeys: true,
    merge: false,
    uniqueKeys: false,
    resolveKnownTags: false,
    logLevel: 'silent',
  });
  return withoutStacks(() => {
    const [document] = composer.compose(tokensOf(lexemes), true, text.length);
    return document as Document;
  });
}

/** The library makes an error for all that is wrong. One is told, in our words; the stacks of thousands take seconds. */
function withoutStacks<Made>(make: () => Made): Made {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Up to the first that is wrong: nothing more is told, and a text may have one in every line. */
function* tokensOf(lexemes: readonly string[]): Generator<CST.Token> {
  const parser = new Parser();
  for (const lexeme of lexemes) {
    for (const token of parser.next(lexeme)) {
      yield token;
      if (token.type === 'error') return;
    }
  }
  yield* parser.end();
}

function build(root: unknown, text: string, spanOf: SpanOf): Result<Tree> {
  // The library lets a block end where the next one begins; people see its last word.
  const span: SpanOf = (from, to) => {
    let end = to;
    while (end > from && /\s/.test(text.charAt(end - 1))) end--;
    return spanOf(from, end);
  };
  const top = rangeOf(root, span) ?? span(0, 0);
  const diagnostics: Diagnostic[] = [];
  const visit = (node: unknown, place: Place, key: SourceSpan, depth: number): unknown => {
    const written = isEmpty(node) ? undefined : rangeOf(node, span);
    const value = written ?? key;
    if (written) place.value = rangeAt(written);
    if (depth > maxDepth) {
      diagnostics.push(report('yaml-too-deep', value, { limit: maxDepth }));
      return null;
    }
    if (isMap(node)) return mapping(node, place, value, depth + 1);
    if (isSeq(node)) return list(node, place, value, depth + 1);
    return isScalar(node) ? scalar(node, value, diagnostics) : null;
  };
  const mapping = (node: YAMLMap, place: Place, whole: SourceSpan, depth: number): unknown => {
    const data: Record<string, unknown> = {};
    const inside = (place.inside = {} as Record<string, Place>);
    if (tooMany('keys', node.items, node.items[maxEntries]?.key)) return data;
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      const at = rangeOf(pair.key, span) ?? whole;
      if (node.flow !== true && isColonBelow(pair.key, text))
        diagnostics.push(report('yaml-syntax', at, { problem: colonBelow }));
      if (key === '' && at.col === at.end_col)
        diagnostics.push(report('yaml-syntax', at, { problem: noKey }));
      if (isScalar(pair.key)) diagnostics.push(...escapedCharacters(pair.key, at));
      const before = Object.hasOwn(inside, key) ? inside[key] : undefined;
      const twice = before && { isSame: isSame(node, pair, text), first: spanAt(top.file, before.key) };
      const refused = refuseKey(key, at, pair.value, twice);
      if (refused) diagnostics.push(refused);
      else data[key] = visit(pair.value, (inside[key] = { key: rangeAt(at) }), at, depth);
    }
    return data;
  };
  const list = (node: YAMLSeq, place: Place, whole: SourceSpan, depth: number): unknown => {
    const words = node.items.filter(isScalar);
    if (tooMany('words', words, words[maxEntries])) return [];
    const inside = (place.inside = {} as Record<string, Place>);
    return node.items.map((item, index) => {
      const at = rangeOf(item, span) ?? whole;
      return visit(item, (inside[index] = { key: rangeAt(at) }), at, depth);
    });
  };
  const tooMany = (what: string, { length: count }: readonly unknown[], first: unknown): boolean => {
    if (count <= maxEntries) return false;
    const at = rangeOf(first, span) ?? spanOf(0, 0);
    diagnostics.push(report('yaml-too-many', at, { count, what, limit: maxEntries }));
    return true;
  };
  const start = { ...top, end_line: top.line, end_col: top.col };
  const place: Place = { key: rangeAt(start), file: top.file };
  const data = visit(root, place, start, 0);
  return [hasErrors(diagnostics) ? undefined : { data, places: new Places(place) }, diagnostics];
}

/** Whether a key that is there twice has the same text after it. */
function isSame(node: YAMLMap, pair: YAMLMap['items'][number], text: string): boolean {
  const written = ({ value }: typeof pair): string => {
    const range = (value as { range?: readonly [number, number, number] } | null)?.range;
    return range ? text.slice(range[0], range[1]).trim() : '';
  };
  const others = node.items.filter((other) => other !== pair && String(other.key) === String(pair.key));
  return others.every((other) => written(other) === written(pair));
}

function refuseKey(
  key: string,
  at: SourceSpan,
  value: unknown,
  twice: { readonly isSame: boolean; readonly first: SourceSpan } | undefined,
): Diagnostic | undefined {
  if (key === '<<') return report('yaml-merge-key', at, {});
  if (key === '__proto__') return report('reserved-name', at, { name: key });
  const hint = value === null || isEmpty(value) ? cutShort(key, null) : undefined;
  if (!twice) return undefined;
  const remedy = twice.isSame && hint === undefined ? 'remove' : undefined;
  const related = [{ message: 'the first is here', span: twice.first }];
  return report('duplicate-key', at, { key }, { hint, remedy, related });
}

/** In a block the colon stands in the line of its key; readers of YAML disagree about others. */
function isColonBelow(key: unknown, text: string): boolean {
  const end = isScalar(key) ? (key.range?.[1] ?? 0) : 0;
  return text.slice(end, text.indexOf(':', end)).includes('\n');
}

/** A key or dash with nothing after it. */
function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.value === null && !node.source;
}

function scalar(node: Scalar, at: SourceSpan, diagnostics: Diagnostic[]): unknown {
  const { value } = node;
  if (typeof value === 'number' && !isPlainNumber(node.source ?? '')) {
    const text = node.source ?? String(value);
    const plain = withoutPlus(text);
    const options =
      plain === undefined ? { hint: thousands(text) } : { help: `Write ${plain}.`, remedy: { write: plain } };
    diagnostics.push(report('bad-number', at, { text }, options));
  }
  const refused = escapedCharacters(node, at);
  diagnostics.push(...refused);
  return typeof value === 'string' && refused.length === 0 ? value.normalize('NFC') : value;
}

/** The guard has looked at what is written; only an escape in double quotes can stand for what is refused. */
function escapedCharacters({ type, value }: Scalar, at: SourceSpan): readonly Diagnostic[] {
  if (type !== 'QUOTE_DOUBLE') return [];
  return refusedCharacters(String(value), 1).map(({ name }) =>
    report('bad-character', at, { character: name }),
  );
}

function rangeOf(node: unknown, span: SpanOf): SourceSpan | undefined {
  const range = (node as { range?: readonly [number, number, number] } | null)?.range;
  return range ? span(range[0], range[1]) : undefined;
}
