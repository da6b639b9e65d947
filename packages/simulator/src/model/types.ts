import type { Agreement, Condition, FieldType, Period, Spread } from '@smarketing/compiler/ir';
import type { RuleNumber } from './rules.ts';

/**
 * One number that the simulation rests on. `low` and `high` bound the middle 90% of what it may be:
 *
 * - `known: 'not'`: one number for a whole run, drawn anew for each run, because nobody knows it better;
 * - `known: 'varies'`: each lead has its own, around the mean `value`.
 */
export interface Parameter {
  /** As `--set` takes it: the assumption's id and its key, such as `accepting.rate`. */
  readonly id: string;
  readonly unit: 'leads' | 'times' | 'share' | 'people' | 'ms' | 'money';
  readonly known: 'not' | 'varies';
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** What it can be at all. */
  readonly min: number;
  readonly max: number;
  readonly source: string;
  readonly as_of: string | null;
}

/** Numbers below are indexes into {@link Model.parameters}, unless said otherwise; −1 is none. */
export interface Source {
  readonly id: string;
  readonly leads: number;
  /** How many leads of it the agreement expects, whatever a setting says: the pool is drawn in this proportion. */
  readonly expected: number;
  readonly cost: number;
  /** How many of its periods are in a day, on average. */
  readonly periods_per_day: number;
  /** Factors with a mean of 1, Monday first. */
  readonly weekdays: readonly number[];
  /** Factors, January first. */
  readonly months: readonly number[];
  readonly with: Readonly<Record<string, string>>;
}

/** A field or a property whose values are drawn. */
export interface Drawn {
  readonly id: string;
  readonly type: FieldType;
  readonly decimals: number;
  readonly spread: Spread;
}

export interface Behaviour {
  readonly id: string;
  readonly event: string;
  readonly share: number;
  readonly times: number;
  readonly within_ms: number;
  readonly with: Readonly<Record<string, string>>;
  readonly properties: readonly Drawn[];
}

/** A way that people bring a lead along, from one stage (an index) to another. */
export interface Step {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly rate: number;
  readonly takes: number;
  /** Events that make the way. */
  readonly on: readonly string[];
}

export interface Stage {
  readonly id: string;
  readonly title: string;
  readonly exit: boolean;
  readonly end: boolean;
  /** Ways out of it, indexes into {@link Model.steps}. */
  readonly steps: readonly number[];
  /** Where a forgotten lead goes, and after how many ms; −1 where nowhere. */
  readonly stale_to: number;
  readonly stale_ms: number;
}

export interface Desk {
  readonly id: string;
  readonly title: string;
  readonly assign: 'round_robin' | 'least_loaded' | 'by_hand';
  readonly calendar: string;
  readonly people: number;
  readonly per_person: number;
  readonly per: Period;
  /** The calendars of its members, in order. */
  readonly members: readonly string[];
}

/** An event that happens after others, as long as a lead stays in a stage. */
export interface Activity {
  readonly id: string;
  readonly event: string;
  /** Whether people of sales do it: from when somebody begins to work on the lead, in their hours, and when they get to it. */
  readonly by_people: boolean;
  /** Of all, and once, where nothing is said. */
  readonly share: number;
  readonly times: number;
  readonly takes: number;
  readonly every: number;
  readonly effort: number;
  /** A calendar or `always`; `null` is that of the people, or `always` where nobody does it. */
  readonly calendar: string | null;
  /** Indexes of stages after whose entry it comes. */
  readonly after_stages: readonly number[];
  readonly after_events: readonly string[];
  /** Activities that come after it, indexes into {@link Model.activities}. */
  readonly next: readonly number[];
}

/** Of the leads that are handed over to a desk, a share that lies there and then goes to another. */
export interface Transfer {
  readonly id: string;
  readonly event: string;
  /** Indexes into {@link Model.desks}; −1 is every one, and the same. */
  readonly from: number;
  readonly to: number;
  readonly share: number;
  readonly takes: number;
}

/** What an activity, or a transfer, does to a clock (indexes; −1 is none). */
export interface ClockAct {
  readonly activity: number;
  readonly transfer: number;
  readonly does: 'restart' | 'resume' | 'pause' | 'try' | 'stop';
  /** Which of the clock's pauses. */
  readonly pause: number;
}

/** A clock that runs beside people's work: in a stage that nobody works, or before people have the lead. */
export interface Apart {
  /** Index of the stage whose entry starts it; −1 is none. */
  readonly stage: number;
  /** Events of leads that start it, and all that stop it. */
  readonly starts: readonly string[];
  readonly stops: readonly string[];
  /** Whether it stops when the lead comes back to people. */
  readonly by_return: boolean;
  /** Activities that its start brings about, indexes into {@link Model.activities}. */
  readonly begins: readonly number[];
}

/** A clock that can be simulated: what people do as work, the outcome of a stage, or an activity stops it. */
export interface Clock {
  readonly id: string;
  readonly says: string;
  readonly by: 'marketing' | 'sales';
  /** Index of the stage whose entry starts it; −1 where it runs apart. */
  readonly starts: number;
  /** Whether it stops when a person begins to work on the lead. */
  readonly by_work: boolean;
  /** Indexes into {@link Model.steps}: those that stop it. */
  readonly by_steps: readonly number[];
  /** How many attempts stop it; 0 where attempts do not count. */
  readonly at_least: number;
  /** Whether the beginning of work is an attempt, and which steps are. */
  readonly tries_by_work: boolean;
  readonly tries_by_steps: readonly number[];
  readonly acts: readonly ClockAct[];
  /** How many pauses it has. */
  readonly pauses: number;
  readonly apart: Apart | null;
  readonly within_ms: number;
  /** A calendar, `owner` or `always`. */
  readonly calendar: string;
  /** Hundredths of a percent. */
  readonly kept_for: number | null;
  /** For whom it runs, where that is asked of fields only. */
  readonly when: Condition | null;
  /** Whether only the engine knows for whom it runs. */
  readonly asks_engine: boolean;
}

/** A promise about counts of leads. */
export interface Count {
  readonly kind: 'deliver' | 'ratio';
  readonly id: string;
  readonly says: string;
  readonly by: 'marketing' | 'sales';
  readonly stage: number;
  /** The stage of the divisor of a ratio; −1 for `deliver`. */
  readonly from: number;
  readonly at_least: number;
  readonly per: Period;
  readonly cohort: 'entered' | 'same_period';
  readonly when: Condition | null;
}

/** What is left of the conversions out of the stage in which a clock runs, by the time it showed when it stopped. */
export interface Response {
  readonly clock: number;
  readonly effect: readonly { readonly within_ms: number; readonly rate: number }[];
}

export interface Goal {
  readonly id: string;
  /** Index of a stage; −1 is revenue. */
  readonly stage: number;
  readonly target: number;
  /** Days of the simulation, the first included, the last not. */
  readonly from_day: number;
  readonly until_day: number;
}

export type Calendars = Agreement['calendars'];

/** Something that the agreement says and the simulation leaves out. */
export interface Gap {
  readonly what: string;
  readonly why: string;
}

/** All that a simulation rests on, beside the engine: plain data, fit for another thread. */
export interface Model {
  readonly agreement: { readonly name: string; readonly hash: string; readonly currency: string };
  /** Midnight UTC of the first day that is simulated, which is `warm_up_weeks` before the first week that is reported. */
  readonly origin: number;
  readonly weeks: number;
  readonly warm_up_weeks: number;
  /** Moments at which rules begin or end, between the first and the last day. */
  readonly changes: readonly number[];
  readonly parameters: readonly Parameter[];
  /** What settings may change in rules; the engine has these numbers, not the model. */
  readonly rules: readonly RuleNumber[];
  readonly sources: readonly Source[];
  readonly field_types: Readonly<Record<string, FieldType>>;
  readonly mixes: readonly Drawn[];
  readonly behaviours: readonly Behaviour[];
  readonly stages: readonly Stage[];
  readonly steps: readonly Step[];
  /** Stages in which the routing sends leads to a desk. */
  readonly routed: readonly boolean[];
  readonly desks: readonly Desk[];
  readonly activities: readonly Activity[];
  readonly transfers: readonly Transfer[];
  readonly clocks: readonly Clock[];
  readonly counts: readonly Count[];
  readonly responses: readonly Response[];
  readonly goals: readonly Goal[];
  readonly deal_size: number;
  readonly calendars: Calendars;
  readonly default_calendar: string;
  readonly gaps: readonly Gap[];
}
