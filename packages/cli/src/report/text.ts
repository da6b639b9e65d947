/** `1 error`, `1,200 errors`. */
export function counted(count: number, thing: string): string {
  return `${grouped(count)} ${thing}${count === 1 ? '' : 's'}`;
}

/** Digits in groups of three: `9,240`. */
export function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Bytes as people read them: `640 B`, `41.2 kB`, `92 MB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${Math.round(bytes / 1_000_000)} MB`;
}

/** Up to a billion with all digits, above as `1.4 × 10^61`. */
export function large(value: bigint): string {
  if (value < 1_000_000_000n) return grouped(Number(value));
  const digits = String(value);
  const tenths = Math.round(Number(digits.slice(0, 3)) / 10);
  const [mantissa, exponent] = tenths < 100 ? [tenths, digits.length - 1] : [10, digits.length];
  return `${(mantissa / 10).toFixed(1)} × 10^${exponent}`;
}

/** Lines of at most so many characters, broken between words; a longer word has its own line. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Columns under each other, two spaces between them; numbers stand to the right. */
export function columns(rows: readonly (readonly (string | number)[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries())
      widths[index] = Math.max(widths[index] ?? 0, shown(cell).length);
  }
  return rows.map((row) =>
    row
      .map((cell, index) => pad(cell, widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Rows in columns, indented; where a line would be longer than the terminal, all that stands after the name is below it. */
export function named(rows: readonly (readonly string[])[], width: number): string[] {
  const beside = columns(rows).map((line) => `  ${line}`);
  if (beside.every((line) => line.length <= width)) return beside;
  const figures = columns(rows.map(([, ...rest]) => rest));
  return rows.flatMap(([name = ''], at) => [
    ...wrapped(name, width - 2).map((line) => `  ${line}`),
    `    ${figures[at] ?? ''}`.trimEnd(),
  ]);
}

function pad(cell: string | number, width: number): string {
  return typeof cell === 'number' ? shown(cell).padStart(width) : cell.padEnd(width);
}

function shown(cell: string | number): string {
  return typeof cell === 'number' ? grouped(cell) : cell;
}
