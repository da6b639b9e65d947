import type { Field } from '../../../ir/types.ts';
import { checkedId, identifier } from '../../encode/name.ts';
import { literal, numeral } from '../../encode/typescript.ts';
import { block, type Code, lines, sections, wrapped } from '../code.ts';
import type { Layout } from './layout.ts';

/** `readCsv`, and what it knows of the agreement. */
export function csvCode(layout: Layout): string {
  const { model, groups, byOwner } = layout;
  const { events, fields } = model.agreement;
  return sections(
    lines(
      '/** What a reader of files knows of the agreement. */',
      block(
        'const csvSchema: CsvSchema =',
        'fields: [',
        fields.map((field) => `  ${fieldCode(layout, field)},`),
        '],',
        wrapped(
          'events: [',
          events.map(({ id }) => literal(id)),
          '],',
        ),
        wrapped(
          'plain: new Uint8Array([',
          events.map(({ properties }) => (properties.length === 0 ? '1' : '0')),
          ']),',
        ),
        'groups,',
        `groupCount: ${groups.length},`,
        'places,',
        'create: leadColumns,',
        'encode: encodeRow,',
        `personOf: ${byOwner ? 'personOf' : 'null'},`,
      ) + ';',
    ),
    `/** ${csvSays} */
export function readCsv(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  options: CsvOptions,
): AsyncGenerator<CsvBatch> {
  checkCsvOptions(options);
  return csvBatches(csvSchema, chunks, options);
}`,
  );
}

export const csvSays =
  'Reads a CSV file, its bytes straight into columns, some thousand leads at a time. The columns of the file are named as the keys of a lead in JSON; cells hold what JSON would, texts and moments without their quotation marks, lists of options with semicolons between them, `events` as JSON; an empty cell is missing. Throws a `RangeError` for options that cannot be, and a `TypeError` for chunks that are not bytes.';

export const csvTypes = `/** Something in a file that is not as the agreement says; the lead of the row is left out. */
export interface CsvProblem {
  /** Where the row begins; the header is line 1. */
  readonly line: number;
  /** Which cell of the row, from 1; \`null\` for the row as a whole. */
  readonly column: number | null;
  /** What of the lead: \`employees\`, \`events[2].at\`; empty for the lead as a whole. */
  readonly at: string;
  readonly message: string;
}

/** Some rows of a file. */
export interface CsvBatch {
  readonly columns: LeadColumns;
  /** The line of each lead. */
  readonly lines: Uint32Array;
  readonly problems: readonly CsvProblem[];
}

export interface CsvOptions {
  /** The engine's \`readLead\`: it reads rows that are not plain, and says what is wrong with those that it refuses. */
  readonly readLead: (json: unknown) => Reading;
  /** What stands between cells: one character of ASCII, but no quotation mark and no end of a line; a comma unless another is given. */
  readonly delimiter?: string;
  /** How many leads are in a batch at most, from 1 on; 4,096 unless said. */
  readonly rows?: number;
  /** Fills the same columns again and again: a batch is of use until the next one is asked for. */
  readonly reuse?: boolean;
}`;

function fieldCode({ fields, owners }: Layout, field: Field): string {
  const column = fields.find((kept) => kept.field.id === field.id);
  const isText = field.type === 'text';
  const bits =
    column?.kind === 'bits' && isText
      ? Array.from({ length: column.words }, (_, word) => identifier(`bits${word}_field`, field.id))
      : [];
  const entries: Code = [
    `id: ${literal(checkedId(field.id))}`,
    `kind: ${literal(kindOf(field))}`,
    `isRequired: ${field.required}`,
    `decimals: ${numeral(field.decimals)}`,
    `min: ${numeral((field.min ?? -Number.MAX_SAFE_INTEGER) / 10 ** field.decimals)}`,
    `max: ${numeral(isText ? (field.max_length ?? Number.MAX_SAFE_INTEGER) : (field.max ?? Number.MAX_SAFE_INTEGER) / 10 ** field.decimals)}`,
    `options: ${literal(field.options.map(({ id }) => id))}`,
    `isKept: ${column !== undefined}`,
    `isScaled: ${column?.scaled ?? false}`,
    `isOwner: ${owners.includes(field.id)}`,
    `bits: [${bits.join(', ')}]`,
    `isFolded: ${(column?.tests.length ?? 0) > 0}`,
  ];
  return `{ ${entries.join(', ')} }`;
}

function kindOf({ type }: Field): string {
  return ['integer', 'decimal', 'money', 'percent'].includes(type) ? 'number' : type;
}
