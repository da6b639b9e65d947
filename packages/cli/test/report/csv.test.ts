import { expect, test } from 'vitest';
import { csvLine } from '../../src/report/csv.ts';

test('cells are quoted where a reader would be misled', () => {
  expect(csvLine(['a', null, 'x,y', 'say "hi"', 'two\nlines', 1.5])).toBe(
    'a,,"x,y","say ""hi""","two\nlines",1.5\n',
  );
});

test.each(['=1+1', '+49', '-1', '@you', '\tx', '\rx'])('%j is no formula for a spreadsheet', (text) => {
  expect(csvLine([text])).toMatch(/^"?'/);
});

test('a number stays a number', () => {
  expect(csvLine([-5, 0])).toBe('-5,0\n');
});
