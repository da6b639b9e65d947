import { canonical } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import type { Change, HarderFor } from '../changes/change.ts';
import type { Bump } from './bump.ts';

/** What changed with a version, as it was told when it was released. */
export interface KeptChange extends Pick<Change, 'kind' | 'says' | 'was' | 'is' | 'level' | 'fingerprint'> {
  readonly harder_for: HarderFor;
}

/** A version of an agreement that was released, as a file keeps it. */
export interface KeptVersion {
  readonly kind: 'smarketing_version';
  /** `1.2.0`: of the agreement, not of the package that decides by it. */
  readonly version: string;
  /** `YYYY-MM-DD`: the day on which it was released. */
  readonly released: string;
  /** `YYYY-MM-DD`: the first day on which it is in force. */
  readonly in_force_from: string;
  /** Since the version before, what is breaking first; none of the first version. */
  readonly changes: readonly KeptChange[];
  /** The compiled agreement, whose hash is its seal; `null` if it was compiled for another version of smarketing. */
  readonly agreement: Agreement | null;
}

export interface VersionOf {
  readonly released: string;
  /** The version before; of the first one there is none. */
  readonly before?: Pick<KeptVersion, 'version'>;
  readonly bump?: Exclude<Bump, 'none'>;
  readonly changes?: readonly Change[];
}

/**
 * What to keep of a version that is released. It is in force from its `effective_from`, but not before it was released; the
 * first version was agreed before it was kept, so its `effective_from` counts.
 */
export function versionOf(
  agreement: Agreement,
  { released, before, bump = 'major', changes = [] }: VersionOf,
): KeptVersion {
  const { effective_from: from } = agreement;
  return {
    kind: 'smarketing_version',
    version: before ? nextVersion(before.version, bump) : '1.0.0',
    released,
    in_force_from: before && from < released ? released : from,
    changes: keptChanges(changes),
    agreement,
  };
}

/** Changes as they are kept. */
export function keptChanges(changes: readonly Change[]): readonly KeptChange[] {
  return changes.map(({ kind, says, was, is, level, harderFor: harder_for, fingerprint }) => ({
    kind,
    says,
    was,
    is,
    level,
    harder_for,
    fingerprint,
  }));
}

function nextVersion(version: string, bump: Exclude<Bump, 'none'>): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  switch (bump) {
    case 'major':
      return `${major + 1}.0.0`;
    case 'minor':
      return `${major}.${minor + 1}.0`;
    case 'patch':
      return `${major}.${minor}.${patch + 1}`;
  }
}

/** Versions in their order: 1.9.0 before 1.10.0. */
export function byVersion(one: Pick<KeptVersion, 'version'>, other: Pick<KeptVersion, 'version'>): number {
  const [a, b] = [sortable(one.version), sortable(other.version)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function sortable(version: string): string {
  const parts = version.split('.').map((part) => part.padStart(9, '0'));
  return parts.join('.');
}

/** An agreement with its keys in one order: what is compared with a kept version has to have them as that has. */
export function inOneOrder(agreement: Agreement): Agreement {
  return JSON.parse(canonical(agreement)) as Agreement;
}
