import type { InForce, Party, SourceSpan } from './basics.ts';
import type { Condition } from './conditions.ts';
import type { Option } from './vocabulary.ts';

export interface Queue {
  readonly kind: 'queue';
  readonly id: string;
  readonly title: string;
  readonly party: Party;
  readonly calendar: string | null;
  /** Ids of people. */
  readonly members: readonly string[];
  readonly assign: 'round_robin' | 'least_loaded' | 'by_hand';
  readonly manager: string | null;
  readonly span: SourceSpan;
}

/** Somebody who can own a lead; `name` is what stands in owner fields of a lead, compared folded. */
export interface Person {
  readonly kind: 'person';
  readonly id: string;
  readonly name: string;
  readonly calendar: string | null;
  readonly span: SourceSpan;
}

export type RouteTarget =
  | { readonly kind: 'queue'; readonly queue: string }
  | { readonly kind: 'owner'; readonly field: string };

export interface RouteRow {
  readonly kind: 'route';
  readonly id: string;
  readonly when: Condition;
  readonly to: RouteTarget;
  readonly because: string | null;
  readonly in_force: InForce | null;
  readonly span: SourceSpan;
}

export interface Routing {
  readonly kind: 'routing';
  /** A lead is routed while it is in one of these. */
  readonly stages: readonly string[];
  readonly match: 'first' | 'exactly_one';
  readonly rows: readonly RouteRow[];
  readonly otherwise: RouteTarget | null;
  readonly span: SourceSpan;
}

/** A message to people, due when a lead enters one of the stages `on`. */
export interface Notice {
  readonly kind: 'notice';
  readonly id: string;
  readonly on: readonly string[];
  /** A role, or `owner`: whoever the lead is routed to. */
  readonly to: string;
  readonly by: readonly ('email' | 'slack' | 'sms' | 'task')[];
  readonly says: string;
  /** Fields that the message shows. */
  readonly shows: readonly string[];
  readonly when: Condition | null;
  readonly in_force: InForce | null;
  readonly span: SourceSpan;
}

export interface Acceptance {
  readonly on: readonly string[];
  readonly means: string;
  readonly checklist: readonly string[];
  readonly span: SourceSpan;
}

export interface Rejection {
  readonly on: readonly string[];
  readonly means: string;
  readonly reasons: readonly Option[];
  readonly span: SourceSpan;
}

/** What happens with a lead that left with one of these reasons. */
export interface Recycling {
  readonly kind: 'recycling';
  readonly id: string;
  readonly exit: string;
  readonly reasons: readonly string[];
  readonly owner: Party;
  readonly does: string;
  readonly span: SourceSpan;
}
