import type { Change, Commented } from '@smarketing/review';

/** The review of an agreement, and where its files stand. */
export interface Reviewed extends Commented {
  readonly folder: string;
}

/** A change with the path of its file. */
export interface Placed {
  readonly change: Change;
  readonly path: string;
}

/** The changes that stand somewhere in the new version, and mean something. */
export function placed(all: readonly Reviewed[]): readonly Placed[] {
  return all.flatMap(({ folder, review }) =>
    review.changes.flatMap((change) => {
      const { after, level } = change;
      return after && level !== 'equivalent' ? [{ change, path: `${folder}/${after.file}` }] : [];
    }),
  );
}
