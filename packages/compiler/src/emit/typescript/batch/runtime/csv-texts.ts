import type { SplitRow } from './csv-cells.ts';
import { type CsvColumn, encodeLead, type Sheet } from './csv-sheet.ts';

/** Reads a row as JSON would be read; false if it has no lead. */
export function readTexts(sheet: Sheet, { cells, isTorn }: SplitRow, line: number): boolean {
  if (cells.every((text) => text !== null && text.trim() === '')) return false;
  const { header, problems } = sheet;
  const width = header.length;
  const problem = (column: number | null, at: string, message: string): number =>
    problems.push({ line, column, at, message });
  const isLonger = cells.length > width && cells.slice(width).some((text) => text?.trim() !== '');
  if (isTorn) problem(null, '', 'has something behind a closing quotation mark');
  else if (cells.length < width) problem(null, '', 'has ' + cells.length + ' cells, and the header ' + width);
  else if (isLonger) problem(null, '', 'has ' + cells.length + ' cells, and the header ' + width);
  else if (cells.includes(null)) {
    const index = cells.indexOf(null);
    problem(index + 1, header[index]?.name ?? '', 'is not in UTF-8');
  } else {
    const reading = sheet.readLead(leadOf(header, cells));
    if ('lead' in reading) encodeLead(sheet, reading.lead);
    else for (const { at, message } of reading.problems) problem(placeOf(header, at), at, message);
    return 'lead' in reading;
  }
  return false;
}

/** The column of what `at` names; `null` of the lead as a whole. */
function placeOf(header: readonly CsvColumn[], at: string): number | null {
  const index = header.findIndex(
    ({ name }) => name === at || at.startsWith(name + '[') || at.startsWith(name + '.'),
  );
  return index === -1 ? null : index + 1;
}

/** The row as the JSON of a lead. Empty cells are missing. */
function leadOf(header: readonly CsvColumn[], cells: readonly (string | null)[]): object {
  return Object.fromEntries(
    header.flatMap(({ name, kind }, index) => {
      const text = cells[index] ?? '';
      return text === '' ? [] : [[name, valueOf(kind, text)]];
    }),
  );
}

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/** What is not as it should be stays text, for `readLead` to refuse. */
function valueOf(kind: CsvColumn['kind'], text: string): unknown {
  switch (kind) {
    case 'number':
      return jsonNumber.test(text) ? Number(text) : text;
    case 'flag':
      return text === 'true' || text === 'false' ? text === 'true' : text;
    case 'choices':
      return text.split(';');
    case 'moment':
    case 'created_at':
      return /^-?\d{1,16}$/.test(text) ? Number(text) : text;
    case 'events':
      return parsed(text);
    default:
      return text;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
