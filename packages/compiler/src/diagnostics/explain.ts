import { type Code, codes, entryOf } from './catalogue.ts';
import { type Excerpt, exampleOf, type WrongAndRight } from './examples/show.ts';
import { didYouMean } from './suggest.ts';

export { type Code, codes, didYouMean, type Excerpt, exampleOf, type WrongAndRight };

/** The page of a code as plain text, or `undefined` when there is no such code. */
export function explainCode(code: string): string | undefined {
  const entry = entryOf(code);
  if (entry === undefined) return undefined;
  const { severity, message, help, why, waivable } = entry;
  const parts = [
    `${code} (${severity})`,
    message,
    why,
    `What to do: ${help}`,
    ...(waivable ? ['Both teams may accept it until a day: see `waivers` of agreement.yaml.'] : []),
    ...example(code as Code),
  ];
  return parts.join('\n\n');
}

function example(code: Code): readonly string[] {
  const shown = exampleOf(code);
  if ('none' in shown) return [`No example: ${shown.none}`];
  const { of, given, wrong, right } = shown;
  return [
    ...given.flatMap(({ file, text }) => [`With this in ${file}:`, indented(text.split('\n'))]),
    `Wrong (${of}):`,
    indented(withCarets(wrong)),
    `Right (${of}):`,
    indented(right.text.split('\n')),
  ];
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `    ${line.replaceAll('\t', '→')}`.trimEnd()).join('\n');
}

/** The lines with carets below what the finding points at; below the first line of it, where there are several. */
function withCarets({ text, marked }: Excerpt): readonly string[] {
  const lines = text.split('\n');
  if (!marked) return lines;
  const [from, to] = marked;
  const before = text.slice(0, from).split('\n');
  const shown = text.slice(from, to).replace(/\n.*/s, '');
  const carets = ' '.repeat(String(before.at(-1)).length) + '^'.repeat(Math.max(1, shown.length));
  return lines.toSpliced(before.length, 0, carets);
}
