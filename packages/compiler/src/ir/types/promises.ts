import type { InForce, Party, SourceSpan } from './basics.ts';
import type { Condition } from './conditions.ts';

export interface Hours {
  /** Minutes after local midnight, 0 to 1440. */
  readonly open: number;
  readonly close: number;
}

export interface Calendar {
  readonly kind: 'calendar';
  readonly id: string;
  readonly title: string;
  readonly zone: string;
  /** Version of the tz database that resolved the zone. */
  readonly tzdb: string;
  /** Monday first, seven entries. */
  readonly hours: readonly (readonly Hours[])[];
  readonly holidays: readonly { readonly date: string; readonly name: string | null }[];
  readonly special_days: readonly {
    readonly date: string;
    readonly name: string | null;
    readonly hours: readonly Hours[];
  }[];
  /** What `intervals` covers. */
  readonly from: number;
  readonly until: number;
  /** The open intervals in UTC, packed by `time/encode.ts`. */
  readonly intervals: string;
  readonly span: SourceSpan;
}

export type Period = {
  readonly count: number;
  readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
};

interface PromiseBase {
  readonly id: string;
  readonly by: Party;
  readonly says: string;
  readonly because: string | null;
  readonly in_force: InForce | null;
  readonly span: SourceSpan;
}

/** Something happens within a working time after something else. */
export interface ClockPromise extends PromiseBase {
  readonly kind: 'clock';
  readonly when: Condition | null;
  /** Events, here and below; a stage was turned into `entered_<stage>`. */
  readonly starts: readonly string[];
  readonly stops: readonly string[];
  readonly pauses: readonly { readonly from: readonly string[]; readonly until: readonly string[] }[];
  readonly restarts: readonly string[];
  readonly within_ms: number;
  /** A calendar's id, or `owner`: the calendar of whoever holds the lead. `always` is open day and night. */
  readonly calendar: string;
  /** Share of clocks kept that counts as a promise kept, in hundredths of a percent (9000 is 90%). */
  readonly kept_for: number | null;
  readonly per: Period | null;
  readonly remind_ms: number | null;
  readonly escalate: readonly { readonly after_ms: number; readonly to: string }[];
}

/** Something is tried so many times within a time after something else. */
export interface AttemptsPromise extends PromiseBase {
  readonly kind: 'attempts';
  readonly when: Condition | null;
  readonly of: readonly string[];
  readonly at_least: number;
  readonly within_ms: number;
  readonly calendar: string;
  readonly starts: readonly string[];
  readonly stops: readonly string[];
  readonly kept_for: number | null;
  readonly per: Period | null;
  readonly escalate: readonly { readonly after_ms: number; readonly to: string }[];
}

/** So many leads enter a stage in a period. */
export interface DeliverPromise extends PromiseBase {
  readonly kind: 'deliver';
  readonly stage: string;
  /** Already multiplied by the people of `for_each`. */
  readonly at_least: number;
  readonly per: Period;
  readonly for_each: string | null;
  readonly when: Condition | null;
}

/** So large a share of those who enter one stage comes to another. */
export interface RatioPromise extends PromiseBase {
  readonly kind: 'ratio';
  readonly of: string;
  readonly from: string;
  /** Hundredths of a percent. */
  readonly at_least: number;
  readonly per: Period;
  /** `entered`: those who entered `from` in the period, whenever they came on; `same_period`: counts of one period. */
  readonly cohort: 'entered' | 'same_period';
  readonly when: Condition | null;
}

export type PromiseRule = ClockPromise | AttemptsPromise | DeliverPromise | RatioPromise;
