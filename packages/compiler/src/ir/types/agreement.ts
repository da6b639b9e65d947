import type { Assertion, Waiver } from './assertions.ts';
import type { Owner, Party, irVersion } from './basics.ts';
import type { Assumption } from './forecast.ts';
import type { Stage, Transition } from './funnel.ts';
import type { Acceptance, Notice, Person, Queue, Recycling, Rejection, Routing } from './handoff.ts';
import type { Example, Mapping } from './mappings.ts';
import type { Attribution, Goal, Incentive, Meeting } from './plans.ts';
import type { Calendar, PromiseRule } from './promises.ts';
import type { Grades, Persona, Score } from './scoring.ts';
import type { EventType, Field, Term } from './vocabulary.ts';

export interface PartyInfo {
  readonly id: Party;
  readonly title: string;
  readonly head: string;
  readonly approvers: readonly string[];
}

/** What a change of an agreement can be about; `wording` is any change of words that decides nothing. */
export type ChangeTopic =
  | 'definitions'
  | 'scoring'
  | 'funnel'
  | 'handoff'
  | 'promises'
  | 'plans'
  | 'agreement'
  | 'other'
  | 'wording';

/**
 * Who must agree to a change.
 *
 * - `both`: each team.
 * - `either`: one of them, whichever.
 * - `marketing`, `sales`: that team.
 * - `harder_for`: the team that has it harder, or both; either if nobody has.
 */
export type Agreeing = 'both' | 'either' | 'marketing' | 'sales' | 'harder_for';

export interface Role {
  readonly id: string;
  readonly title: string;
  readonly party: Owner;
}

export interface Agreement {
  readonly kind: 'agreement';
  readonly ir_version: typeof irVersion;
  /** SHA-256, hex, of this value without `hash`, `waivers` and any `span`: the same meaning has the same hash. */
  readonly hash: string;
  readonly name: string;
  readonly title: string;
  readonly summary: string | null;
  readonly parties: readonly PartyInfo[];
  readonly roles: readonly Role[];
  readonly currency: string;
  readonly time_zone: string;
  readonly effective_from: string;
  readonly review_by: string;
  readonly notice_period_days: number;
  /** Who must agree to changes: definitions and scoring both, wording either, else whoever has it harder, unless it is written otherwise. */
  readonly approvals: Readonly<Record<ChangeTopic, Agreeing>>;
  readonly terms: readonly Term[];
  readonly fields: readonly Field[];
  /** In the order of the vocabulary, then `entered_<stage>` in the order of the stages. */
  readonly events: readonly EventType[];
  /** Funnel first, then exits. A lead without any `entered_*` event is in the first, since its creation. */
  readonly stages: readonly Stage[];
  readonly transitions: readonly Transition[];
  readonly personas: readonly Persona[];
  /** In the order in which they can be computed. */
  readonly scores: readonly Score[];
  readonly grades: Grades | null;
  /** The order in which scores, `persona` and `grade` are computed. */
  readonly order: readonly string[];
  readonly queues: readonly Queue[];
  readonly people: readonly Person[];
  readonly routing: Routing | null;
  readonly notices: readonly Notice[];
  readonly acceptance: Acceptance | null;
  readonly rejection: Rejection | null;
  readonly recycling: readonly Recycling[];
  readonly calendars: readonly Calendar[];
  readonly default_calendar: string;
  readonly promises: readonly PromiseRule[];
  readonly assertions: readonly Assertion[];
  readonly waivers: readonly Waiver[];
  readonly goals: readonly Goal[];
  readonly attribution: Attribution | null;
  readonly incentives: readonly Incentive[];
  readonly meetings: readonly Meeting[];
  readonly assumptions: readonly Assumption[];
  readonly mappings: readonly Mapping[];
  readonly examples: readonly Example[];
}
