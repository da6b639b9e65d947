import { expect, test } from 'vitest';
import { readJsonLines } from '../../src/leads/json-lines.ts';
import type { SourceLead } from '../../src/leads/lead.ts';
import { all, pieces } from '../streams.ts';

async function read(...texts: string[]): Promise<SourceLead[]> {
  const source = {
    shown: 'leads.jsonl',
    unit: 'line',
    bytes: null,
    bytesRead: () => 0,
    text: pieces(...texts),
  } as const;
  return await all(readJsonLines(source));
}

test('a line is a lead, wherever the stream is cut', async () => {
  expect(await read('{"id":"1"}\r\n{"i', 'd":"2"}\n\n', '{"id":"3"}')).toEqual([
    { place: 1, input: { id: '1' } },
    { place: 2, input: { id: '2' } },
    { place: 4, input: { id: '3' } },
  ]);
});

test.each(['{"id":', '[1]', '"x"', 'null', '7', '['.repeat(100_000)])('refused: %.20s', async (line) => {
  expect(await read(line)).toEqual([{ place: 1, problems: [expect.objectContaining({ where: null })] }]);
});

test('a line without an end does not fill the memory', async () => {
  const endless = Array.from({ length: 40 }, () => 'x'.repeat(100_000));
  await expect(read(...endless)).rejects.toThrow('leads.jsonl line 1 is longer than a million characters.');
});
