import type { Change, Level } from '../changes/change.ts';

/** How a version follows another one; `none` where nothing changed. */
export const steps = ['none', 'patch', 'minor', 'major'] as const;
export type Bump = (typeof steps)[number];

const bumps: Readonly<Record<Level, Bump>> = {
  breaking: 'major',
  notable: 'minor',
  wording: 'patch',
  equivalent: 'patch',
};

/** The least step that the meaning of some changes asks for. */
export function bumpOf(changes: readonly Pick<Change, 'level'>[]): Bump {
  return changes.reduce<Bump>((bump, { level }) => largest(bump, bumps[level]), 'none');
}

function largest(one: Bump, other: Bump): Bump {
  return isSmaller(one, other) ? other : one;
}

export function isSmaller(one: Bump, other: Bump): boolean {
  return steps.indexOf(one) < steps.indexOf(other);
}
