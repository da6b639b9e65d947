import type { Piece } from './piece.ts';

/** Writes pieces as lines: what stood in one line stands in one line, with at most one empty line in between. */
export function layOut(pieces: readonly Piece[]): string {
  const lines: string[] = [];
  let line: Piece[] = [];
  for (const piece of withComments(pieces)) {
    if (piece.kind !== 'break') {
      line.push(piece);
      continue;
    }
    if (line.length > 0 || (lines.at(-1) ?? '') !== '') lines.push(written(line));
    line = [];
  }
  if (line.length > 0) lines.push(written(line));
  if (lines.at(-1) === '') lines.pop();
  return lines.map((text) => `${text}\n`).join('');
}

function written(line: readonly Piece[]): string {
  const shown = line.filter(({ kind }, index) => kind !== 'comma' || line[index + 1]?.kind !== 'close');
  return shown.reduce((text, piece, index) => {
    const previous = shown[index - 1];
    if (!previous) return ' '.repeat(piece.indent ?? 0) + piece.text;
    return text + (isApart(previous, piece) ? ' ' : '') + piece.text;
  }, '');
}

/** Whether a blank stands between two neighbours in a line. */
function isApart(left: Piece, right: Piece): boolean {
  if (right.kind === 'comment') return true;
  if (right.kind === 'comma' || right.kind === 'colon') return false;
  if (left.kind === 'open' && right.kind === 'close') return false;
  return left.text !== '[' && right.text !== ']';
}

/** A level of blocks: where its lines begin in the source, and where they will. */
type Level = Required<Pick<Piece, 'column' | 'indent'>>;

/** The pieces, with an indentation for each comment in a block. */
function* withComments(pieces: readonly Piece[]): Generator<Piece> {
  const levels: Level[] = [];
  const next = nextContents(pieces);
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'key' || piece.kind === 'dash') {
      while ((levels.at(-1)?.indent ?? -1) >= (piece.indent ?? 0)) levels.pop();
      levels.push(piece);
    }
    const isOpen = piece.kind === 'comment' && piece.indent === undefined;
    yield isOpen ? { ...piece, indent: commentIndent(piece, levels, next[index]) } : piece;
  }
}

/**
 * A comment goes with the line below; one that stands further in than that line goes with the level above to which it is
 * indented.
 */
function commentIndent({ column }: Piece, levels: readonly Level[], next: Piece | undefined): number {
  const least = next?.indent ?? 0;
  if (column <= (next?.column ?? 0)) return least;
  const level = levels.findLast((level) => level.column <= column);
  return Math.max(least, level?.indent ?? 0);
}

/** For each piece the first one after it that is neither a comment nor a line end. */
function nextContents(pieces: readonly Piece[]): readonly (Piece | undefined)[] {
  const next: (Piece | undefined)[] = [];
  let found: Piece | undefined;
  for (let index = pieces.length - 1; index >= 0; index--) {
    next[index] = found;
    const piece = pieces[index];
    if (piece && piece.kind !== 'comment' && piece.kind !== 'break') found = piece;
  }
  return next;
}
