import type { SourceFile } from '@smarketing/compiler';
import { below, pick, seededRandom } from '../../src/ir/index.ts';
import { chosen, written } from './agreements.ts';
import { numbers, tokens } from './tokens.ts';

/** An agreement of the project with one of its files changed. */
export interface Mutant {
  readonly agreement: string;
  readonly file: string;
  /** What was done to the file, in order. */
  readonly changes: readonly string[];
  readonly sources: readonly SourceFile[];
  readonly changed: SourceFile;
}

type Random = () => number;
type Change = (text: string, random: Random) => string;

const mostCharacters = 1_000_000;
const texts = written.flatMap(({ sources }) => sources.map(({ text }) => text));

/** The mutant of that number: the same on every machine, whichever were made before. */
export function mutant(seed: number, number: number): Mutant {
  const random = seededRandom(seed * 1_000_003 + number);
  const { name, sources } = pick(random, chosen);
  const original = pick(random, sources);
  let { text } = original;
  const applied: string[] = [];
  for (let left = pick(random, [1, 1, 1, 2, 3]); left > 0; left--) {
    const [what, change] = pick(random, Object.entries(changes));
    text = change(text, random).slice(0, mostCharacters);
    applied.push(what);
  }
  const changed = { ...original, text };
  return {
    agreement: name,
    file: original.name,
    changes: applied,
    sources: sources.map((source) => (source === original ? changed : source)),
    changed,
  };
}

const changes: Readonly<Record<string, Change>> = {
  'delete a span': (text, random) => {
    const [from, to] = span(text, random, 40);
    return text.slice(0, from) + text.slice(to);
  },
  'duplicate a span': (text, random) => {
    const [from, to] = span(text, random, 400);
    return text.slice(0, to) + text.slice(from);
  },
  'change a byte': (text, random) => {
    const bytes = Buffer.from(text);
    if (bytes.length > 0) bytes[below(random, bytes.length)] = below(random, 256);
    return bytes.toString();
  },
  'cut the end off': (text, random) => text.slice(0, below(random, text.length + 1)),
  'go on with another file': (text, random) => {
    const other = pick(random, texts);
    return text.slice(0, below(random, text.length + 1)) + other.slice(below(random, other.length + 1));
  },
  'delete a line': (text, random) => {
    const lines = text.split('\n');
    lines.splice(below(random, lines.length), 1 + below(random, 3));
    return lines.join('\n');
  },
  'swap two lines': (text, random) => {
    const lines = text.split('\n');
    const [one, two] = [below(random, lines.length), below(random, lines.length)];
    [lines[one], lines[two]] = [lines[two] ?? '', lines[one] ?? ''];
    return lines.join('\n');
  },
  'repeat a line': (text, random) => {
    const lines = text.split('\n');
    const at = below(random, lines.length);
    const times = pick(random, [1, 2, 30, 1500]);
    lines.splice(at, 0, ...Array.from({ length: times }, () => lines[at] ?? ''));
    return lines.join('\n');
  },
  'insert a line of another file': (text, random) => {
    const lines = text.split('\n');
    lines.splice(below(random, lines.length + 1), 0, pick(random, pick(random, texts).split('\n')));
    return lines.join('\n');
  },
  'indent a line': (text, random) => indent(text, random, 1),
  'indent many lines': (text, random) => indent(text, random, 1 + below(random, 40)),
  'insert a hostile token': (text, random) => atToken(text, random, (token) => pick(random, tokens) + token),
  'replace a token by a hostile one': (text, random) => atToken(text, random, () => pick(random, tokens)),
  'replace a token by another of the file': (text, random) =>
    atToken(text, random, () => pick(random, split(text))),
  'replace a token by one of another file': (text, random) =>
    atToken(text, random, () => pick(random, split(pick(random, texts)))),
  'delete a token': (text, random) => atToken(text, random, () => ''),
  'duplicate a token': (text, random) => atToken(text, random, (token) => token + token),
  'swap two tokens': (text, random) => {
    const all = split(text);
    const [one, two] = [below(random, all.length), below(random, all.length)];
    [all[one], all[two]] = [all[two] ?? '', all[one] ?? ''];
    return all.join('');
  },
  'change a number': (text, random) => {
    const found = [...text.matchAll(/\d+(\.\d+)?/g)];
    if (found.length === 0) return text;
    const { 0: digits, index } = pick(random, found);
    return text.slice(0, index) + pick(random, numbers) + text.slice(index + digits.length);
  },
  'wrap a token': (text, random) => {
    const [open, close] = pick(random, wraps);
    const times = pick(random, [1, 1, 2, 31, 32, 33, 500]);
    return atToken(text, random, (token) => open.repeat(times) + token + close.repeat(times));
  },
};

const wraps = [
  ['[', ']'],
  ['{ a: ', ' }'],
  ['- ', ''],
  ['? ', ''],
  ['a: ', ''],
  ['&a ', ''],
  ['!!str ', ''],
  ['"', '"'],
  ["'", "'"],
  ['\n  ', ''],
  ['not: { ', ' }'],
  ['any: [{ ', ' }]'],
] as const;

function span(text: string, random: Random, longest: number): [from: number, to: number] {
  const from = below(random, text.length + 1);
  return [from, from + 1 + below(random, longest)];
}

function indent(text: string, random: Random, count: number): string {
  const by = pick(random, ['', ' ', '  ', '   ', '\t', '\u00a0 ', ' '.repeat(100), ' '.repeat(250)]);
  const lines = text.split('\n');
  const from = below(random, lines.length);
  const moved = lines.map((line, at) =>
    at < from || at >= from + count ? line : by === '' ? line.replace(/^ {1,3}/, '') : by + line,
  );
  return moved.join('\n');
}

function split(text: string): string[] {
  return text.match(/\n *|[ \t]+|'[^'\n]*'|"[^"\n]*"|[\w./%@€-]+|./gsu) ?? [''];
}

/** Changes one token, where a token is a word, a quoted text, blanks or a sign. */
function atToken(text: string, random: Random, change: (token: string) => string): string {
  const all = split(text);
  const at = below(random, all.length);
  all[at] = change(all[at] ?? '');
  return all.join('');
}
