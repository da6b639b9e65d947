import { isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { type Diagnostic, type Result, hasErrors, report } from '../diagnostics/diagnostic.ts';
import type { SourceSpan } from '../ir/types.ts';
import { positions, type SourceFile } from '../source/source-file.ts';
import { refusedCharacters } from './characters.ts';
import { guard, maxDepth } from './guard.ts';
import { type Path, Places, type Tree } from './tree.ts';

type SpanOf = (from: number, to: number) => SourceSpan;

/** Reads YAML with positions kept; refuses what the language refuses. Never throws, whatever the text. */
export function parse(source: SourceFile): Result<Tree> {
  const position = positions(source.text);
  const span: SpanOf = (from, to) => {
    const [start, end] = [position(from), position(Math.max(from, to))];
    return { file: source.name, line: start.line, col: start.col, end_line: end.line, end_col: end.col };
  };
  const refused = guard(source.text, span);
  if (hasErrors(refused)) return [undefined, refused];
  const document = parseDocument(source.text, {
    schema: 'core',
    strict: true,
    stringKeys: true,
    merge: false,
    uniqueKeys: false,
    resolveKnownTags: false,
    logLevel: 'silent',
  });
  const problems = [...document.errors, ...document.warnings].map(({ code, message, pos }) => {
    const at = span(pos[0], pos[1]);
    if (code === 'TAB_AS_INDENT') return report('yaml-tab', at, {});
    if (code === 'MULTIPLE_DOCS') return report('yaml-documents', at, {});
    return report('yaml-syntax', at, { problem: sentence(message) });
  });
  if (problems.length > 0) return [undefined, problems.slice(0, 3)];
  if (document.contents === null) return [undefined, [report('file-empty', span(0, 0), {})]];
  return build(document.contents, span);
}

/** The library's message without its position and code frame, as a sentence. */
function sentence(message: string): string {
  const first = message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '';
  return first.endsWith('.') ? first : `${first}.`;
}

function build(root: unknown, span: SpanOf): Result<Tree> {
  const diagnostics: Diagnostic[] = [];
  const places = new Places();
  const visit = (node: unknown, path: Path, key: SourceSpan): unknown => {
    const value = rangeOf(node, span) ?? key;
    places.set(path, path.length === 0 ? value : key, value);
    if (path.length > maxDepth) {
      diagnostics.push(report('yaml-too-deep', value, { limit: maxDepth }));
      return null;
    }
    if (isMap(node)) return mapping(node, path, value);
    if (isSeq(node)) return list(node, path);
    return isScalar(node) ? scalar(node, value, diagnostics) : null;
  };
  const mapping = (node: YAMLMap, path: Path, whole: SourceSpan): unknown => {
    const data: Record<string, unknown> = {};
    for (const pair of node.items as Pair[]) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      const at = rangeOf(pair.key, span) ?? whole;
      const refused = refuseKey(key, at, Object.hasOwn(data, key));
      if (refused) diagnostics.push(refused);
      else data[key] = visit(pair.value, [...path, key], at);
    }
    return data;
  };
  const list = (node: YAMLSeq, path: Path): unknown =>
    node.items.map((item, index) => {
      const at = rangeOf(item, span);
      return visit(item, [...path, index], at ?? places.value(path));
    });
  const data = visit(root, [], span(0, 0));
  return [hasErrors(diagnostics) ? undefined : { data, places }, diagnostics];
}

function refuseKey(key: string, at: SourceSpan, twice: boolean): Diagnostic | undefined {
  if (key === '<<') return report('yaml-merge-key', at, {});
  if (key === '__proto__') return report('reserved-name', at, { name: key });
  return twice ? report('duplicate-key', at, { key }) : undefined;
}

function scalar(node: Scalar, at: SourceSpan, diagnostics: Diagnostic[]): unknown {
  const { value } = node;
  if (typeof value === 'number' && !isPlainNumber(node.source ?? '')) {
    diagnostics.push(report('bad-number', at, { text: node.source ?? String(value) }));
  }
  if (typeof value === 'string') {
    for (const { name } of refusedCharacters(value)) diagnostics.push(report('bad-character', at, { character: name }));
    return value.normalize('NFC');
  }
  return value;
}

/** Decimal digits that every reader of YAML takes for the same number, and that a binary double holds exactly enough. */
function isPlainNumber(source: string): boolean {
  if (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(source) || source === '-0') return false;
  return source.includes('.') ? source.replace(/\D/g, '').length <= 15 : Number.isSafeInteger(Number(source));
}

function rangeOf(node: unknown, span: SpanOf): SourceSpan | undefined {
  const range = (node as { range?: readonly [number, number, number] } | null)?.range;
  return range ? span(range[0], range[1]) : undefined;
}
