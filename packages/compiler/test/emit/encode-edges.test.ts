import { describe, expect, test } from 'vitest';
import { code, markdown, table } from '../../src/emit/encode/markdown.ts';
import { checkedId, identifier, packageWord, place } from '../../src/emit/encode/name.ts';
import { literal, numeral, prettyLiteral, union } from '../../src/emit/encode/typescript.ts';

describe('a text in TypeScript', () => {
  test.each([
    ['plain words: a/b_c.d*e+f@g-9', `'plain words: a/b_c.d*e+f@g-9'`],
    ['', `''`],
    [`it's`, `"it's"`],
    ['a\nb', '"a\\nb"'],
    ['a\u2028</script>', '"a\\u2028\\u003c/script\\u003e"'],
    ['a & b', '"a \\u0026 b"'],
    ['café', '"caf\\u00e9"'],
    ['\u{1F600}', '"\\ud83d\\ude00"'],
    ['~ ~', '"~ ~"'],
    ['\u007f', '"\\u007f"'],
  ])('%j is %s', (text, written) => {
    expect(literal(text)).toBe(written);
  });

  test('keeps other values of JSON as they are', () => {
    expect([1, null, true, [], { a: null, b: ['x'] }].map(literal)).toEqual([
      '1',
      'null',
      'true',
      '[]',
      '{"a":null,"b":["x"]}',
    ]);
    expect(prettyLiteral({ a: ['é'] })).toBe('{\n  "a": [\n    "\\u00e9"\n  ]\n}');
  });

  test('has no key that sets a prototype, however deep it lies', () => {
    const deep: unknown = JSON.parse('{"a":[null,1,{"b":{"__proto__":1}}]}');
    expect(() => literal(deep)).toThrow('__proto__ cannot be a key of a literal');
    expect(() => prettyLiteral(deep)).toThrow('__proto__ cannot be a key of a literal');
    expect(literal('__proto__')).toBe(`'__proto__'`);
    expect(literal(['__proto__'])).toBe('["__proto__"]');
  });

  test('is one of a union, which may be empty', () => {
    expect(union([])).toBe(' never');
    expect(union(['a', 'b<'])).toBe(`\n  | 'a'\n  | "b\\u003c"`);
  });

  test('has no number that is none', () => {
    expect([0, -0, 2.5, -2.5].map(numeral)).toEqual(['0', '0', '2.5', '(-2.5)']);
    expect(() => numeral(Infinity)).toThrow('Infinity cannot be written as a number');
  });
});

describe('a name', () => {
  test.each(['a', 'Z', 'a_1', 'mql', `a${'b'.repeat(200)}`])('%s is an id', (id) => {
    expect(checkedId(id)).toBe(id);
    expect(identifier('x', id)).toBe(`x_${id}`);
  });

  test.each(['', '_a', '1', ' a', 'a ', 'a\n', 'a.b', `a${'b'.repeat(201)}`])('%j is no id', (id) => {
    expect(() => checkedId(id)).toThrow(`not an id: ${JSON.stringify(id)}`);
    expect(() => identifier('x', id)).toThrow(TypeError);
  });

  test.each(['a', '9', 'engine-acme', 'a.b_c', '@acme/engine', '@9.a_b-c/d.e_f-g'])(
    '%s is a package',
    (name) => {
      expect(packageWord(name)).toBe(name);
    },
  );

  test.each([
    '',
    'Engine',
    '.a',
    '-a',
    'a b',
    ' a',
    'a ',
    'a/b',
    '@a',
    '@/a',
    '@a/',
    '@a/.b',
    '@.a/b',
    '@A/b',
    '@a/b/c',
    'x@a/b',
  ])('%j is no package', (name) => {
    expect(() => packageWord(name)).toThrow(`not a package name: ${JSON.stringify(name)}`);
  });

  test.each(['fit.yaml', 'scoring/fit.yaml', 'a/b/c-d_e.yaml', '_a/_b', 'a'])(
    '%s may stand in a comment',
    (file) => {
      expect(place({ file, line: 7.9 })).toBe(`${file}:7`);
    },
  );

  test.each(['', '/a', 'a/', 'a//b', '.a', 'a/.b', '-a', 'a/-b', 'a b', 'a*/b', ' a', 'a\n', 'é'])(
    '%j may not stand in a comment',
    (file) => {
      expect(place({ file, line: 7 })).toBe('?:7');
    },
  );
});

describe('a text in Markdown', () => {
  test.each([...'\\`*_{}[]<>#+!|~&:$^'])('has %s as a character, wherever it stands', (sign) => {
    const shown = `&#${sign.charCodeAt(0)};`;
    expect(markdown(`a${sign}b ${sign}`)).toBe(`a${shown}b ${shown}`);
  });

  test.each([
    ['a-b=c', 'a-b=c'],
    ['-a', '&#45;a'],
    ['= a', '&#61; a'],
    ['a. b) c', 'a. b) c'],
    ['1) a', '1&#41; a'],
    ['WWW.a.b', 'WWW&#46;a.b'],
    ['ww.a', 'ww.a'],
    ['a\r\n\t b', 'a  b'],
    ['a\u2028\u2029b', 'a b'],
    ['a\u0000\u0001b', 'a b'],
    ['a\u200b\u202eb', 'ab'],
    ['\u200b - a \n', '&#45; a'],
    ['  a  ', 'a'],
    ['a@b @ @', 'a&#64;&#8203;b &#64; &#64;'],
    ['#a #1', '&#35;a &#35;&#8203;1'],
    ['gh-1 GH-a aGH-1', 'gh-&#8203;1 GH-a aGH-1'],
    [':a-b: :a b:', '&#58;&#8203;a-b&#58; &#58;a b&#58;'],
    ['a\ud800b', 'a b'],
  ])('%j is %s', (text, written) => {
    expect(markdown(text)).toBe(written);
  });

  test.each(['a b', ' a', 'a ', 'a`', '', 'é'])('%j is no code', (word) => {
    expect(() => code(word)).toThrow(`not a plain word: ${JSON.stringify(word)}`);
  });

  test('is aligned in tables, also where a row is short', () => {
    expect(table(['a', 'b'], [])).toBe('| a   | b   |\n| --- | --- |');
    expect(
      table(
        ['a', 'title'],
        [
          ['long one', 'b'],
          ['c', 'd'],
        ],
      ),
    ).toBe(
      ['| a        | title |', '| -------- | ----- |', '| long one | b     |', '| c        | d     |'].join(
        '\n',
      ),
    );
    expect(table(['a', 'b'], [['c']])).toBe('| a   | b   |\n| --- | --- |\n| c   |');
  });
});
