import type { SourceSpan } from './basics.ts';
import type { Period } from './promises.ts';

/** A number that may be uncertain: `low` and `high` bound the middle 90%. */
export interface Estimate {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Shares in hundredths of a percent by what they are of: an option, `true`, `false`, a text, or `missing`. */
export type Shares = Readonly<Record<string, number>>;

/** So large a share lies from `min` to `max`, both included, all values in between alike. Scaled by the field's decimals. */
export interface RangeShare {
  readonly min: number;
  readonly max: number;
  readonly share: number;
}

/** How the values of a field or a property are shared out: by `shares`, or by `ranges` (and `missing` in `shares`). */
export interface Spread {
  readonly shares: Shares;
  readonly ranges: readonly RangeShare[];
}

interface AssumptionBase {
  readonly kind: string;
  readonly id: string;
  readonly source: string;
  readonly as_of: string | null;
  readonly because: string | null;
  readonly span: SourceSpan;
}

/** How many leads come in each period, and which options they have. */
export interface ArrivalsAssumption extends AssumptionBase {
  readonly kind: 'arrivals';
  readonly leads: Estimate;
  readonly per: Period;
  readonly with: Readonly<Record<string, string>>;
  /** Shares of the seven days in hundredths of a percent, Monday first; `null` where nothing is said. */
  readonly weekly: readonly number[] | null;
  /** The scale of months in hundredths of a percent, January first. */
  readonly seasonal: readonly number[];
  /** Of each lead, in hundredths of the currency. */
  readonly cost: Estimate | null;
}

export interface MixAssumption extends AssumptionBase {
  readonly kind: 'mix';
  readonly field: string;
  readonly spread: Spread;
}

/** A share of the leads, or of those with these options, causes an event, `times` on average if at all. */
export interface BehaviourAssumption extends AssumptionBase {
  readonly kind: 'behaviour';
  readonly event: string;
  readonly share: Estimate;
  readonly times: Estimate;
  readonly within_ms: number;
  readonly with: Readonly<Record<string, string>>;
  readonly properties: readonly { readonly id: string; readonly spread: Spread }[];
}

/** A share of those who enter one stage comes to another, `takes` (ms) after people began to work on them there. */
export interface ConversionAssumption extends AssumptionBase {
  readonly kind: 'conversion';
  readonly from: string;
  readonly to: string;
  readonly rate: Estimate;
  readonly takes: Estimate | null;
}

export interface CapacityAssumption extends AssumptionBase {
  readonly kind: 'capacity';
  readonly queue: string;
  readonly people: Estimate;
  readonly per_person: Estimate;
  readonly per: Period;
}

/** What a deal is worth (hundredths of the currency), and how long it takes (ms). */
export interface MoneyAssumption extends AssumptionBase {
  readonly kind: 'money';
  readonly deal_size: Estimate;
  readonly cycle: Estimate | null;
}

/** What is left of the conversion, by the time on the promise's clock until it stopped. */
export interface ResponseAssumption extends AssumptionBase {
  readonly kind: 'response';
  readonly promise: string;
  readonly effect: readonly { readonly within_ms: number; readonly rate: number }[];
}

/**
 * An event that happens after others: for a share of the leads, `times` on average if at all, `takes` (ms) after the first of them
 * and `every` (ms) after the time before. Each costs a person `effort` (ms of work).
 */
export interface ActivityAssumption extends AssumptionBase {
  readonly kind: 'activity';
  readonly event: string;
  /** Ids of events, `entered_<stage>` among them. */
  readonly after: readonly string[];
  /** `null` is all leads, and once. */
  readonly share: Estimate | null;
  readonly times: Estimate | null;
  readonly takes: Estimate | null;
  readonly every: Estimate | null;
  readonly effort: Estimate | null;
  /** A calendar or `always`; `null` is that of the people, where people of sales do it, and `always` elsewhere. */
  readonly calendar: string | null;
}

/** A share of the leads that are handed over lies for `takes` (ms), and then goes to another queue or person. */
export interface TransferAssumption extends AssumptionBase {
  readonly kind: 'transfer';
  readonly event: string;
  /** A queue; `null` is every one. */
  readonly from: string | null;
  /** A queue; `null` is the same. */
  readonly to: string | null;
  readonly share: Estimate;
  readonly takes: Estimate | null;
}

/** One assumption of the forecast: data for the simulator, each with where it comes from. */
export type Assumption =
  | ArrivalsAssumption
  | MixAssumption
  | BehaviourAssumption
  | ConversionAssumption
  | CapacityAssumption
  | MoneyAssumption
  | ResponseAssumption
  | ActivityAssumption
  | TransferAssumption;
