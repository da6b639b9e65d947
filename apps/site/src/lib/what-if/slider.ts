import type { Range } from './ranges.ts';

/** A number that the page lets people move. `name=value` with its suffix is what `--set` of the command line takes. */
export interface Slider extends Range {
  readonly name: string;
  readonly label: string;
  /** What stands behind the number: `points`, `people`, `leads every month`. */
  readonly unit: string;
  readonly suffix: Suffix;
}

export type Suffix = '' | '%' | ' minutes' | ' hours' | ' days';
