import { describe, expect, test } from 'vitest';
import { below, pick, seededRandom } from '../../src/ir/index.ts';
import { parseAny } from '../../src/parse/parse.ts';
import { readTidy } from '../../src/parse/tidy.ts';
import type { SourceFile } from '../../src/source/source-file.ts';
import { written } from '../hostile/agreements.ts';
import { mutant } from '../hostile/mutate.ts';

// TIDY=100000 SEED=7 npx vitest run --project node packages/compiler/test/parse/tidy
const count = Number(process.env['TIDY'] ?? 600);
const seed = Number(process.env['SEED'] ?? 7);
const sources = written.flatMap((agreement) => agreement.sources);

function file(text: string): SourceFile {
  return { path: 'x.yaml', name: 'x.yaml', text };
}

/** Holds what is read of a file to what the library reads; whether it is read at all. */
function isRead(source: SourceFile): boolean {
  const tree = readTidy(source);
  if (!tree) return false;
  const [whole, found] = parseAny(source);
  expect({ text: source.text, found, data: tree.data, top: tree.places.top }).toEqual({
    text: source.text,
    found: [],
    data: whole?.data,
    top: whole?.places.top,
  });
  return true;
}

test('files of agreements are read as the library reads them', () => {
  const left = sources.filter((source) => !isRead(source));
  expect(left.map(({ name }) => name)).toEqual(['mappings/leads_csv.yaml']);
});

test.each([
  ['a key with nothing after it', 'a:\nb: 1\n'],
  ['the end without a line end', 'a:\n  b: 1'],
  ['a comment behind the last value of a block', 'a:\n  b: 1 # one\nc: 2\n'],
  ['a comment behind a key', 'a: # both\n  b: 1\n'],
  ['comments between', '# first\na:\n  # one\n  b: 1\n\n  # two\n  c: 2\n# last\n'],
  ['lists of all', 'a:\n  - 1\n  - [b, 2]\n  - { c: d }\n  - e: f\n    g: h\n  - null\n'],
  ['flow collections in lines of their own', 'a:\n  {\n    b: 1,\n    c: [d,\n      e],\n  }\nf: []\n'],
  ['quotes', "a: 'it''s'\n'NO': \"x: # y\"\n"],
  ['texts with signs inside', 'a: b:c#d\ne: f # g\n'],
  ['numbers, flags, moments', 'a: [1, -2.5, true, null, 2026-11-24 09:00, 09:00-17:00, 7%]\n'],
  ['a folded text', 'a:\n  b: >-\n    one\n    two # three\n\n  c: 1\n'],
  ['decomposed letters', 'a: cafe\u0301\n'],
])('%s', (_, text) => {
  expect(isRead(file(text))).toBe(true);
});

test.each([
  ['nothing', ''],
  ['a list at the top', '- a\n'],
  ['a tab', 'a:\tb\n'],
  ['an anchor', 'a: &x b\n'],
  ['a key twice', 'a: 1\na: 2\n'],
  ['the prototype', '__proto__: 1\n'],
  ['text that goes on in the next line', 'a: b\n  c\n'],
  ['a list as far left as its key', 'a:\n- b\n'],
  ['two documents', 'a: 1\n---\nb: 2\n'],
  ['a colon in a text', 'a: b: c\n'],
  ['a comment without a blank', 'a: b #c\n'],
  ['a comment that stands deeper than the next line', 'a:\n  b: 1\n  # c\nd: 2\n'],
  ['a line of blanks below a folded text', 'a: >-\n  b\n\n   \n'],
  ['the same at the end of the file', 'a:\n  b: >-\n    c\n\n      '],
  ['numbers that readers disagree about', 'a: 0o17\n'],
  ['numbers with too many digits', 'a: 0.1234567890123456\n'],
  ['escapes', 'a: "\\u0041"\n'],
  ['quotes that are never closed', "a: 'b\n"],
  ['brackets that are never closed', 'a: [b\n'],
  ['a bracket as far left as its key', 'a: [\n  b\n]\n'],
  ['more keys than a mapping may have', Array.from({ length: 1001 }, (_, at) => `k${at}: 1\n`).join('')],
  ['more words than a list may have', `a:\n${'  - null\n'.repeat(1001)}`],
  ['more levels than there may be', `a: ${'['.repeat(33)}${']'.repeat(33)}\n`],
])('leaves to the library: %s', (_, text) => {
  expect(readTidy(file(text))).toBeUndefined();
});

test.each([
  ['digits that are no number', `a: ${'1'.repeat(40_000)}x\n`],
  ['groups of digits', `a: ${'1_'.repeat(20_000)}x\n`],
  ['lines of blanks', `a:\n${`${' '.repeat(99)}\n`.repeat(9000)}  b: 1\n`],
])('is read at once: %s', (_, text) => {
  const started = process.threadCpuUsage();
  readTidy(file(text));
  const { user, system } = process.threadCpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(500);
});

describe('what is read of damaged files is what the library reads', () => {
  test('of whole files', () => {
    const mutants = Array.from({ length: count }, (_, at) => mutant(seed, at).changed);
    expect(mutants.filter(isRead).length).toBeGreaterThan(count / 20);
  }, 86_400_000);

  test('of a few lines, with signs put between', () => {
    const random = seededRandom(seed);
    const damaged = Array.from({ length: 3 * count }, () => file(withSigns(someLines(random), random)));
    expect(damaged.filter(isRead).length).toBeGreaterThan(count / 20);
  }, 86_400_000);
});

/** Lines of a file, moved to the left. */
function someLines(random: () => number): string {
  const lines = pick(random, sources).text.split('\n');
  const from = below(random, lines.length);
  const [first = '', ...rest] = lines.slice(from, from + 1 + below(random, 12));
  const blanks = first.length - first.trimStart().length;
  return [first, ...rest]
    .map((line) => (line.startsWith(' '.repeat(blanks)) ? line.slice(blanks) : line))
    .join('\n');
}

const signs = [
  ' ¦   ¦\n¦\n\n¦\n \n¦\n  ¦\n      ¦\n# c\n¦\n  # c\n¦ # c¦  # c\n¦#¦#x¦: ¦:¦ :¦- ¦-¦,¦, ¦[¦]¦{¦}¦{ a: b }¦[a, b]¦a: ',
  "'a': ¦\"a\": ¦'¦\"¦''¦a'b¦null¦~¦>-\n¦|¦>¦?¦&¦*¦!¦%¦@¦`¦<<¦...¦---¦0¦1.0¦-1¦+1¦1e3¦.5¦0x1f¦1_000¦.inf¦é¦\u3000¦/¦.¦= ",
].flatMap((line) => line.split('¦'));

function withSigns(text: string, random: () => number): string {
  let damaged = text;
  for (let left = 1 + below(random, 3); left > 0; left--) {
    const at = below(random, damaged.length + 1);
    const cut = pick(random, [0, 0, 1, 2, 3]);
    damaged = damaged.slice(0, at) + pick(random, signs) + damaged.slice(at + cut);
  }
  return damaged;
}
