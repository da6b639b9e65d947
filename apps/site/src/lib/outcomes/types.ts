import type { Agreement } from '@smarketing/compiler/ir';
import type { Breach, BreakingPoint, Results } from '@smarketing/simulator';

/** What an agreement brings about, by its own forecast. */
export interface Outcomes {
  /** As `smarketing simulate --format json` gives them. */
  readonly results: Results;
  readonly breaches: readonly Breach[];
  readonly breaks_first: BreakingPoint | null;
  readonly personas: readonly PersonaShare[];
}

/** How many of the leads that the forecast expects match a persona. */
export interface PersonaShare {
  /** `null`: none matches. */
  readonly id: string | null;
  /** Of all leads that come. */
  readonly all: number;
  /** Of those that are handed over to people. */
  readonly handedOver: number;
}

/** Few enough that both agreements take some seconds on two cores. The same in every build, so that it gives the same bytes. */
export const sizes = { weeks: 52, seed: 1, runs: 100, pool: 20_000 };

/** Whether the forecast says that leads come. */
export const canBeSimulated = ({ assumptions }: Pick<Agreement, 'assumptions'>): boolean =>
  assumptions.some(({ kind }) => kind === 'arrivals');
