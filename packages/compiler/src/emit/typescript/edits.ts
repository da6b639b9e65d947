/** A change of one line of code; lines and columns from 0. */
export interface Edit {
  readonly line: number;
  readonly column: number;
  /** How many characters go. */
  readonly removes: number;
  readonly inserts: string;
}

/** Code with changes, none of which overlap, and where each place of it is afterwards. */
export interface Edited {
  readonly code: string;
  readonly move: (line: number, column: number) => number;
}

export function edited(code: string, edits: readonly Edit[]): Edited {
  const byLine = new Map<number, Edit[]>();
  for (const edit of edits.toSorted((a, b) => a.column - b.column)) {
    byLine.set(edit.line, [...(byLine.get(edit.line) ?? []), edit]);
  }
  const lines = code.split('\n').map((line, index) => editLine(line, byLine.get(index) ?? []));
  const move = (line: number, column: number): number =>
    (byLine.get(line) ?? [])
      .filter((edit) => edit.column + edit.removes <= column)
      .reduce((moved, { inserts, removes }) => moved + inserts.length - removes, column);
  return { code: lines.join('\n'), move };
}

function editLine(line: string, edits: readonly Edit[]): string {
  let text = '';
  let from = 0;
  for (const { column, removes, inserts } of edits) {
    text += line.slice(from, column) + inserts;
    from = column + removes;
  }
  return text + line.slice(from);
}
