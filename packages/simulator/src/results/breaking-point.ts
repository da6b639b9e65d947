import type { Model } from '../model/types.ts';
import { brokenClocks, firstEnough, keptNow, keptShares, type KeptOptions } from './kept.ts';

/** The volume at which the first promise breaks that is kept now. */
export interface BreakingPoint {
  /** So many times the leads that are expected, of every source alike. */
  readonly volume: number;
  /** The promises that break there; the one that misses most is the first. */
  readonly promises: readonly {
    readonly promise: string;
    /** Of the clocks of all runs, the share that is still kept; and what was promised. */
    readonly kept: number;
    readonly promised: number;
  }[];
}

/** From a twentieth more to ten times the leads, in steps of about a tenth. */
const volumes = [
  1.05, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2, 2.2, 2.5, 2.75, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 10,
] as const;

/**
 * Which promise breaks first when more leads come, and at how many: by bisection, each volume with the same luck. `null` where none
 * breaks, even at ten times the leads. More runs make it steadier.
 */
export function breakingPoint(model: Model, options: KeptOptions): BreakingPoint | null {
  const now = new Set(brokenClocks(model, keptNow(model, options)).map(({ clock }) => clock));
  const at = (volume: number): ReturnType<typeof brokenClocks> => {
    const settings = [{ name: 'volume', value: Math.round(volume * 10_000) }];
    return brokenClocks(model, keptShares(model, settings, options)).filter(({ clock }) => !now.has(clock));
  };
  const volume = firstEnough(volumes, (one) => at(one).length > 0);
  if (volume === undefined) return null;
  const promises = at(volume)
    .toSorted((a, b) => a.kept - a.promised - (b.kept - b.promised))
    .map(({ clock, kept, promised }) => ({ promise: model.clocks[clock]?.id ?? '', kept, promised }));
  return { volume, promises };
}
