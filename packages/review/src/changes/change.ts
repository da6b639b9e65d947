import type { SourceSpan } from '@smarketing/compiler/ir';

/** The parts of an agreement that can change. */
export const parts = [
  'acceptance',
  'agreement',
  'assertion',
  'assumption',
  'attribution',
  'band',
  'calendar',
  'event',
  'example',
  'field',
  'goal',
  'grade',
  'group',
  'holiday',
  'incentive',
  'mapping',
  'meeting',
  'notice',
  'party',
  'person',
  'persona',
  'promise',
  'queue',
  'recycling',
  'rejection',
  'role',
  'route',
  'routing',
  'rule',
  'score',
  'stage',
  'term',
  'transition',
  'waiver',
] as const;
export type Part = (typeof parts)[number];

/** What happened to a part. */
export const verbs = [
  'added',
  'changed',
  'loosened',
  'lowered',
  'moved',
  'narrowed',
  'raised',
  'redefined',
  'removed',
  'renamed',
  'reordered',
  'reworded',
  'tightened',
  'widened',
] as const;
export type Verb = (typeof verbs)[number];

/**
 * How much a change asks of those who rely on the agreement.
 *
 * - `breaking`: who kept the old agreement may break the new one, who relied on it gets less, or a program that worked with
 *   it no longer does.
 * - `notable`: leads are decided otherwise, or the teams work otherwise.
 * - `wording`: other words, the same meaning.
 * - `equivalent`: written otherwise, and proved to decide the same.
 */
export const levels = ['breaking', 'notable', 'wording', 'equivalent'] as const;
export type Level = (typeof levels)[number];

export const harderFor = ['marketing', 'sales', 'both', 'nobody'] as const;
export type HarderFor = (typeof harderFor)[number];

/** One change of what an agreement means. */
export interface Change {
  readonly kind: `${Part}-${Verb}`;
  readonly part: Part;
  readonly verb: Verb;
  /** The id of what changed: a rule, a route, a promise; of a holiday its date. */
  readonly about: string;
  /** A sentence in the words of the field. It quotes what the authors wrote: text, not markup. */
  readonly says: string;
  /** The same, before and after, where one sentence is not enough. */
  readonly was: string | null;
  readonly is: string | null;
  readonly level: Level;
  readonly harderFor: HarderFor;
  /** Where it stood, and where it stands. */
  readonly before: SourceSpan | null;
  readonly after: SourceSpan | null;
  /** SHA-256, hex, of what changed: the same change has the same fingerprint wherever it stands, and whatever else changes. */
  readonly fingerprint: string;
}

/** A change as it is found, before it is known what it is called by. */
export interface Found {
  readonly part: Part;
  readonly verb: Verb;
  readonly about: string;
  readonly says: string;
  readonly was?: string | null;
  readonly is?: string | null;
  readonly level: Level;
  readonly harderFor: HarderFor;
  readonly before: SourceSpan | null;
  readonly after: SourceSpan | null;
  /** What it is made of, before and after: what the fingerprint is of. */
  readonly content: readonly [before: unknown, after: unknown];
}
