import type { Code } from '../catalogue.ts';
import type { Example } from './example.ts';
import { examples } from './index.ts';

/** A piece of a file, a listing of a folder, or a command, and what a finding points at in it. */
export interface Excerpt {
  /** Its lines, without the last line end. */
  readonly text: string;
  /** From and to where the finding points, as offsets of the text; `null` where it points at nothing in it. */
  readonly marked: readonly [from: number, to: number] | null;
}

/** What a finding is about, wrong and put right. */
export interface WrongAndRight {
  /** What it is: the name of a file, `folder` or `terminal`. */
  readonly of: string;
  /** Pieces of other files that it rests on. */
  readonly given: readonly { readonly file: string; readonly text: string }[];
  readonly wrong: Excerpt;
  readonly right: Excerpt;
}

/** The example of a finding, or why there is none. */
export function exampleOf(code: Code): WrongAndRight | { readonly none: string } {
  const example: Example = examples[code];
  if ('none' in example) return example;
  const given = 'given' in example ? Object.entries(example.given ?? {}) : [];
  return {
    of: 'file' in example ? example.file : example.shows,
    given: given.map(([file, text]) => ({ file, text: side(text, '-').text })),
    wrong: side(example.text, '-'),
    right: { ...side(example.text, '+'), marked: null },
  };
}

const begin = '⟦';
const end = '⟧';

/** The lines of a difference that both sides have or that only the side with this sign has. */
function side(difference: string, sign: '-' | '+'): Excerpt {
  const marked = difference
    .split('\n')
    .filter((line) => line.startsWith('  ') || line.startsWith(`${sign} `))
    .map((line) => line.slice(2))
    .join('\n');
  const from = marked.indexOf(begin);
  const to = marked.indexOf(end) - begin.length;
  const text = marked.replaceAll(/[⟦⟧]/g, '');
  return { text, marked: from === -1 || to < from ? null : [from, to] };
}
