/** A number in a line of a file: 1-based line and columns in code points, the last exclusive. */
export interface Edit {
  readonly file: string;
  readonly line: number;
  readonly from: number;
  readonly until: number;
  /** The number itself, or a bound of its range. */
  readonly what: 'value' | 'low' | 'high';
}

/** By file and number: the lines that may be shown. */
export type Sources = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** An edit, and what is to stand there. */
export interface Written extends Edit {
  readonly text: string;
}

/**
 * The change of an agreement's files as a unified diff, which `git apply` and `patch` take. Everything else in the lines stays.
 * Lines that are not known are no context: a hunk ends before them.
 */
export function unifiedDiff(folder: string, sources: Sources, edits: readonly Written[]): string {
  const files = [...new Set(edits.map(({ file }) => file))].toSorted();
  return files
    .map((file) => {
      const own = edits.filter((edit) => edit.file === file);
      const hunks = hunksOf(sources[file] ?? {}, own);
      return hunks.length === 0 ? '' : `--- a/${folder}/${file}\n+++ b/${folder}/${file}\n${hunks.join('')}`;
    })
    .join('');
}

/** So many lines stand above and below a change. */
export const context = 3;

function hunksOf(lines: Readonly<Record<string, string>>, edits: readonly Written[]): readonly string[] {
  const changed = new Set(edits.map(({ line }) => line));
  const shown = Object.keys(lines)
    .map(Number)
    .filter((line) => [...changed].some((at) => isNear(lines, line, at)))
    .toSorted((a, b) => a - b);
  const groups: number[][] = [];
  for (const line of shown) {
    if (groups.at(-1)?.at(-1) === line - 1) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => {
    const range = `${group[0]},${group.length}`;
    return `@@ -${range} +${range} @@\n${bodyOf(group, lines, edits)}`;
  });
}

/** Whether a line is at most so far from a change, and all lines in between are known. */
function isNear(lines: Readonly<Record<string, string>>, line: number, at: number): boolean {
  if (Math.abs(line - at) > context) return false;
  const step = Math.sign(at - line);
  for (let between = line; between !== at; between += step) if (lines[between] === undefined) return false;
  return true;
}

/** Lines that stay, and where lines change first all old ones and then all new ones. */
function bodyOf(
  group: readonly number[],
  lines: Readonly<Record<string, string>>,
  edits: readonly Written[],
): string {
  let [body, added] = ['', ''];
  for (const number of group) {
    const line = lines[number] ?? '';
    const own = edits.filter((edit) => edit.line === number);
    if (own.length === 0) {
      body += `${added} ${line}\n`;
      added = '';
    } else {
      body += `-${line}\n`;
      added += `+${edited(line, own)}\n`;
    }
  }
  return body + added;
}

function edited(line: string, edits: readonly Written[]): string {
  const points = Array.from(line);
  for (const { from, until, text } of edits.toSorted((a, b) => b.from - a.from))
    points.splice(from - 1, until - from, text);
  return points.join('');
}
