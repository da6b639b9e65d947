/**
 * What a change would bring about, as the simulation sees it: both versions are simulated with the same luck. An estimate that
 * rests on the assumptions of the forecast; nothing of it is proved.
 */
export type Forecast = NoForecast | MadeForecast;

/** There is nothing to be forecast, and why. */
export interface NoForecast {
  readonly kind: 'none';
  /**
   * - `no-assumptions`: one of the versions does not say how many leads come.
   * - `no-effect`: nothing changes of what a simulation rests on, and it is proved that leads are decided alike.
   */
  readonly why: 'no-assumptions' | 'no-effect';
}

export interface MadeForecast {
  readonly kind: 'made';
  /** The first day, `YYYY-MM-DD`, and how many weeks are simulated from there. */
  readonly start: string;
  readonly weeks: number;
  readonly runs: number;
  readonly seed: number;
  /** How many leads were drawn and decided, before and after. */
  readonly pool: readonly [number, number];
  readonly currency: string;
  readonly rows: readonly ForecastRow[];
  /** The promises that the change would break, by their ids, worst first; with ways out where some were looked for. */
  readonly broken: readonly BrokenPromise[];
  /** Of the version after, what the simulation rests on, and what it leaves out. */
  readonly assumptions: readonly Assumed[];
  readonly gaps: readonly { readonly what: string; readonly why: string }[];
  /** Whether the assumptions themselves change: then the comparison shows that too. */
  readonly assumesOtherwise: boolean;
}

/** One figure before and after. Shares are between 0 and 1, money is in the currency. */
export interface ForecastRow {
  /** Such as `entered.mql`, `kept.speed_to_lead`, `load.inbound_desk`, `goal.winter_mqls`. */
  readonly id: string;
  readonly group: ForecastGroup;
  /** A text of the agreement. */
  readonly title: string;
  readonly unit: 'leads' | 'share' | 'money';
  /** The mean of all runs; `null` where the version does not have it. */
  readonly before: number | null;
  readonly after: number | null;
  /** Of `after − before` run by run: its mean, and what bounds nine of ten runs. */
  readonly change: { readonly mean: number; readonly p5: number; readonly p95: number } | null;
  /** Whether nine of ten runs agree on which is more. */
  readonly clear: boolean;
  readonly target: Target | null;
}

export type ForecastGroup = 'volume' | 'promise' | 'goal' | 'money' | 'load';

/** What a promise or a goal asks for, and how likely that is: the share of runs, or of periods, in which it is there. */
export interface Target {
  readonly by: 'marketing' | 'sales' | 'shared';
  readonly before: { readonly asks: number; readonly chance: number } | null;
  readonly after: { readonly asks: number; readonly chance: number } | null;
}

/** A promise that is kept in most runs now, and is broken in most with the change. */
export interface BrokenPromise {
  readonly promise: string;
  readonly by: 'marketing' | 'sales';
  /** What was promised, in the words of the agreement. */
  readonly says: string;
  readonly unit: 'share' | 'leads';
  /** What is expected, on average, and what is promised. */
  readonly kept: number;
  readonly promised: number;
  /** `null` where no ways out are known for a promise of this kind. */
  readonly ways: WaysOut | null;
}

/** Each of them is enough by itself; `null` where none of its kind is. */
export interface WaysOut {
  /** So many times more people, and how many that are at each desk, by its title. */
  readonly people: {
    readonly times: number;
    readonly desks: readonly { readonly desk: string; readonly people: number }[];
  } | null;
  /** Working ms in place of the time that is promised. */
  readonly within_ms: number | null;
  /** A share of the leads that are expected. */
  readonly leads: number | null;
}

/** An assumption, as the forecast gives it. */
export interface Assumed {
  readonly id: string;
  readonly unit: 'leads' | 'times' | 'share' | 'people' | 'ms' | 'money';
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly source: string;
  readonly as_of: string | null;
}
