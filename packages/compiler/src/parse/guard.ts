import { CST, Lexer } from 'yaml';
import { type Diagnostic, report } from '../diagnostics/diagnostic.ts';
import type { SourceSpan } from '../ir/types.ts';
import { refusedCharacters } from './characters.ts';

type RefusedToken = 'yaml-anchor' | 'yaml-tag' | 'yaml-directive' | 'yaml-explicit-key' | 'yaml-documents';

/** How deep values may be nested. */
export const maxDepth = 32;
const maxIndent = 200;

/**
 * Looks at the tokens of a text before anything composes them, in one pass without recursion: what the language refuses, and
 * what would make a YAML reader slow or crash.
 */
export function guard(text: string, span: (from: number, to: number) => SourceSpan): Diagnostic[] {
  const found: Diagnostic[] = refusedCharacters(text)
    .filter(({ offset }) => !(offset === 0 && text.startsWith('\ufeff')))
    .map(({ offset, name }) => report('bad-character', span(offset, offset + 1), { character: name }));
  let offset = 0;
  let depth = 0;
  let inLine = 0;
  let content = false;
  let tooDeep = false;
  let previous = '';
  for (const token of new Lexer().lex(text)) {
    const type = previous === CST.SCALAR ? 'scalar' : CST.tokenType(token);
    const at = (): SourceSpan => span(offset, offset + token.length);
    previous = token;
    if (type === 'newline') inLine = 0;
    if (type === 'flow-map-start' || type === 'flow-seq-start') depth++;
    if (type === 'flow-map-end' || type === 'flow-seq-end') depth--;
    if (type === 'seq-item-ind' || type === 'map-value-ind' || type === 'explicit-key-ind') inLine++;
    const indented = type === 'space' && token.length > maxIndent;
    if (!tooDeep && (depth > maxDepth || (inLine > maxDepth && depth === 0) || indented)) {
      tooDeep = true;
      found.push(report('yaml-too-deep', at(), { limit: maxDepth }));
    }
    const refused = refuse(type, content);
    if (refused) found.push(report(refused, at(), { text: token }));
    if (type === 'scalar' || type === 'block-scalar-header') content = true;
    if (!isMarker(token)) offset += token.length;
  }
  return found;
}

function refuse(type: CST.TokenType | null, content: boolean): RefusedToken | undefined {
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
