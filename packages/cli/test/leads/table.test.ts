import { describe, expect, test } from 'vitest';
import { readTable, type TableRow } from '../../src/leads/table.ts';
import { all, pieces } from '../streams.ts';

async function read(...texts: string[]): Promise<TableRow[]> {
  const source = {
    shown: 'leads.csv',
    unit: 'row',
    bytes: null,
    bytesRead: () => 0,
    text: pieces(...texts),
  } as const;
  return await all(readTable(source));
}

describe('rows of a table', () => {
  test('have the place that a spreadsheet gives them', async () => {
    expect(await read('a,b\n1,"two\nlines"\n\n , \n3,4')).toEqual([
      { place: 1, cells: ['a', 'b'] },
      { place: 2, cells: ['1', 'two\nlines'] },
      { place: 5, cells: ['3', '4'] },
    ]);
  });

  test('are found wherever the stream is cut', async () => {
    const text = 'a;b\r\n"1;x";2\r\n';
    expect(await read(...Array.from(text))).toEqual([
      { place: 1, cells: ['a', 'b'] },
      { place: 2, cells: ['1;x', '2'] },
    ]);
  });

  test.each([',', ';', '\t'])('are separated by %j', async (mark) => {
    expect(await read(`a${mark}"b, c; d; e"\n1${mark}2`)).toHaveLength(2);
    expect((await read(`a${mark}b\n1${mark}2`))[1]?.cells).toEqual(['1', '2']);
  });

  test('keep their width, and quotes inside of cells', async () => {
    expect(await read('a,b\n1\n1,2,3\n5" pipe,x')).toEqual([
      { place: 1, cells: ['a', 'b'] },
      { place: 2, cells: ['1'] },
      { place: 3, cells: ['1', '2', '3'] },
      { place: 4, cells: ['5" pipe', 'x'] },
    ]);
  });

  test('end with an error where a quotation mark is never closed', async () => {
    await expect(read('a,b\n1,2\n"3,4\n5,6')).rejects.toThrow(
      'leads.csv cannot be read any further than row 2.',
    );
  });

  test('do not fill the memory when a quotation mark is never closed', async () => {
    const endless = Array.from({ length: 40 }, () => 'x'.repeat(100_000));
    await expect(read('a\n"', ...endless)).rejects.toThrow(
      'leads.csv cannot be read any further than row 1.',
    );
  });
});
