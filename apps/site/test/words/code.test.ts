import { expect, test } from 'vitest';
import { inCode } from '../../src/lib/words/code.ts';

test('what stands between backticks is code, the rest is not', () => {
  const pieces = [
    { words: 'Add ', isCode: false },
    { words: 'otherwise: <queue>', isCode: true },
    { words: '.', isCode: false },
  ];
  expect(inCode('Add `otherwise: <queue>`.')).toEqual(pieces);
  expect(inCode('`id`').map(({ words }) => words)).toEqual(['id']);
});
