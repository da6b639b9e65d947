/** What a spreadsheet would run as a formula, or lose. */
const formula = /^[=+\-@\t\r]/;

/** One line of CSV. Texts that a spreadsheet would take for formulas begin with an apostrophe; numbers stand as they are. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}

function csvCell(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
