import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Agreement } from '../ir/types.ts';
import type { Cursor } from '../lower/cursor.ts';
import type { FileKind } from '../schema/files.ts';

/** A compiled agreement that has not been sealed, perhaps with parts left out where they were wrong. */
export type Draft = Omit<Agreement, 'hash'>;

/** What a rule may know beside the agreement. */
export interface Asked {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Where a value stands that the compiled agreement keeps without a place. */
  readonly at: (file: FileKind, ...path: string[]) => Pick<Cursor, 'span' | 'whole'>;
}

/** One property that an agreement must have. */
export interface CheckRule {
  /** Files that must be free of errors: otherwise what it finds might only follow from one of those. */
  readonly reads: readonly FileKind[];
  readonly find: (draft: Draft, asked: Asked) => Iterable<Diagnostic>;
}
