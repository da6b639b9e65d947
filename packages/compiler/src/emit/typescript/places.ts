/** A line of one of the author's files. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** `(scoring.yaml:18)` in a comment that stands before code, or behind it. */
const comment = /^(.*?)(?:\/\/|\/\*\*) .*\(([^()\s:]+):(\d+)\)[^()]*$/;

/**
 * For each line of an engine's source the place of what it was made from; `null` of what is the same in every engine. A
 * comment with a place speaks for the statement below it, or for the line that it ends. Texts of authors never stand in
 * comments.
 */
export function placesOf(source: string): readonly (Place | null)[] {
  const lines = source.split('\n');
  const places: (Place | null)[] = lines.map(() => null);
  lines.forEach((line, index) => {
    const [, before = '', file, number] = comment.exec(line) ?? [];
    if (file === undefined) return;
    const place = { file, line: Number(number) };
    const first = before.trim() === '' ? index + 1 : index;
    for (let at = index; at <= endOf(lines, first); at++) places[at] = place;
  });
  return places;
}

/** The last line of the statement that begins in a line. */
function endOf(lines: readonly string[], first: number): number {
  const indent = indentOf(String(lines[first]));
  let last = first;
  const after = (): string => lines[last + 1] ?? '';
  while (continues(after(), indent)) last++;
  const closes = /^\s*[})\]]/.test(after()) && indentOf(after()) === indent;
  return closes && last > first ? last + 1 : last;
}

function continues(line: string, indent: number): boolean {
  return line.trim() !== '' && indentOf(line) > indent;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
