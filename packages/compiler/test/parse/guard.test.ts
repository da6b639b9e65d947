import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/parse/parse.ts';
import { dataOf, findings } from './helpers.ts';

/** So many keys, each below the one before. */
function indented(levels: number): string {
  return Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
}

/** So many items, with commas between them. */
function many(count: number, item: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => item(at)).join(', ');
}

describe('what the language refuses', () => {
  test.each([
    ['an anchor', 'a: &x 1', 'yaml-anchor 1:4'],
    ['an alias', 'a: *x', 'yaml-anchor 1:4'],
    ['an alias as a key', '*x : 1', 'yaml-anchor 1:1'],
    ['a tag', 'a: !!int 1', 'yaml-tag 1:4'],
    ['a tag of its own', 'a: !secret x', 'yaml-tag 1:4'],
    ['a directive', '%YAML 1.1\n---\na: NO', 'yaml-directive 1:1'],
    ['a merge key', 'a: { <<: { b: 1 } }', 'yaml-merge-key 1:6'],
    ['a duplicate key', 'a: 1\nb: 2\na: 3', 'duplicate-key 3:1'],
    ['a duplicate key in quotes', 'a: 1\n"a": 3', 'duplicate-key 2:1'],
    ['a second document', 'a: 1\n---\nb: 2', 'yaml-documents 2:1'],
    ['an explicit key', '? a\n: 1', 'yaml-explicit-key 1:1'],
    ['an explicit key in braces', '{ ? a : 1 }', 'yaml-explicit-key 1:3'],
    ['the prototype', '__proto__: { x: 1 }', 'reserved-name 1:1'],
    ['a control character', 'a: "x\u0007"', 'bad-character 1:6'],
    ['an escaped control character', 'a: "x\\u0007"', 'bad-character 1:4'],
    ['a byte order mark inside', 'a: x\ufeffy', 'bad-character 1:5'],
    ['a lone surrogate', 'a: x\ud800y', 'bad-character 1:5'],
    ['a line separator', 'a: x\u2028y', 'bad-character 1:5'],
    ['a space that is none', 'a:\u00a0x', 'bad-character 1:3'],
    ['a tab', 'a:\n\tb: 1', 'yaml-tab 2:1'],
    ['bytes as text', 'a: !!binary aGk=', 'yaml-tag 1:4'],
    ['a set', 'a: !!set { b, c }', 'yaml-tag 1:4'],
    ['a timestamp', 'a: !!timestamp 2026-11-23', 'yaml-tag 1:4'],
    ['a tag of a library', 'a: !!js/function "x"', 'yaml-tag 1:4'],
    ['a tag in full', 'a: !<tag:yaml.org,2002:str> x', 'yaml-tag 1:4'],
    ['a directive for tags', '%TAG ! tag:example.org:\n---\na: 1', 'yaml-directive 1:1'],
    ['an anchor of a key', '&x a: 1', 'yaml-anchor 1:1'],
    ['an anchor that names itself', 'a: &x [*x]', 'yaml-anchor 1:4'],
    ['a merged list', '<<: [{ b: 1 }]', 'yaml-merge-key 1:1'],
    ['an explicit key inside a list', '- ? a', 'yaml-explicit-key 1:3'],
    ['a list as a key', '? [a, b]\n: 1', 'yaml-explicit-key 1:1'],
    ['a second document without a sign', 'a: 1\n...\nb: 2', 'yaml-documents 3:1'],
    ['brackets after the end', 'a: 1\n... # end\n[1]', 'yaml-documents 3:1'],
    ['an empty key', 'a:\n  : 1', 'yaml-syntax 2:3'],
    ['a colon below its key', 'a: 1\nb\n : 2', 'yaml-syntax 2:1'],
    ['a colon below its key, alone', 'a:\n  b\n   : 2', 'yaml-syntax 3:1'],
    ['an empty key in braces', 'a: { : 1 }', 'yaml-syntax 1:5'],
    ['an empty key with nothing after it', 'a: { , b: 1 }', 'yaml-syntax 1:6'],
    ['NUL', 'a: x\u0000y', 'bad-character 1:5'],
    ['an escape sign', 'a: x\u001b[31my', 'bad-character 1:5'],
    ['a control character of C1', 'a: x\u0085y', 'bad-character 1:5'],
    ['text from right to left', 'a: x\u202ey', 'bad-character 1:5'],
    ['an isolate', 'a: x\u2066y', 'bad-character 1:5'],
    ['a space of no width', 'a: x\u200by', 'bad-character 1:5'],
    ['an escaped text from right to left', 'a: "x\\u202ey"', 'bad-character 1:4'],
    ['an escaped lone surrogate', 'a: "x\\ud800y"', 'bad-character 1:4'],
    ['the second half of a pair', 'a: x\udc00y', 'bad-character 1:5'],
    ['a bad character in a key', 'a\u200b: 1', 'bad-character 1:2'],
    ['more marks than a letter has', `a: x${'\u0301'.repeat(31)}`, 'bad-character 1:5'],
    ['an escaped one in a key', '"a\\u200b": 1', 'bad-character 1:1'],
  ])('%s', (_, text, finding) => {
    expect(findings(text)).toContain(finding);
    expect(dataOf(text)).toBeUndefined();
  });

  test('refused signs are told all at once', () => {
    expect(findings('a: &x 1\nb: *x\nc: !!str 2')).toEqual([
      'yaml-anchor 1:4',
      'yaml-anchor 2:4',
      'yaml-tag 3:4',
    ]);
  });

  test('columns count code points', () => {
    expect(findings('a: "😀😀" \nb: { c: "😀", d: &x 1 }')).toEqual(['yaml-anchor 2:17']);
  });
});

describe('what is fine', () => {
  test.each([
    ['a byte order mark at the beginning', '\ufeffa: 1', { a: 1 }],
    ['a document sign at the beginning', '---\na: 1', { a: 1 }],
    ['the sign of its end', 'a: 1\n...\n# end\n', { a: 1 }],
    [
      'signs inside quotes and texts',
      `a: '&x *y !z'\nb: x & y * z ! % ?`,
      { a: '&x *y !z', b: 'x & y * z ! % ?' },
    ],
    [
      'words that YAML 1.1 takes for something else',
      'a: NO\nb: on\nc: 09:30\nd: 1_000',
      { a: 'NO', b: 'on', c: '09:30', d: '1_000' },
    ],
    ['emoji with joiners', 'a: 👩‍💻', { a: '👩‍💻' }],
    [
      'many keys in one line',
      `{ ${Array.from({ length: 100 }, (_, i) => `k${i}: ${i}`).join(', ')} }`,
      expect.anything(),
    ],
    [
      'many keys in braces below a key',
      `a: { ${Array.from({ length: 100 }, (_, i) => `k${i}: ${i}`).join(', ')} }`,
      expect.anything(),
    ],
    ['Windows line ends', 'a: 1\r\nb: 2\r\n', { a: 1, b: 2 }],
    ['many marks on one letter', `a: x${'\u0324'.repeat(30)}`, { a: `x${'\u0324'.repeat(30)}` }],
    ['text in composed form', 'a: e\u0301', { a: '\u00e9' }],
  ])('%s', (_, text, data) => {
    expect(findings(text)).toEqual([]);
    expect(dataOf(text)).toEqual(data);
  });
});

describe('numbers', () => {
  test.each(['0', '-1', '1000', '12.5', '0.001', '9007199254740991', '-12.50'])('%s is one', (text) => {
    expect(dataOf(`a: ${text}`)).toEqual({ a: Number(text) });
  });

  test.each([
    '007',
    '0x1F',
    '0o17',
    '1e3',
    '1E-2',
    '.5',
    '5.',
    '+1',
    '-0',
    '.inf',
    '-.inf',
    '.nan',
    '9007199254740993',
    '0.12345678901234567',
    '1e999',
    '-1e999',
    '00',
    '-007',
    '.Inf',
    '.NaN',
    '1'.repeat(400),
  ])('%s is refused', (text) => {
    expect(findings(`a: ${text}`)).toEqual(['bad-number 1:4']);
  });
});

describe('what would hurt a reader of YAML', () => {
  const deep = 100_000;
  test.each([
    ['brackets', '['.repeat(deep)],
    ['braces', '{a: '.repeat(deep)],
    ['lists in a line', `${'- '.repeat(deep)}x`],
    ['keys in a line', 'a: '.repeat(deep)],
    ['explicit keys', '? '.repeat(deep)],
    ['mixed', '- [{a: '.repeat(deep)],
    ['indentation', indented(1300)],
    ['anchors', `a: [${'&a x, '.repeat(deep)}]`],
    ['bad characters', `a: "${'\u200b'.repeat(deep)}"`],
  ])('%s are refused in time', (_, text) => {
    const [tree, found] = parse({ path: 'x', name: 'x', text });
    const times = [1, 2, 3].map(() => {
      const started = performance.now();
      parse({ path: 'x', name: 'x', text });
      return performance.now() - started;
    });
    expect(Math.min(...times)).toBeLessThan(100);
    expect(tree).toBeUndefined();
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(300);
  });

  test('32 levels are fine, 33 are not', () => {
    expect(findings(`${'['.repeat(32)}${']'.repeat(32)}`)).toEqual([]);
    expect(findings(`${'['.repeat(33)}${']'.repeat(33)}`)).toEqual(['yaml-too-deep 1:33']);
    expect(findings(indented(32))).toEqual([]);
    expect(findings(indented(33))).toEqual(['yaml-too-deep 33:33']);
  });

  test('1,000 keys or words are fine, 1,001 are not; rules are no words', () => {
    expect(findings(`{ ${many(1000, (at) => `k${at}: 1`)} }`)).toEqual([]);
    expect(findings(`{ ${many(10_000, (at) => `k${at}: 1`)} }`)).toEqual(['yaml-too-many 1:8893']);
    expect(findings(`[${many(1000, () => 'a')}]`)).toEqual([]);
    expect(findings(`[${many(1001, () => 'a')}]`)).toEqual(['yaml-too-many 1:3002']);
    expect(findings(`[${many(5000, () => '{ a: 1 }')}]`)).toEqual([]);
  });

  test('a long line with many values is read in time', () => {
    const text = `a: [${`[${'😀x, '.repeat(40)}1], `.repeat(1000)}1]`;
    const started = process.threadCpuUsage();
    expect(findings(text)).toEqual([]);
    const { user, system } = process.threadCpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(4000);
  });
});

test('no text makes the reader throw', () => {
  const signs = fc.constantFrom(
    ...'{}[]:,-?&*!|>%@#\'"\\ \n\t\r',
    'a',
    'b: ',
    '- ',
    '1',
    '😀',
    '<<',
    '---\n',
    '\u0000',
    '\ud800',
  );
  const texts = fc.oneof(
    fc.array(signs, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const [tree, found] = parse({ path: 'x', name: 'x', text });
      const lines = text.split('\n');
      expect(tree !== undefined || found.length > 0).toBe(true);
      for (const { span } of found) expect(span.line).toBeLessThanOrEqual(lines.length);
    }),
    { numRuns: 2000 },
  );
});
