import { CST, Lexer } from 'yaml';
import { type Diagnostic, report } from '../diagnostics/diagnostic.ts';
import type { SourceSpan } from '../ir/types.ts';
import { refusedCharacters } from './characters.ts';
import { isOpenQuote, tellUnclosed } from './syntax.ts';

type RefusedToken = 'yaml-anchor' | 'yaml-tag' | 'yaml-directive' | 'yaml-explicit-key' | 'yaml-documents';

/** How deep values may be nested. */
export const maxDepth = 32;
/** How many keys a mapping may have, and how many words a list; rules, rows and examples are no words. */
export const maxEntries = 1000;
const maxIndent = 200;
/** More findings than this in one file help nobody. */
const maxFindings = 100;

export interface Guarded {
  readonly found: readonly Diagnostic[];
  /** The lexemes of the text, in order: all of them where nothing is refused. */
  readonly lexemes: readonly string[];
}

/**
 * Looks at the tokens of a text before anything composes them, in one pass without recursion: what the language refuses, and
 * what would make a YAML reader slow or crash.
 */
export function guard(text: string, span: (from: number, to: number) => SourceSpan): Guarded {
  const lexemes: string[] = [];
  const found: Diagnostic[] = refusedCharacters(text, maxFindings)
    .filter(({ offset }) => !(offset === 0 && text.startsWith('\ufeff')))
    .map(({ offset, name }) => report('bad-character', span(offset, offset + 1), { character: name }));
  let offset = 0;
  let depth = 0;
  let inLine = 0;
  let content = false;
  let hasText = false;
  let ended = false;
  let previous = '';
  for (const token of new Lexer().lex(text)) {
    lexemes.push(token);
    const type = previous === CST.SCALAR ? 'scalar' : CST.tokenType(token);
    const at = (): SourceSpan => span(offset, offset + token.length);
    previous = token;
    if (type === 'newline') {
      inLine = 0;
      hasText = false;
    }
    if (type === 'comment' && hasText && /^#[^\s#!]/.test(token))
      found.push(report('comment-cuts-text', at(), { text: token.trimEnd() }));
    if (isText(type)) hasText = true;
    if (type === 'flow-map-start' || type === 'flow-seq-start') depth++;
    if (type === 'flow-map-end' || type === 'flow-seq-end') depth--;
    if (depth === 0 && opensLevel(type)) inLine++;
    if (depth > maxDepth || inLine > maxDepth || (type === 'space' && token.length > maxIndent)) {
      return { found: [...found, report('yaml-too-deep', at(), { limit: maxDepth })], lexemes };
    }
    const refused = refuse(type, { content, ended });
    if (refused) found.push(report(refused, at(), { text: token }));
    if (isQuoted(type) && isOpenQuote(token))
      return { found: [...found, tellUnclosed(text, { sign: token.charAt(0), offset }, span)], lexemes };
    ended &&= refused === undefined;
    if (type === 'doc-end') ended = true;
    if (type === 'scalar' || type === 'block-scalar-header') content = true;
    if (!isMarker(token)) offset += token.length;
    if (found.length >= maxFindings) break;
  }
  return { found, lexemes };
}

/** What a comment without a blank may have been a part of. */
function isText(type: CST.TokenType | null): boolean {
  return type === 'scalar' || isQuoted(type);
}

function isQuoted(type: CST.TokenType | null): boolean {
  return type === 'single-quoted-scalar' || type === 'double-quoted-scalar';
}
const blank = new Set<CST.TokenType>(['doc-mode', 'doc-end', 'space', 'newline', 'comment']);

/** In a block, signs that each open a level in the same line: `- - - key: `. */
function opensLevel(type: CST.TokenType | null): boolean {
  return type === 'seq-item-ind' || type === 'map-value-ind' || type === 'explicit-key-ind';
}

/** `content`: there was some before. `ended`: the document has ended, so that other readers stop here. */
function refuse(
  type: CST.TokenType | null,
  { content, ended }: { readonly content: boolean; readonly ended: boolean },
): RefusedToken | undefined {
  if (ended && type !== null && !blank.has(type)) return 'yaml-documents';
  switch (type) {
    case 'anchor':
    case 'alias':
      return 'yaml-anchor';
    case 'tag':
      return 'yaml-tag';
    case 'directive-line':
      return 'yaml-directive';
    case 'explicit-key-ind':
      return 'yaml-explicit-key';
    case 'doc-start':
      return content ? 'yaml-documents' : undefined;
    default:
      return undefined;
  }
}

/** The lexer sends signs of its own that stand for no text: document, flow error, scalar follows. */
function isMarker(token: string): boolean {
  return token === CST.DOCUMENT || token === CST.FLOW_END || token === CST.SCALAR;
}
