import { CST, type ErrorCode, Lexer, type YAMLError } from 'yaml';
import { type Diagnostic, report } from '../diagnostics/diagnostic.ts';
import { bare } from '../diagnostics/quotes.ts';
import { quoted } from '../rewrite/scalar.ts';
import { findSlip } from './slips.ts';
import type { SpanOf } from './tree.ts';

const noColon = 'this line has no colon, as the lines around it have.';

/** What people can do something about, in their words; for the rest the library's words have to do. */
const words: Partial<Record<ErrorCode, string>> = {
  MULTILINE_IMPLICIT_KEY: noColon,
  BAD_INDENT: 'the indentation fits no line above.',
  MISSING_CHAR: 'a space, comma, colon or bracket is missing here.',
};

/** The first thing that is wrong with the syntax of a text: the rest most often only follows from it. */
export function tellSyntax(text: string, { code, message, pos }: YAMLError, span: SpanOf): Diagnostic {
  if (code === 'TAB_AS_INDENT') return report('yaml-tab', span(pos[0], pos[0] + 1), {});
  if (code === 'MULTIPLE_DOCS') return report('yaml-documents', span(pos[0], pos[1]), {});
  const open = findUnclosed(text);
  if (open) return tellUnclosed(text, open, span);
  const slip = findSlip(text, pos[0], code);
  if (slip) {
    const { problem, help, from, to, remedy } = slip;
    return report('yaml-syntax', span(from, to), { problem }, { help, remedy });
  }
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return tellNested(text, pos[0], span);
  const problem = message.startsWith('Implicit map keys need') ? noColon : (words[code] ?? sentence(message));
  const help =
    problem === noColon ? 'Write `key: value`, or put a text of several lines in quotes.' : undefined;
  const to = Math.max(pos[0], Math.min(pos[1], endOfLine(text, pos[0])));
  return report('yaml-syntax', span(pos[0], to), { problem }, { help });
}

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

interface Sign {
  readonly sign: string;
  readonly offset: number;
}

export function tellUnclosed(text: string, { sign, offset }: Sign, span: SpanOf): Diagnostic {
  const line = text.slice(offset, endOfLine(text, offset));
  const hint = / #/.test(line)
    ? 'After a space, # begins a comment: put a text that has one in quotes.'
    : undefined;
  return report(
    'yaml-syntax',
    span(offset, offset + 1),
    { problem: `this ${sign} is never closed.` },
    { hint, help: `Write ${closers[sign] ?? sign} where it ends.` },
  );
}

/** `who: Ann: the boss`, or a line that is indented below a value. */
function tellNested(text: string, offset: number, span: SpanOf): Diagnostic {
  const end = endOfLine(text, offset);
  if (/: /.test(text.slice(offset, end))) {
    const problem = 'a text with a colon and a space inside needs quotes.';
    const said = text.slice(offset, end);
    const isWhole = /^[^'"#{}[\]]+$/.test(said);
    return report(
      'yaml-syntax',
      span(offset, end),
      { problem },
      {
        help: `Put the whole text in quotes: ${quoted(bare(said))}.`,
        remedy: isWhole ? 'quote' : undefined,
      },
    );
  }
  const next = /[^\s:]+/.exec(text.slice(end));
  const from = end + (next?.index ?? 0);
  const problem = 'this line is indented, but the one above has its value already.';
  const help = 'Indent both alike; or, if this belongs to the one above, leave nothing after its colon.';
  return report('yaml-syntax', span(from, from + (next?.[0].length ?? 0)), { problem }, { help });
}

function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline;
}

/** The library's message without its position and code frame, as a sentence. */
function sentence(message: string): string {
  const first = message.replace(/\n.*/s, '').replace(/ at line \d+, column \d+:?$/, '');
  return first.endsWith('.') ? first : `${first}.`;
}

const closing: Readonly<Record<string, string>> = { '}': '{', ']': '[' };

/** The innermost bracket, or the quote, that nothing closes. */
function findUnclosed(text: string): Sign | undefined {
  const open: Sign[] = [];
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    const sign = token.charAt(0);
    if (token === '{' || token === '[') open.push({ sign, offset });
    else if (Object.hasOwn(closing, token)) {
      const opened = open.pop();
      if (opened?.sign !== closing[token]) return opened;
    } else if (isOpenQuote(token)) return { sign, offset };
    if (token !== CST.DOCUMENT && token !== CST.FLOW_END && token !== CST.SCALAR) offset += token.length;
  }
  return open.at(-1);
}

/** Whether the token of a text in quotes ends without them: `'a` does, and `'a''` too, where the last is an apostrophe. */
export function isOpenQuote(token: string): boolean {
  if (token.startsWith("'")) return token.split("'").length % 2 === 0;
  if (!token.startsWith('"')) return false;
  const [, escapes = ''] = /(\\*)"$/.exec(token.slice(1)) ?? [];
  return token.length === 1 || !token.endsWith('"') || escapes.length % 2 === 1;
}
