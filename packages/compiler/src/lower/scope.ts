import type { EventType, Field, SourceSpan } from '../ir/types.ts';

/** A score as far as others need to know it. */
export interface ScoreName {
  readonly decimals: number;
  readonly bands: readonly string[];
}

/** All names of an agreement. Filled in the first steps of lowering; complete before any condition is read. */
export class Scope {
  readonly fields = new Map<string, Field>();
  readonly events = new Map<string, EventType>();
  readonly stages = new Map<string, { readonly exit: boolean }>();
  readonly scores = new Map<string, ScoreName>();
  readonly personas = new Map<string, true>();
  readonly grades = new Map<string, true>();
  readonly queues = new Map<
    string,
    { readonly members: readonly string[]; readonly calendar: string | null }
  >();
  readonly roles = new Map<string, true>();
  readonly people = new Map<string, true>();
  readonly calendars = new Map<string, true>();
  readonly goals = new Map<string, true>();
  readonly promises = new Map<string, true>();
  /** Names whose definition is there but wrong: nothing that follows from it is reported. */
  readonly broken = new Set<string>();
  /** Shared set of names: what a name is, and where. */
  readonly names = new Map<string, { readonly kind: string; readonly span: SourceSpan }>();
  /** Shared set of ids of rules, rows, transitions, promises and so on. */
  readonly ids = new Map<string, { readonly kind: string; readonly span: SourceSpan }>();
}
