import type { SourceSpan } from '@smarketing/compiler/ir';

/** What `check` found, as data: all that a format for programs has to tell. */
export interface CheckReport {
  /** Of this program. */
  readonly version: string;
  readonly agreements: readonly CheckedAgreement[];
  /** What the codes say that were found, in the order of their first finding. */
  readonly rules: readonly Rule[];
}

export interface CheckedAgreement {
  /** Relative to the working directory, with `/`. */
  readonly folder: string;
  readonly name: string;
  /** `null` when there are errors. */
  readonly hash: string | null;
  /** How many findings both teams accept. */
  readonly waived: number;
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
}

export interface Finding extends Place {
  readonly code: string;
  readonly severity: Severity;
  /** What to do. */
  readonly help: string | null;
  readonly related: readonly Place[];
}

export type Severity = 'error' | 'warning';

/** Something that is said of a place. */
export interface Place {
  readonly message: string;
  /** Relative to the working directory; the agreement's folder when it is about no file. */
  readonly file: string;
  /** 1-based; columns count code points, and the end is the first position that does not belong to it. */
  readonly span: Omit<SourceSpan, 'file'>;
}

export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  readonly says: string;
  readonly why: string;
  readonly help: string;
}

/** How many findings of an agreement are of a severity. */
export function countOf({ findings }: CheckedAgreement, severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

/** Where something stands, as editors and terminals understand it. */
export function spot({ file, span }: Pick<Place, 'file' | 'span'>): string {
  return `${file}:${span.line}:${span.col}`;
}
