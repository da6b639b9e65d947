import { type Diagnostic, hasErrors, type Result, sorted } from './diagnostics/diagnostic.ts';
import type { Assertion, SourceSpan } from './ir/types.ts';
import { lowerAssertion } from './lower/assertions.ts';
import type { Context } from './lower/context.ts';
import { Cursor } from './lower/cursor.ts';
import { declare } from './lower/lower.ts';
import { parse } from './parse/parse.ts';
import { questionText } from './schema/assertions.ts';
import { validate } from './schema/validate.ts';
import { shape } from './shape.ts';
import { positions, type SourceFile } from './source/source-file.ts';

/** How findings name the file that a question stands in. */
const file = 'question';

/**
 * Reads a question about an agreement: an assertion without its words, as YAML, in the names of the agreement.
 *
 * ```ts
 * const [asked, found] = readQuestion(sources, 'when: { grade: A1 }, never: { gave_consent: false }');
 * asked?.mode; // 'never'
 * ```
 *
 * The braces around several keys in one line may be left out. An agreement that cannot be read is told with its own findings.
 */
export function readQuestion(sources: readonly SourceFile[], text: string): Result<Assertion> {
  const [context, found] = shape(sources, file);
  if (!context) return [undefined, sorted(found)];
  declare(context);
  if (hasErrors(context.diagnostics)) return [undefined, sorted(context.diagnostics)];

  const known = context.diagnostics.length;
  const { text: written, back } = writingOf(text);
  const [assertion, misread] = readWritten(context, written, text);
  const told = [...misread, ...context.diagnostics.slice(known)].map((finding) => moved(finding, back));
  return [hasErrors(told) ? undefined : assertion, sorted(told)];
}

function readWritten(context: Context, written: string, text: string): Result<Assertion> {
  const [tree, misread] = parse({ path: file, name: file, text: written });
  if (!tree) return [undefined, misread];
  const [shaped, misshaped] = validate(questionText, tree);
  if (!shaped) return [undefined, misshaped];
  const says = text.trim().replaceAll(/\s+/g, ' ');
  const span = { file, line: 1, col: 1, ...endOf(text) };
  const [asked] = lowerAssertion(context, shaped, new Cursor(tree));
  return [asked && { ...asked, id: file, says, because: null, span }, []];
}

/** A question as YAML, and the way back from places in that to places in the question. */
interface Writing {
  readonly text: string;
  readonly back: (span: SourceSpan) => SourceSpan;
}

/** As it stands, if it can be read so; several keys in one line are YAML only between braces. */
function writingOf(text: string): Writing {
  const plain: Writing = { text, back: (span) => span };
  const braced = wrapped(text);
  return !isYaml(plain) && isYaml(braced) ? braced : plain;
}

function isYaml({ text }: Writing): boolean {
  return parse({ path: file, name: file, text })[0] !== undefined;
}

/** Between braces; the second on a line of its own, since the text may end with a comment. */
function wrapped(text: string): Writing {
  const end = endOf(text);
  const place = (line: number, col: number): readonly [line: number, col: number] => {
    if (line > end.end_line) return [end.end_line, end.end_col];
    return [line, line === 1 ? Math.max(1, col - 1) : col];
  };
  return {
    text: `{${text}\n}`,
    back: (span) => {
      if (span.file !== file) return span;
      const [line, col] = place(span.line, span.col);
      const [end_line, end_col] = place(span.end_line, span.end_col);
      return { file, line, col, end_line, end_col };
    },
  };
}

function endOf(text: string): Pick<SourceSpan, 'end_line' | 'end_col'> {
  const { line, col } = positions(text)(text.length);
  return { end_line: line, end_col: col };
}

function moved(finding: Diagnostic, back: Writing['back']): Diagnostic {
  const related = finding.related.map((place) => ({ ...place, span: back(place.span) }));
  return { ...finding, span: back(finding.span), related };
}
