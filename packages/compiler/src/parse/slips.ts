import type { ErrorCode } from 'yaml';
import type { Remedy } from '../diagnostics/diagnostic.ts';
import { quoted } from '../rewrite/scalar.ts';
import { indentOf, outOfLine } from './neighbours.ts';

/** What a person most likely did in the line that cannot be read, from where to where, and what puts it right. */
export interface Slip {
  readonly problem: string;
  readonly help: string;
  readonly from: number;
  readonly to: number;
  readonly remedy?: Remedy;
}

/** The line at which reading stopped. */
interface Stop {
  readonly text: string;
  readonly line: string;
  /** The offset of its first character. */
  readonly start: number;
  /** The offset at which reading stopped. */
  readonly at: number;
  readonly code: ErrorCode;
}

type Look = (stop: Stop) => Slip | undefined;

/** The first of the known slips that explains why reading stopped. */
export function findSlip(text: string, at: number, code: ErrorCode): Slip | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', start);
  const stop = { text, line: text.slice(start, end === -1 ? undefined : end), start, at, code };
  for (const look of looks) {
    const slip = look(stop);
    if (slip) return slip;
  }
  return undefined;
}

/** A slip that a line shows by its form; the finding points at the first group, or at the whole line. */
function ofForm(form: RegExp, problem: string, help: string): Look {
  return ({ line, start }) => {
    const match = form.exec(line);
    if (!match) return undefined;
    const from = start + match.index + (match[1] ?? '').length;
    return { problem, help, from, to: start + match.index + match[0].trimEnd().length };
  };
}

const conflict = ofForm(
  /^()(<{7}|={7}|>{7})(?!\S).*/,
  'two versions of the file stand here.',
  'Keep one of them, and delete the lines with <<<<<<<, ======= and >>>>>>>.',
);
const fence = ofForm(
  /^(\s*)```.*/,
  'this line is of the chat or document that the text was copied from.',
  'Delete the line.',
);
const slashes = ofForm(/^(\s*)\/\/.*/, 'a comment begins with #, not with //.', 'Write # in its place.');
const cells = ofForm(
  /^(\s*)[^\s:][^:\t]*(\t[^:\t]+)+$/,
  'these are cells of a spreadsheet.',
  'Write each as a key and a value, such as `target: 10000`.',
);
const tableOfMarkdown = ofForm(
  /^(\s*)\|.*\|\s*$/,
  'this is a line of a table, as documents and chats have them.',
  'Write each cell as a key and a value, such as `target: 10000`, and delete the lines of dashes.',
);
const equals = ofForm(
  /^(\s*(?:- )?)[\w ]+=.*/,
  'here is a = where a colon belongs.',
  'Write a colon and a blank between the key and its value.',
);

const blankMissing: Look = ({ line, start }) => {
  const [, before = '', key, value] = /^(\s*(?:- )?)(\w+):([^\s:/].*)$/.exec(line) ?? [];
  if (key === undefined || value === undefined) return undefined;
  const from = start + before.length;
  const write = `${key}: ${value}`;
  return {
    problem: 'a blank is missing after the colon.',
    help: `Write ${write}.`,
    from,
    to: start + line.trimEnd().length,
    remedy: { write },
  };
};

const sign: Look = ({ line, start, code }) => {
  if (code !== 'BAD_SCALAR_START' && code !== 'UNEXPECTED_TOKEN') return undefined;
  const match =
    /(\b(?:more_than|at_least|below|at_most): +)?([<>]=?) ?(\d+(?:\.\d+)?%?)(?=\s*(?:[,}\]]|$| #))/.exec(
      line,
    );
  const word = { '>': 'more_than', '>=': 'at_least', '<': 'below', '<=': 'at_most' }[match?.[2] ?? ''];
  if (!match || word === undefined) return undefined;
  const test = `${word}: ${match[3]}`;
  const write = match[1] === undefined ? `{ ${test} }` : test;
  const from = start + match.index;
  return {
    problem: 'a comparison is written in words.',
    help: `Write ${write}.`,
    from,
    to: from + match[0].length,
    remedy: { write },
  };
};

/** YAML takes > and | for the head of a text of several lines. */
const firstOfText: Look = ({ line, start, code }) => {
  const [, before = '', text] = /^(\s*(?:- )?\w+: )([>|].*\S)\s*$/.exec(line) ?? [];
  if (code !== 'UNEXPECTED_TOKEN' || text === undefined) return undefined;
  const from = start + before.length;
  const problem = `a text that begins with ${text.charAt(0)} needs quotes.`;
  return { problem, help: `Write ${quoted(text)}.`, from, to: from + text.length, remedy: 'quote' };
};

/** What stands before a value that goes to the end of its line. */
const beforeTextOfLine = /^\s*(?:- )?\w+: +$/;

const firstSign: Look = ({ text, line, start, at, code }) => {
  if (code !== 'BAD_SCALAR_START') return undefined;
  const [, whole] = beforeTextOfLine.test(line.slice(0, at - start))
    ? (/^([^[\]{}#'"]*[^[\]{}#'"\s])\s*$/.exec(line.slice(at - start)) ?? [])
    : [];
  const [word = ''] = /^[^\s,[\]{}]+/.exec(text.slice(at)) ?? [];
  const said = whole ?? word;
  const problem = `a text that begins with ${text.charAt(at)} needs quotes.`;
  const help = `Write ${quoted(said)}.`;
  const isPlain = whole !== undefined || /^[@%][\w/@.-]+$/.test(word);
  return { problem, help, from: at, to: at + said.length, ...(isPlain && { remedy: 'quote' as const }) };
};

const afterQuotes: Look = ({ text, line, at, start, code }) => {
  if (code !== 'UNEXPECTED_TOKEN' || !/['"]\s*$/.test(text.slice(start, at))) return undefined;
  const problem = 'the quotes have ended before this.';
  const [, value] = /^\s*(?:- )?\w+: +("[^'#]*\S)\s*$/.exec(line) ?? [];
  const help =
    value === undefined
      ? 'Write an apostrophe inside of quotes twice, or put " around the text.'
      : `Write ${quoted(value)}.`;
  return { problem, help, from: at, to: start + line.trimEnd().length };
};

/** `because: [Nobody] reads`: the text goes on behind what YAML takes for a list or mapping. */
const firstBracket: Look = ({ line, start, code }) => {
  const [, before = '', said] =
    /^(\s*(?:- )?\w+: )((?:\[[^[\]]*\]|\{[^{}]*\}) ?[^\s#,].*\S)\s*$/.exec(line) ?? [];
  if (code !== 'UNEXPECTED_TOKEN' || said === undefined) return undefined;
  const from = start + before.length;
  const problem = `a text that begins with ${said.charAt(0)} needs quotes.`;
  return { problem, help: `Write ${quoted(said)}.`, from, to: from + said.length };
};

const closesNothing: Look = ({ text, at, code }) => {
  const bracket = text.charAt(at);
  if (code !== 'UNEXPECTED_TOKEN' || !/[\]}]/.test(bracket)) return undefined;
  return {
    problem: `this ${bracket} closes nothing; there is one too many.`,
    help: 'Delete it.',
    from: at,
    to: at + 1,
  };
};

const blankAfterDashMissing: Look = ({ line, start }) => {
  const [, before = '', item] = /^( *)-((?:\w*[a-z_]\w*:(?: .*)?|[{[].*))$/i.exec(line.trimEnd()) ?? [];
  if (item === undefined) return undefined;
  const from = start + before.length;
  const write = `- ${item}`;
  return {
    problem: 'a blank is missing after the dash.',
    help: `Write ${write}.`,
    from,
    to: from + item.length + 1,
    remedy: { write },
  };
};

const dashMissing: Look = ({ text, line, start, code }) => {
  if (code !== 'BAD_INDENT') return undefined;
  const blanks = line.slice(0, indentOf(line));
  const before = text.slice(0, start).trimEnd().replace(/.*\n/s, '');
  if (!before.startsWith(`${blanks}- `) || line.startsWith(`${blanks}-`)) return undefined;
  const [from, to] = [start + blanks.length, start + line.trimEnd().length];
  const problem = 'a dash and a blank are missing; the line above has them.';
  const help = `Write - ${text.slice(from, to)}.`;
  return { problem, help, from, to, remedy: { write: `- ${text.slice(from, to)}` } };
};

const ofIndentation: readonly ErrorCode[] = ['BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY', 'MISSING_CHAR'];
const misplaced: Look = ({ text, at, code }) =>
  ofIndentation.includes(code) ? outOfLine(text, at) : undefined;

const indentation: Look = ({ text, line, start, code }) => {
  const own = indentOf(line);
  const isItem = code === 'BLOCK_AS_IMPLICIT_KEY' && /^ *- /.test(line);
  if ((code !== 'BAD_INDENT' && !isItem) || line.trim() === '') return undefined;
  const possible = levelsAbove(text.slice(0, start))
    .join(', ')
    .replace(/, (\d+)$/, ' or $1');
  const first = line.replace(/(?<=\S)\s.*/s, '');
  const problem = `this line stands ${own} blanks in; after the lines above it could be ${possible}.`;
  const help = 'Put as many blanks before it as the lines have that it belongs with.';
  return { problem, help, from: start + own, to: start + first.length };
};

/** How far in the lines above stand that another line may still belong to, from the margin on. */
function levelsAbove(text: string): readonly number[] {
  const levels: number[] = [];
  for (const line of text.split('\n').toReversed()) {
    const least = levels[0] ?? Infinity;
    if (line.trim() !== '' && !/^\s*#/.test(line) && indentOf(line) < least) levels.unshift(indentOf(line));
  }
  return levels;
}

const minusApart: Look = ({ text, at }) => {
  const [written, number] = /^- +(\d+(?:\.\d+)?)/.exec(text.slice(at)) ?? [];
  if (written === undefined || !/: +$/.test(text.slice(0, at))) return undefined;
  const problem = 'a blank stands between the minus sign and its number.';
  return {
    problem,
    help: `Write -${number}.`,
    from: at,
    to: at + written.length,
    remedy: { write: `-${number}` },
  };
};

const commaMissing: Look = ({ text, at, code }) => {
  if (code !== 'BLOCK_IN_FLOW') return undefined;
  const word = text.slice(at).replace(/[,\]}\n].*/s, '');
  return {
    problem: 'a comma is missing between two entries.',
    help: 'Write a comma and a blank between them.',
    from: at,
    to: at + word.trimEnd().length,
  };
};

const looks: readonly Look[] = [
  conflict,
  fence,
  slashes,
  cells,
  tableOfMarkdown,
  sign,
  firstOfText,
  firstBracket,
  equals,
  blankMissing,
  blankAfterDashMissing,
  dashMissing,
  misplaced,
  indentation,
  afterQuotes,
  closesNothing,
  firstSign,
  minusApart,
  commaMissing,
];
