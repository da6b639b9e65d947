import type { CsvOptions, CsvProblem, EventColumns, Lead, LeadColumns } from './columns.ts';
import { type PlainNames, plainNames } from './csv-plain-events.ts';
import { byteWords, type ByteWords } from './csv-words.ts';

/** What a field's cells say, and where that goes. */
export interface CsvField {
  readonly id: string;
  readonly kind: 'choice' | 'choices' | 'flag' | 'number' | 'date' | 'moment' | 'text';
  readonly isRequired: boolean;
  readonly decimals: number;
  /** Bounds of numbers; of a text the most characters. */
  readonly min: number;
  readonly max: number;
  readonly options: readonly string[];
  /** Rules ask for it. */
  readonly isKept: boolean;
  /** Numbers in its column are scaled. */
  readonly isScaled: boolean;
  /** Names of owners are kept. */
  readonly isOwner: boolean;
  /** Of a text: the bits that rules ask of it. */
  readonly bits: readonly ((text: string) => number)[];
  /** They are asked of the folded text. */
  readonly isFolded: boolean;
}

/** What a reader of files knows of an agreement. */
export interface CsvSchema {
  readonly fields: readonly CsvField[];
  readonly events: readonly string[];
  /** 1: events of the type have no properties. */
  readonly plain: Uint8Array;
  /** The group of each event; 65535 if no rule asks for it. */
  readonly groups: Uint16Array;
  readonly groupCount: number;
  readonly places: Uint32Array;
  readonly create: (count: number, events: number) => LeadColumns;
  readonly encode: (columns: LeadColumns, row: number, lead: never) => void;
  readonly personOf: ((name: string | null) => number) | null;
}

/** A column of the file, and the arrays into which its cells go; empty ones if they go nowhere. */
export interface CsvColumn {
  readonly name: string;
  readonly kind: CsvField['kind'] | 'id' | 'created_at' | 'events';
  readonly field: CsvField | null;
  readonly words: ByteWords;
  codes: Uint16Array;
  flags: Uint8Array;
  numbers: Float64Array;
  bits: readonly Int32Array[];
  owners: (string | null)[];
  persons: Uint16Array;
}

/** A file while it is read: its columns, and the leads since the last batch. */
export interface Sheet {
  readonly schema: CsvSchema;
  readonly names: ByteWords;
  readonly plainNames: PlainNames;
  readonly delimiter: number;
  readonly rows: number;
  readonly readLead: CsvOptions['readLead'];
  /** Columns are filled anew once they were given away. */
  readonly isReusing: boolean;
  readonly header: readonly CsvColumn[];
  columns: LeadColumns;
  row: number;
  lines: Uint32Array;
  problems: CsvProblem[];
}

/** Of a program without types, which may pass anything. */
export function checkCsvOptions({ readLead, delimiter, rows }: CsvOptions): void {
  if (typeof readLead !== 'function') throw new TypeError('readLead must be the readLead of the engine');
  if (delimiter !== undefined && !possibleDelimiter.test(delimiter))
    throw new RangeError(
      'delimiter must be one character of ASCII, but no quotation mark and no end of a line',
    );
  if (rows !== undefined && (!Number.isSafeInteger(rows) || rows < 1))
    throw new RangeError('rows must be a whole number from 1 on');
}

const possibleDelimiter = /^[^"\r\n\x80-\uffff]$/;

export function openSheet(schema: CsvSchema, names: readonly string[], options: CsvOptions): Sheet {
  const { readLead, delimiter = ',', rows = 4_096, reuse = false } = options;
  const sheet = {
    schema,
    names: byteWords(schema.events),
    plainNames: plainNames(schema.events),
    delimiter: delimiter.charCodeAt(0),
    rows,
    readLead,
    isReusing: reuse,
    header: names.map((name) => columnOf(schema, name)),
    columns: schema.create(0, 0),
    row: 0,
    lines: new Uint32Array(0),
    problems: [],
  };
  turnPage(sheet);
  return sheet;
}

function columnOf({ fields }: CsvSchema, name: string): CsvColumn {
  const field = fields.find(({ id }) => id === name) ?? null;
  return {
    name,
    kind: field === null ? (name as 'id' | 'created_at' | 'events') : field.kind,
    field,
    words: byteWords(field === null ? [] : field.options),
    codes: new Uint16Array(0),
    flags: new Uint8Array(0),
    numbers: new Float64Array(0),
    bits: [],
    owners: [],
    persons: new Uint16Array(0),
  };
}

/** Begins anew: with columns in which nothing is known of any lead, or with those that are there. */
export function turnPage(sheet: Sheet): void {
  if (sheet.isReusing && sheet.columns.count > 0) {
    // Of a column that the file has not, nothing is known as before; of all others each row says something.
    sheet.columns.events.persons.fill(0);
    sheet.problems = [];
    sheet.row = 0;
  } else newPage(sheet);
}

function newPage(sheet: Sheet): void {
  const { schema, rows } = sheet;
  const columns = schema.create(rows, rows * 24);
  sheet.columns = columns;
  sheet.lines = new Uint32Array(rows);
  sheet.problems = [];
  sheet.row = 0;
  for (const { id, isKept, isOwner, kind } of schema.fields) {
    if (isKept && isNumber(kind)) (entryOf(columns.fields, id) as Float64Array).fill(NaN);
    if (isOwner) (entryOf(columns.owners, id) as (string | null)[]).fill(null);
  }
  for (const column of sheet.header) aim(column, columns);
}

function aim(column: CsvColumn, { fields, owners, persons }: LeadColumns): void {
  const { field } = column;
  if (field === null) return;
  if (field.isOwner) column.owners = entryOf(owners, field.id) as (string | null)[];
  if (field.isOwner && Object.hasOwn(persons, field.id))
    column.persons = entryOf(persons, field.id) as Uint16Array;
  if (!field.isKept) return;
  if (field.kind === 'choice') column.codes = entryOf(fields, field.id) as Uint16Array;
  else if (field.kind === 'flag') column.flags = entryOf(fields, field.id) as Uint8Array;
  else if (isNumber(field.kind)) column.numbers = entryOf(fields, field.id) as Float64Array;
  else column.bits = entryOf(fields, field.id) as readonly Int32Array[];
}

function isNumber(kind: CsvField['kind']): boolean {
  return kind === 'number' || kind === 'date' || kind === 'moment';
}

function entryOf(record: object, id: string): unknown {
  return (record as Readonly<Record<string, unknown>>)[id];
}

/** Makes room for so many more events behind those of the rows so far. */
export function makeEventRoom(sheet: Sheet, count: number): void {
  const { events } = sheet.columns;
  const used = events.starts[sheet.row * sheet.schema.groupCount] as number;
  if (used + count <= events.moments.length) return;
  const size = Math.max(used + count, events.moments.length * 2);
  const longer: EventColumns = {
    starts: events.starts,
    moments: new Float64Array(size),
    properties: events.properties.map(() => new Float64Array(size)),
    persons: new Uint16Array(events.persons.length === 0 ? 0 : size),
  };
  longer.moments.set(events.moments);
  longer.persons.set(events.persons);
  for (const [slot, values] of events.properties.entries()) longer.properties[slot]?.set(values);
  sheet.columns = { ...sheet.columns, events: longer };
}

/** Puts a lead that was read as a whole into the next row. */
export function encodeLead(sheet: Sheet, lead: Lead): void {
  makeEventRoom(sheet, lead.codes.length);
  sheet.schema.encode(sheet.columns, sheet.row, lead as never);
}
