import { isDeepStrictEqual } from 'node:util';
import type { Agreement, Field, LeadInput } from '../../src/ir/index.ts';
import { below, pick, randomCase, seededRandom } from '../../src/ir/index.ts';
import { type Batch, generateBatch, type LeadColumns } from './batch.ts';
import type { Engine } from './engines.ts';

export interface CsvProblem {
  readonly line: number;
  readonly column: number | null;
  readonly at: string;
  readonly message: string;
}

export interface CsvBatch {
  readonly columns: LeadColumns;
  readonly lines: Uint32Array;
  readonly problems: readonly CsvProblem[];
}

export interface CsvReader {
  readonly readCsv: (
    chunks: Iterable<Uint8Array>,
    options: {
      readonly readLead: Engine['readLead'];
      readonly delimiter?: string;
      readonly rows?: number;
      readonly reuse?: boolean;
    },
  ) => AsyncGenerator<CsvBatch>;
}

export interface CsvComparison {
  readonly decided: number;
  readonly refused: number;
  /** How many rows were read as texts. */
  readonly slow: number;
  readonly differences: readonly string[];
}

/** How each column holds its values: by the types of fields. */
type Header = readonly (readonly [name: string, type: Field['type'] | 'id' | 'events'])[];

/**
 * Random leads and spoiled ones in a file, read into columns and decided there; and each row's cells as JSON, read by the engine
 * and decided alone. What is decided and what is refused must be the same, and where.
 */
export async function compareCsv(
  agreement: Agreement,
  { leads, seed, reuse }: { readonly leads: number; readonly seed: number; readonly reuse: boolean },
): Promise<CsvComparison> {
  const { engine, batch } = await generateBatch(agreement);
  const { readCsv } = batch as Batch & CsvReader;
  const random = seededRandom(seed);
  const header: Header = [
    ['id', 'id'],
    ['created_at', 'moment'],
    ...agreement.fields.map(({ id, type }) => [id, type] as const),
    ['events', 'events'],
  ];
  const asOf = Date.parse(`${agreement.effective_from}T10:00:00Z`) + 60 * 86_400_000;
  const rows = Array.from({ length: leads }, (_, index) => {
    const { input } = randomCase(agreement, random);
    const cells = header.map(([name, type]) => cellOf({ ...input, id: String(index) }, name, type));
    if (index % 3 === 0) spoil(cells, header, random);
    return cells;
  });
  const expected = expectedOf(engine, header, rows, asOf);
  const names = header.map(([name]) => name);
  const text = [names, ...rows].map((cells) => lineOf(cells, random)).join(random() < 0.5 ? '\r\n' : '\n');
  let slow = 0;
  const readLead: Engine['readLead'] = (json) => {
    slow++;
    return engine.readLead(json);
  };
  const got: unknown[] = [];
  for await (const page of readCsv(chunksOf(text, random), { readLead, rows: 200, reuse })) {
    const out = batch.decideBatch(page.columns, { asOf });
    const decided = Array.from(page.lines, (line, row) => [line, batch.decisionAt(page.columns, out, row)]);
    got.push(
      ...decided,
      ...page.problems.map(({ line, column, at, message }) => [line, column, at, message]),
    );
  }
  const differences = differencesOf(expected, got);
  const refused = expected.filter((row) => row.length === 4).length;
  return { decided: expected.length - refused, refused, slow, differences };
}

function byLine(rows: readonly unknown[]): Map<number, unknown[]> {
  return Map.groupBy(rows, (row) => (row as [number])[0]);
}

function differencesOf(expected: readonly unknown[][], got: readonly unknown[]): readonly string[] {
  const [wanted, read] = [byLine(expected), byLine(got)];
  const lines = [...new Set([...wanted.keys(), ...read.keys()])];
  return lines
    .filter((line) => !isDeepStrictEqual(wanted.get(line), read.get(line)))
    .map((line) => JSON.stringify([line, wanted.get(line), read.get(line)]))
    .slice(0, 3);
}

function expectedOf(
  engine: Engine,
  header: Header,
  rows: readonly (readonly string[])[],
  asOf: number,
): unknown[][] {
  let line = 2;
  return rows.flatMap((cells): unknown[][] => {
    const at = line;
    line += 1 + cells.join('').split('\n').length - 1;
    const reading = engine.readLead(jsonOf(header, cells));
    if ('lead' in reading) return [[at, engine.decide(reading.lead, { asOf })]];
    return reading.problems.map((problem) => {
      const column = header.findIndex(([name]) => name === problem.at.split(/[.[]/)[0]) + 1;
      return [at, column, problem.at, problem.message];
    });
  });
}

function cellOf(input: LeadInput, name: string, type: Header[number][1]): string {
  const value = input[name] ?? null;
  if (value === null) return '';
  if (type === 'events') return JSON.stringify(value);
  return Array.isArray(value) ? value.join(';') : `${value as string | number | boolean}`;
}

/** What a row says, as JSON. */
function jsonOf(header: Header, cells: readonly string[]): object {
  return Object.fromEntries(
    header.flatMap(([name, type], index) => {
      const cell = cells[index] as string;
      return cell === '' ? [] : [[name, jsonValue(cell, type)]];
    }),
  );
}

function jsonValue(cell: string, type: Header[number][1]): unknown {
  if (type === 'id' || type === 'text' || type === 'choice' || type === 'date') return cell;
  if (type === 'choices') return cell.split(';');
  try {
    const json: unknown = JSON.parse(cell);
    if (type === 'events') return json;
    if (type === 'flag') return typeof json === 'boolean' ? json : cell;
    if (type === 'moment') return /^-?\d{1,16}$/.test(cell) ? json : cell;
    return typeof json === 'number' && cell.trim() === cell ? json : cell;
  } catch {
    if (type === 'moment' && /^-?\d{1,16}$/.test(cell)) return Number(cell);
    return cell;
  }
}

const strange = [
  ' ',
  '0',
  '-0',
  '007',
  '-5',
  '1.',
  '.5',
  '1.50',
  '1.25',
  '12.3456789',
  '1e3',
  '1E-2',
  '+1',
  '0x10',
  '1_000',
  '١٢',
  ' 7',
  '7 ',
  '9007199254740993',
  '123456789012345',
  '1234567890123456',
  '99999999999999999999',
  'NaN',
  'null',
  'TRUE',
  'true',
  'false',
  'falsch',
  'top',
  'Top',
  'low;mid',
  'a;a',
  'a;',
  ';',
  'a;b;c',
  'a;z',
  'constructor',
  '__proto__',
  'a"b',
  '"',
  '""',
  'a,b',
  'a\nb',
  '\r',
  '\u{1F600}',
  'Zo\u00eb M\u00fcller',
  'A\u0308',
  'a\0b',
  'x'.repeat(70),
  'x'.repeat(500),
  '\ufeff',
  '2026-02-29',
  '2024-02-29',
  '2026-11-20',
  '0000-01-01',
  '0001-01-01',
  '2026-13-01',
  '2026-11-20T10:00:00Z',
  '2026-11-20T10:00:00.123Z',
  '2026-11-20T24:00:00Z',
  '2026-11-20T10:00:60Z',
  '2026-11-20T10:00Z',
  '2026-11-20T10:00:00+01:00',
  '1795424400000',
  '-1795424400000',
  '253402300799999',
  '253402300800000',
  '00',
  '[]',
  '[ ]',
  '{}',
  '[{}]',
  '[1]',
  '[{"event":"asked"}]',
];

/** One cell, or the events, as they should not be; or as they may be and seldom are. */
function spoil(cells: string[], header: Header, random: () => number): void {
  const last = header.length - 1;
  if (random() < 0.5) cells[below(random, header.length)] = pick(random, strange);
  else cells[last] = pick(random, eventTwists)(cells[last] === '' ? '[]' : (cells[last] as string), random);
}

type Twist = (json: string, random: () => number) => string;

function twist(change: (events: Record<string, unknown>[], random: () => number) => unknown): Twist {
  return (json, random) =>
    JSON.stringify(change(JSON.parse(json) as Record<string, unknown>[], random) ?? null);
}

const eventTwists: readonly Twist[] = [
  (json) => json.replaceAll(',', ' , ').replaceAll(':', ' : '),
  (json) => json.replaceAll(',', '\n,'),
  (json) => json.slice(0, -1),
  (json) => `${json}x`,
  (json) => json.replace('{"event"', '{"event":"nothing","event"'),
  (json) => json.replace('"at":', '"at":1,"at":'),
  (json) => json.replace(/"at":(\d+)/, '"at":0$1'),
  (json) => json.replace(/"at":(\d+)/, '"at":"$1"'),
  (json) => json.replace(/"at":(\d+)/, '"at":$1.0'),
  (json) => json.replace(/"at":(\d+)/, '"at":-$1'),
  (json) => json.replace(/"at":"?[^,}]+/, '"at":"2026-11-01T08:00:00Z"'),
  (json) => json.replace(/"at":"?[^,}]+/, '"at":"2026-11-01T08:00:00.500Z"'),
  (json) => json.replace('"event":"', '"event":"\\u0061'),
  (json) => json.replace('"event"', '"Event"'),
  twist((events) => events.map((event, index) => ({ id: `e${index % 3}`, ...event }))),
  twist((events) => events.map((event, index) => ({ ...event, id: `e-${index}` }))),
  twist((events) => events.map((event) => ({ ...event, id: '' }))),
  twist((events) => events.map((event) => ({ at: event['at'], id: null, event: event['event'] }))),
  twist((events) => events.map((event) => ({ ...event, properties: null, more: 1 }))),
  twist((events) => events.toReversed()),
  twist((events, random) => events.concat(events).filter(() => random() < 0.7)),
  twist((events) => Array.from({ length: 230 }, (_, index) => events[index % (events.length || 1)] ?? null)),
  twist((events) => Array.from({ length: 5_001 }, () => events[0] ?? null)),
  () => 'null',
  () => '"[]"',
];

/** A row as a file may have it: in marks where it must be, and sometimes where it need not. */
function lineOf(cells: readonly string[], random: () => number): string {
  return cells
    .map((cell) => (/[",\r\n]/.test(cell) || random() < 0.1 ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}

function* chunksOf(text: string, random: () => number): Generator<Uint8Array> {
  const bytes = new TextEncoder().encode(`${random() < 0.5 ? '\ufeff' : ''}${text}`);
  for (let at = 0; at < bytes.length;) {
    const size = random() < 0.2 ? 1 + below(random, 50) : 1 + below(random, 20_000);
    yield bytes.slice(at, at + size);
    at += size;
  }
}
