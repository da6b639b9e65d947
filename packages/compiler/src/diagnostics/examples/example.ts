/**
 * An example of a finding: a piece of a file, or of a folder, as a difference. Lines that begin with `- ` are only in the wrong
 * one, lines with `+ ` only in the right one; ⟦ and ⟧ stand around what the finding points at; where they are
 * missing, it points at something in `given`.
 */
export type Example = Piece | Listing | NoExample;

export interface Piece {
  readonly file: string;
  readonly text: string;
  /** Pieces of other files that it rests on, by file. */
  readonly given?: Readonly<Record<string, string>>;
  /** Codes that the wrong one gives besides. */
  readonly also?: readonly string[];
}

/** What lies in a folder, or what was typed: one line each. */
export interface Listing {
  readonly shows: 'folder' | 'terminal';
  readonly text: string;
}

export interface NoExample {
  /** Why there is none. */
  readonly none: string;
}
