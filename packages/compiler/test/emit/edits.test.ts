import { describe, expect, test } from 'vitest';
import { edited } from '../../src/emit/typescript/edits.ts';

const edits = [
  { line: 1, column: 6, removes: 1, inserts: '[six]' },
  { line: 1, column: 2, removes: 3, inserts: 'T' },
  { line: 0, column: 0, removes: 0, inserts: '> ' },
];
const { code, move } = edited('first\n0123456789\nlast', edits);

test('changes of a line are made in the order of their places, whatever the order in which they are told', () => {
  expect(code).toBe('> first\n01T5[six]789\nlast');
});

describe('a place moves by what is changed before it', () => {
  test.each([
    [1, 0, 0],
    [1, 2, 2],
    [1, 5, 3],
    [1, 6, 4],
    [1, 7, 9],
    [1, 9, 11],
    [0, 0, 2],
    [0, 3, 5],
    [2, 3, 3],
    [9, 4, 4],
  ])('line %i, column %i', (line, column, wanted) => {
    expect(move(line, column)).toBe(wanted);
  });
});
