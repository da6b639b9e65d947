import type { ExplanationWithNext, Field, SlaStatus } from '@smarketing/compiler/ir';

/** What a published engine exports, as far as the playground asks it. */
export interface Engine {
  readonly readLead: (json: unknown) => { readonly lead: object } | { readonly problems: readonly Problem[] };
  readonly explain: (lead: object, options: { readonly asOf: number }) => ExplanationWithNext;
  readonly slaStatus: (lead: object, options: { readonly asOf: number }) => readonly SlaStatus[];
}

/** Something in a lead that the engine cannot read: where, and the rest of a sentence that begins with where. */
export interface Problem {
  readonly at: string;
  readonly message: string;
}

/** A lead as an engine takes it, as yet unchecked. */
export type LeadJson = Readonly<Record<string, unknown>>;

/** What the playground's form holds, and what its address says. */
export interface Case {
  /** The moment to decide at, in milliseconds; `null` while the form has none. */
  readonly asOf: number | null;
  readonly lead: LeadJson;
}

/** An example to try. Values of personal fields are left out; `personal` names those fields. */
export interface ExampleCase extends Case {
  readonly personal: readonly string[];
}

/** From when on (milliseconds) the clocks of a zone are so many minutes ahead of UTC, in time order. */
export type ZoneTable = readonly (readonly [from: number, minutes: number])[];

interface Named {
  readonly says: string;
  readonly href: string;
}

/** How a value is written: what it is, its unit and its options. */
export type ValueWords = Pick<Field, 'label' | 'type' | 'unit' | 'decimals' | 'options'>;

interface StageWords extends Named {
  /** The ways on from it. */
  readonly onward: readonly string[];
}

interface ScoreWords extends Named {
  readonly id: string;
  readonly bands: Readonly<Record<string, string>>;
}

interface NoticeWords {
  readonly to: string;
  readonly by: string;
  readonly says: string;
  readonly shows: readonly string[];
}

type ById<T> = Readonly<Record<string, T>>;

/** What an agreement's names mean in words, and where they are explained: all that a decision is told with. */
export interface Words {
  readonly currency: string;
  readonly zone: string;
  /** What the form shows at first. */
  readonly start: Case;
  readonly zones: ById<ZoneTable>;
  readonly stages: ById<StageWords>;
  /** As they are read: in the order of the agreement. */
  readonly scores: readonly ScoreWords[];
  /** Rules, groups and scores, as the lines of a ledger name them. */
  readonly lines: ById<Named>;
  readonly ways: ById<Named>;
  readonly personas: ById<Named>;
  readonly queues: ById<Named>;
  readonly routes: ById<Named>;
  readonly promises: ById<Named & { readonly by: string }>;
  readonly notices: ById<NoticeWords>;
  readonly roles: ById<string>;
  readonly calendars: ById<string>;
  readonly events: ById<{ readonly says: string; readonly properties: ById<ValueWords> }>;
  readonly fields: ById<ValueWords>;
}
