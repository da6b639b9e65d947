import type { Change, ReviewFile } from '@smarketing/review';

/** A change with the path of its file. */
export interface Placed {
  readonly change: Change;
  readonly path: string;
}

/** The changes that stand somewhere in the new version, and mean something. */
export function placed({ agreements }: Pick<ReviewFile, 'agreements'>): readonly Placed[] {
  return agreements.flatMap(({ folder, review }) =>
    review.changes.flatMap((change) => {
      const { after, level } = change;
      return after && level !== 'equivalent' ? [{ change, path: `${folder}/${after.file}` }] : [];
    }),
  );
}
