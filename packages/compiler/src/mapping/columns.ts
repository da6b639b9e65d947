import { nearest } from '../diagnostics/suggest.ts';
import { fold } from '../ir/fold.ts';
import { placeOfColumn } from '../ir/places.ts';
import type { Mapping, SourceSpan } from '../ir/types.ts';
import type { ColumnFinding } from './types.ts';

/** Where each column of an export stands; `findings` has what does not fit the mapping. */
export interface Columns {
  readonly indexes: ReadonlyMap<string, number>;
  readonly findings: readonly ColumnFinding[];
}

/** A table that another tool wrote has this share of a mapping's columns at the most. */
const mostByChance = 0.2;

/** Looks the mapping's columns up in a header: by their exact names, without spaces around them. */
export function findColumns(mapping: Mapping, header: readonly string[]): Columns {
  const names = header.map((name) => name.trim());
  const indexes = new Map(names.map((name, index) => [name, index]));
  const used = usedColumns(mapping);
  const fitting = [...used.keys()].filter((column) => indexes.has(column)).length;
  if (fitting <= used.size * mostByChance)
    return { indexes, findings: [notMeant(mapping, names, [fitting, used.size])] };
  const findings: ColumnFinding[] = [];
  for (const [column, span] of used) {
    if (!indexes.has(column)) findings.push(notFound(column, span, { mapping, names }));
    else if (names.indexOf(column) !== names.lastIndexOf(column)) findings.push(twice(column, span, mapping));
  }
  const known = new Set([...used.keys(), ...mapping.ignore]);
  for (const column of new Set(names)) {
    if (column !== '' && !known.has(column)) findings.push(notMapped(column, mapping));
  }
  return { indexes, findings: listedOnce(findings, listed(names)) };
}

/** Findings of which only the first has the list of all columns. */
function listedOnce(findings: readonly ColumnFinding[], list: string): readonly ColumnFinding[] {
  const first = findings.find(({ help }) => help === list);
  return findings.map((finding) =>
    finding.help === list && finding !== first ? { ...finding, help: null } : finding,
  );
}

/** Every column that the mapping reads, with the first place that asks for it. */
export function usedColumns(mapping: Mapping): ReadonlyMap<string, SourceSpan> {
  const used = new Map<string, SourceSpan>();
  const use = (column: string | null | undefined, span: SourceSpan): void => {
    if (column && !used.has(column)) used.set(column, placeOfColumn(mapping, column) ?? span);
  };
  use(mapping.id_column, mapping.span);
  use('column' in mapping.created ? mapping.created.column : null, mapping.span);
  for (const { column, span } of mapping.fields) use(column, span);
  for (const event of mapping.events) {
    for (const column of [event.at, event.if?.column, event.times]) use(column, event.span);
    for (const { column, span } of event.properties) use(column, span);
  }
  use(mapping.stage?.column, mapping.span);
  use(mapping.stage?.entered_at, mapping.span);
  for (const { column } of mapping.outcomes) use(column, mapping.span);
  return used;
}

function notMeant(
  mapping: Mapping,
  names: readonly string[],
  [fitting, all]: readonly [fitting: number, all: number],
): ColumnFinding {
  return {
    code: 'table-not-mapped',
    severity: 'error',
    column: null,
    message: `The mapping ${mapping.id} was written for another table: this one has ${fitting === 0 ? 'none' : fitting} of the ${all} columns that it reads.`,
    help: listed(names),
    span: mapping.span,
  };
}

function listed(names: readonly string[]): string {
  return `Its columns are: ${names.filter(Boolean).join(', ')}.`;
}

function notFound(
  column: string,
  span: SourceSpan,
  { mapping, names }: { readonly mapping: Mapping; readonly names: readonly string[] },
): ColumnFinding {
  const same = names.find((name) => fold(name) === fold(column)) ?? nearest(column, names.filter(Boolean));
  return {
    code: 'column-not-found',
    severity: 'error',
    column,
    message: `The mapping ${mapping.id} reads a column \`${column}\`, and there is none in this table.`,
    help: same === undefined ? listed(names) : `Did you mean \`${same}\`?`,
    span,
  };
}

function twice(column: string, span: SourceSpan, mapping: Mapping): ColumnFinding {
  return {
    code: 'column-twice',
    severity: 'error',
    column,
    message: `This table has two columns \`${column}\`, and the mapping ${mapping.id} cannot tell which one to read.`,
    help: 'Give one of them another name.',
    span,
  };
}

function notMapped(column: string, mapping: Mapping): ColumnFinding {
  return {
    code: 'column-not-mapped',
    severity: 'warning',
    column,
    message: `The column \`${column}\` of this table is neither mapped nor ignored.`,
    help: `Map it, or list it under \`ignore\` in the mapping ${mapping.id}.`,
    span: mapping.span,
  };
}
