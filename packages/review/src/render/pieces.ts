/** As long as GitHub takes a comment, with room for what is added to it. */
const longest = 65_000;

/** A part of the comment, which is shown as a whole or not at all. */
export interface Section {
  readonly title: string;
  readonly text: string;
  /** Shown only when somebody opens it. */
  readonly isFolded?: boolean;
}

/** What is shown as a whole or not at all, as it stands in the comment. */
export interface Piece {
  readonly title: string;
  readonly shown: string;
  readonly isFolded: boolean;
}

export function pieceOf({ title, text, isFolded = false }: Section): Piece {
  const shown = isFolded
    ? `<details><summary>${title}</summary>\n\n${text}\n\n</details>`
    : `### ${title}\n\n${text}`;
  return { title, shown, isFolded };
}

/** Every piece that fits, in their order; those that are folded make room for the others. */
export function fitted(first: string, pieces: readonly Piece[]): string {
  const kept = new Set<Piece>();
  let length = first.length;
  for (const piece of [false, true].flatMap((is) => pieces.filter(({ isFolded }) => isFolded === is))) {
    const own = piece.shown.length + 2;
    if (length + own > longest) continue;
    kept.add(piece);
    length += own;
  }
  const shown = pieces.flatMap((piece) => (kept.has(piece) ? [piece.shown] : []));
  const left = pieces.flatMap((piece) => (kept.has(piece) ? [] : [piece.title]));
  return `${[first, ...shown, ...(left.length > 0 ? [leftWords(left)] : [])].join('\n\n')}\n`;
}

function leftWords(titles: readonly string[]): string {
  const all = titles.join('; ');
  const what = all.length > 400 ? `${titles.length} sections` : all;
  return `Too long to be shown here: ${what}. All of it: smarketing diff.`;
}
