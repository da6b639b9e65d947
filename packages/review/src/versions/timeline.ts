import { byVersion, type KeptVersion } from './kept.ts';

/** When a version was in force. */
export interface InForce {
  readonly version: KeptVersion;
  readonly from: string;
  /** The last day; `null` while no later version is known. */
  readonly until: string | null;
  /** A later version came into force no later than this one: it never was. */
  readonly never: boolean;
}

/**
 * When each of some versions was in force, the oldest first. On a day it is the latest version that had come by then.
 *
 * ```ts
 * timelineOf(versions).find(({ from, until, never }) => !never && from <= day && (until === null || day <= until));
 * ```
 */
export function timelineOf(versions: readonly KeptVersion[]): readonly InForce[] {
  const sorted = versions.toSorted(byVersion);
  return sorted.map((version, index) => {
    const { in_force_from: from } = version;
    const later = sorted.slice(index + 1).map(({ in_force_from: day }) => day);
    const [next] = later.toSorted();
    if (next === undefined) return { version, from, until: null, never: false };
    return { version, from, until: dayBefore(next), never: next <= from };
  });
}

/** The version in force on a day; `undefined` if there was none. */
export function inForceOn(versions: readonly KeptVersion[], day: string): KeptVersion | undefined {
  const found = timelineOf(versions).find(
    ({ from, until, never }) => !never && from <= day && (until === null || day <= until),
  );
  return found?.version;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
