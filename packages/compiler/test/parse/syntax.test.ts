import { describe, expect, test } from 'vitest';
import { parse } from '../../src/parse/parse.ts';

/** The first finding, as people read it. */
function told(text: string): readonly [place: string, message: string | undefined] {
  const [finding] = parse({ path: 'x', name: 'x', text })[1];
  const { line, col, end_line, end_col } = finding?.span ?? { line: 0, col: 0, end_line: 0, end_col: 0 };
  return [`${line}:${col}-${end_line}:${end_col}`, finding?.message];
}

describe('a syntax error is told in words that help', () => {
  test.each([
    ['an open brace', 'a: { b: 1\nc: 2', ['1:4-1:5', 'This cannot be read: this { is never closed.']],
    ['the inner of two', 'a: { b: [1, 2 }', ['1:9-1:10', 'This cannot be read: this [ is never closed.']],
    ['an open quote', `a: 'x\nb: 2`, ['1:4-1:5', "This cannot be read: this ' is never closed."]],
    ['an open double quote', `a: "x\nb: 2`, ['1:4-1:5', 'This cannot be read: this " is never closed.']],
    [
      'a colon in a text',
      'a: who: me',
      ['1:4-1:11', 'This cannot be read: a text with a colon and a space inside needs quotes.'],
    ],
    [
      'a line too far right',
      'a: 1\n  b: 2',
      ['2:3-2:4', 'This cannot be read: this line is indented, but the one above has its value already.'],
    ],
    [
      'a line without a colon',
      'a: 1\nb\nc: 2',
      ['2:1-2:2', 'This cannot be read: this line has no colon, as the lines around it have.'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test('one finding a file: the rest would only follow', () => {
    expect(parse({ path: 'x', name: 'x', text: 'a: {\nb: ]\n c: "\n: :' })[1]).toHaveLength(1);
  });
});
