/** Version of this shape. Raised by one whenever a reader of the old shape would misread the new. */
export const irVersion = 1;

/** Where in the author's files something stands: 1-based lines and columns (in code points), end exclusive. */
export interface SourceSpan {
  readonly file: string;
  readonly line: number;
  readonly col: number;
  readonly end_line: number;
  readonly end_col: number;
}

export type Party = 'marketing' | 'sales';
/** Who answers for a stage, an event, a goal, a meeting. */
export type Owner = Party | 'shared';
export type Zone = 'tofu' | 'mofu' | 'bofu';

/** `from` inclusive, `until` exclusive; `null` is open. */
export interface InForce {
  readonly from: number | null;
  readonly until: number | null;
}
