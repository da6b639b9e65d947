import { findChanges, wholeChange } from '@smarketing/review';
import type { Io } from '../io.ts';
import { loadPair, loadWhole } from './pair.ts';
import { findVersions, type VersionOptions } from './versions.ts';

/** The fingerprints of all changes between two versions: what somebody saw who looked at them. */
export async function loadFingerprints(options: VersionOptions, io: Io): Promise<readonly string[]> {
  const found: string[] = [];
  for (const pair of findVersions(options, io)) {
    const { before, after } = pair;
    const only = before && after ? null : (after ?? before);
    const agreement = only && (await loadWhole(only, io));
    const loaded = only ? undefined : await loadPair(pair, io);
    const changes = agreement
      ? [wholeChange(agreement, after ? 'added' : 'removed')]
      : loaded
        ? findChanges(loaded.before, loaded.after)
        : [];
    found.push(...changes.map(({ fingerprint }) => fingerprint));
  }
  return found;
}
