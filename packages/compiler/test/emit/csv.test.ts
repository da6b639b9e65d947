import { beforeAll, describe, expect, it, vi } from 'vitest';
import { everything } from '../ir/everything.ts';
import { type Batch, generateBatch, type GeneratedBatch } from './batch.ts';
import { corners } from './corners.ts';
import { compareCsv, type CsvBatch, type CsvReader } from './csv.ts';

const seed = Number(process.env['SEED'] ?? 20261122);

it.each([
  ['everything', everything, 700, false],
  ['everything, in the same columns', everything, 700, true],
  // Its numbers near the limit of doubles are always read with care.
  ['corners', corners, 801, true],
])(
  `decides and refuses rows of a file as leads in JSON: %s, seed ${seed}`,
  async (_, agreement, mostSlow, reuse) => {
    const { decided, refused, slow, differences } = await compareCsv(agreement, { leads: 800, seed, reuse });
    expect(differences).toEqual([]);
    expect(decided).toBeGreaterThan(450);
    expect(refused).toBeGreaterThan(100);
    expect(slow).toBeLessThan(mostSlow);
  },
  30_000,
);

describe('readCsv', () => {
  let generated: GeneratedBatch;
  beforeAll(async () => {
    generated = await generateBatch(everything);
  });

  async function read(
    texts: string | Uint8Array | readonly (string | Uint8Array)[],
    options: { readonly delimiter?: string; readonly rows?: number } = {},
  ): Promise<readonly CsvBatch[]> {
    const chunks = [texts]
      .flat()
      .map((text) => (typeof text === 'string' ? new TextEncoder().encode(text) : text));
    const { readCsv } = generated.batch as Batch & CsvReader;
    const pages: CsvBatch[] = [];
    for await (const page of readCsv(chunks, { readLead: generated.engine.readLead, ...options }))
      pages.push(page);
    return pages;
  }

  async function eventsIn(cell: string): Promise<string> {
    const [page] = await read(`id,created_at,events\n1,0,"${cell}"\n`, { rows: 1 });
    const { starts, moments } = (page as CsvBatch).columns.events;
    return JSON.stringify([page?.problems, [...starts], Array.from(moments.slice(0, 2))]);
  }

  async function problems(...texts: readonly (string | Uint8Array)[]): Promise<readonly string[]> {
    const pages = await read(texts);
    return pages.flatMap((page) =>
      page.problems.map(({ line, column, at, message }) => `${line}:${column ?? ''} ${at} ${message}`),
    );
  }

  it('tells what is wrong with a header, and reads no row', async () => {
    expect(await problems('id,created_at,staf,level,level\n1,0,,,\n')).toEqual([
      '1:3 staf is not in the agreement',
      '1:5 level is the name of two columns',
    ]);
    expect(await problems('id\n1\n')).toEqual(['1: created_at is required']);
    expect(await problems('')).toEqual(['1:  must be a header with the names of the columns']);
  });

  it('tells line and column of a cell', async () => {
    const text = 'id,created_at,title,staff\n1,0,"two\nlines",3\n2,0,,3.5\n,0,,\n\n3,0\n4,0,,1,x\n5,0,,1,,\n';
    expect(await problems(text)).toEqual([
      '4:4 staff must be a whole number',
      '5:1 id is required',
      '7:  has 2 cells, and the header 4',
      '8:  has 5 cells, and the header 4',
    ]);
    const [page] = await read(text);
    expect([...(page?.lines ?? [])]).toEqual([2, 9]);
  });

  it('refuses what is not in UTF-8, and what stands behind a quotation mark', async () => {
    const bytes = new TextEncoder().encode('id,created_at,title\n1,0,?\n2,0,"a"b\n3,0,x\n');
    bytes[bytes.indexOf(63)] = 0xff;
    expect(await problems(bytes)).toEqual([
      '2:3 title is not in UTF-8',
      '3:  has something behind a closing quotation mark',
    ]);
  });

  it.each(['', '"'])(
    'stops at a row of more than ten million bytes, in whatever chunks: end %j',
    async (end) => {
      const bytes = new TextEncoder().encode(`id,created_at,title\n1,0,"${'x\n'.repeat(6e6)}${end}\n2,0,a\n`);
      const many = Array.from({ length: 121 }, (_, at) => bytes.subarray(at * 1e5, at * 1e5 + 1e5));
      for (const chunks of [[bytes], many])
        expect(await problems(...chunks)).toEqual([
          '2:  is longer than 10000000 bytes; look for a quotation mark that is never closed',
        ]);
    },
  );

  it('stops at a quotation mark that is never closed', async () => {
    expect(await problems('id,created_at,title\n1,0,a\n2,0,"b\n3,0,c\n')).toEqual([
      '3:  ends inside of quotation marks',
    ]);
    expect(await problems('id,created_at,title\n1,0,a\n2,0,"', 'b\n3', ',0,c\n')).toEqual([
      '3:  ends inside of quotation marks',
    ]);
  });

  it('tries a long row a few times only, however small the chunks of a file are', async () => {
    const { readCsv } = generated.batch as Batch & CsvReader;
    const events = Array.from(
      { length: 4_000 },
      (_, at) => `{""event"":""called"",""at"":${1795424400000 + at}}`,
    );
    const row = `"${'x'.repeat(100)}",1795424400000,"[${events.join()}]"\n`;
    const bytes = new TextEncoder().encode(`id,created_at,events\n${row}2,0,\n`);
    const chunks = Array.from({ length: bytes.length / 16 + 1 }, (_, at) =>
      bytes.subarray(at * 16, at * 16 + 16),
    );
    // Whenever the row is tried, its id is decoded.
    const decode = vi.spyOn(TextDecoder.prototype, 'decode');
    const lines: number[] = [];
    for await (const page of readCsv(chunks, { readLead: generated.engine.readLead }))
      lines.push(...page.lines);
    const tries = decode.mock.calls.length;
    decode.mockRestore();
    expect(lines).toEqual([2, 3]);
    expect(tries).toBeGreaterThan(5);
    expect(tries).toBeLessThan(25);
  });

  it('reads an event with any other byte in it as if it were written with more spaces', async () => {
    const events = '[{"event":"asked","at":1795424400000},{"event":"called","at":1795424500009}]';
    const plain = events.replaceAll('"', '""');
    expect(await eventsIn(plain)).toContain('1795424400000,1795424500009');
    for (let at = 1; at < plain.length - 1; at += 1) {
      for (const other of ['0', '9', '/', ':', '"', ' ', '}', ',', 'a', 'A', '\0', '\u00ff', '']) {
        const cell = plain.slice(0, at) + other + plain.slice(at + (other === '\u00ff' ? 2 : 1));
        expect([cell, await eventsIn(cell)]).toEqual([cell, await eventsIn(cell.replaceAll('{', '{ '))]);
      }
    }
  });

  it('refuses options that cannot be, before it reads', () => {
    const { readCsv } = generated.batch as Batch & CsvReader;
    const { readLead } = generated.engine;
    for (const rows of [0, -1, 1.5, Number.NaN, Infinity])
      expect(() => readCsv([], { readLead, rows })).toThrow(
        new RangeError('rows must be a whole number from 1 on'),
      );
    for (const delimiter of ['', '::', '"', '\n', '\r', '\u00e9'])
      expect(() => readCsv([], { readLead, delimiter })).toThrow(/^delimiter must be one character of ASCII/);
    expect(() => readCsv([], { readLead, rows: 1, delimiter: '\t' })).not.toThrow();
  });

  it('refuses what is not bytes, and a reader that is none, in words', async () => {
    const { readCsv } = generated.batch as Batch & CsvReader;
    const { readLead } = generated.engine;
    const text = 'id,created_at\n1,0\n';
    const bytes = new TextEncoder().encode(text);
    for (const chunks of [[text], text, bytes, [bytes.buffer]]) {
      const pages = readCsv(chunks as Iterable<Uint8Array>, { readLead });
      await expect(pages.next()).rejects.toThrow(/^each chunk must be bytes \(a Uint8Array\)/);
    }
    expect(() => readCsv([], {} as { readLead: typeof readLead })).toThrow(
      new TypeError('readLead must be the readLead of the engine'),
    );
  });

  it('reads other delimiters, and a last line without an end', async () => {
    const [page] = await read('id;created_at;level\n1;0;top\r\n2;0;low', { delimiter: ';' });
    expect(page?.columns.count).toBe(2);
  });
});
