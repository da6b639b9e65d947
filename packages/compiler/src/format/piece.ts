/** What stands in a line without a gap, or the end of a line. */
export interface Piece {
  readonly kind:
    | 'key'
    | 'colon'
    | 'dash'
    | 'scalar'
    | 'open'
    | 'close'
    | 'comma'
    | 'comment'
    | 'marker'
    | 'body'
    | 'break';
  readonly text: string;
  /** The column of the source at which it begins, from 0. */
  readonly column: number;
  /** How far in a line begins with it; `undefined` for a comment in a block, which goes with the lines around it. */
  readonly indent: number | undefined;
}
