import type { SourceSpan } from '../ir/types.ts';
import { type Code, catalogue } from './catalogue.ts';

/** Something the author has to know, with its place, what happened and what to do. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly help: string | null;
  readonly span: SourceSpan;
  readonly related: readonly Related[];
  /** What removes the finding, where only one thing can have been meant. */
  readonly remedy?: Remedy;
}

/**
 * What to do with what stands at the place of a finding: write something else (there, or at a place inside it), put it in quotes
 * or brackets, take the whole entry out, or the entry inside it that begins with a word.
 */
export type Remedy =
  | { readonly write: string; readonly at?: SourceSpan }
  | { readonly leaveOut: string }
  | 'quote'
  | 'bracket'
  | 'remove';

export interface Related {
  readonly message: string;
  readonly span: SourceSpan;
}

/** What a stage gives: its value, or `undefined` when it could not make one, and what it found. */
export type Result<T> = readonly [value: T | undefined, diagnostics: readonly Diagnostic[]];

/** The names in `{name}`; braces around anything with a space are text. */
type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string} ${string}` ? never : Name) | Placeholders<Rest>
  : never;
type Catalogue = typeof catalogue;
export type Params<C extends Code> = {
  readonly [Name in Placeholders<Catalogue[C]['message']> | Placeholders<Catalogue[C]['help']>]:
    | string
    | number;
};

export interface ReportOptions {
  readonly related?: readonly Related[];
  /** Said before the catalogue's help, such as a "did you mean". */
  readonly hint?: string | undefined;
  /** Said in the place of the catalogue's help, where it is clear what to do. */
  readonly help?: string | undefined;
  readonly remedy?: Remedy | undefined;
}

/** Makes a diagnostic; the placeholders of the code's message and help must all be given. */
export function report<C extends Code>(
  code: C,
  span: SourceSpan,
  params: Params<C>,
  options: ReportOptions = {},
): Diagnostic {
  const { severity, message, help } = catalogue[code];
  const said = options.help ?? fill(help, params);
  return {
    code,
    severity,
    message: fill(message, params),
    help: [options.hint, said].filter(Boolean).join(' ') || null,
    span,
    related: options.related ?? [],
    ...(options.remedy && { remedy: options.remedy }),
  };
}

/** Of a longer word or list the rest helps nobody, and thousands of findings may have it. */
const longestParam = 1000;

function fill(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const text = String(params[name]);
    return text.length > longestParam ? `${text.slice(0, longestParam).toWellFormed()}…` : text;
  });
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** In the order of files and places; one finding a place and code. */
export function sorted(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics
    .toSorted((a, b) => compareSpans(a.span, b.span) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
    .filter(({ code, span, message }) => {
      const key = JSON.stringify([code, span, message]);
      return !seen.has(key) && seen.add(key);
    });
}

function compareSpans(a: SourceSpan, b: SourceSpan): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.col - b.col;
}
