import type { Owner, SourceSpan } from './basics.ts';
import type { Period } from './promises.ts';

export interface Goal {
  readonly kind: 'goal';
  readonly id: string;
  /** `revenue` or a stage. */
  readonly metric: string;
  /** Revenue in hundredths of the currency; leads as a count. */
  readonly target: number;
  readonly from: string;
  readonly by: string;
  readonly owner: Owner;
  readonly because: string;
  /** Hundredths of the currency; revenue goals only. */
  readonly deal_size: number | null;
  /** From the last stage backwards, in hundredths of a percent. */
  readonly rates: readonly { readonly from: string; readonly to: string; readonly rate: number }[];
  /** The plan worked backwards, last stage first: how many leads have to reach each stage. */
  readonly needs: readonly { readonly stage: string; readonly count: number }[];
  readonly span: SourceSpan;
}

export interface Incentive {
  readonly kind: 'incentive';
  readonly id: string;
  readonly for: Owner;
  /** A goal or a promise. */
  readonly on: string;
  readonly says: string;
  readonly span: SourceSpan;
}

export interface Attribution {
  readonly weights: readonly { readonly touch: string; readonly label: string; readonly weight: number }[];
  readonly span: SourceSpan;
}

export interface Meeting {
  readonly kind: 'meeting';
  readonly id: string;
  readonly title: string;
  readonly every: Period;
  readonly on: string | null;
  readonly at: string | null;
  readonly minutes: number;
  readonly owner: Owner;
  readonly who: readonly string[];
  readonly agenda: readonly string[];
  readonly span: SourceSpan;
}
