import type { Lead, LeadEvent, LedgerLine } from './types.ts';

/** A score as it was computed: everything in scaled integers. */
export interface ScoreResult {
  readonly decimals: number;
  readonly points: number;
  /** The band that the points lie in, if the score has bands. */
  readonly band: string | null;
  /** Adds up to `points`. */
  readonly lines: readonly LedgerLine[];
}

/** What a decision comes to, for assertions. */
export interface Outcome {
  /** The stages that its moves enter. */
  readonly becomes: readonly string[];
  /** Where it routes the lead, if that is a queue. */
  readonly queue: string | null;
}

/** All that a condition can look at. */
export interface Context {
  readonly asOf: number;
  /** With its events up to `asOf` only, sorted. */
  readonly lead: Lead;
  /** Where the lead is recorded; from routing on, where the decision leaves it. */
  readonly stage: string;
  /** The scores computed so far. */
  readonly scores: Readonly<Record<string, ScoreResult>>;
  readonly persona: string | null;
  readonly grade: string | null;
  /** The event whose properties a `where` asks about. */
  readonly event: LeadEvent | null;
  /** `null` while it is being decided. */
  readonly outcome: Outcome | null;
}
