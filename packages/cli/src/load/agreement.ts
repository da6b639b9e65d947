import { basename, relative } from 'node:path';
import { compile, type Diagnostic, readAgreementFolder, type SourceFile } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import type { Io } from '../io.ts';

export interface Loaded {
  /** As people know the folder: relative to where they are. */
  readonly shown: string;
  readonly sources: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly errors: number;
  readonly warnings: number;
  /** `undefined` when there are errors. */
  readonly agreement: Agreement | undefined;
}

export interface LoadOptions {
  /** The day for which it is checked, such as 2026-11-24; today if not said. */
  readonly today?: string;
}

/** Reads and compiles the agreement of a folder. */
export function loadAgreement(folder: string, { today }: LoadOptions, io: Io): Loaded {
  const shown = relative(io.cwd, folder).replaceAll('\\', '/') || '.';
  const [files, found] = readAgreementFolder(folder);
  const sources = (files ?? []).map((file) => ({ ...file, path: `${shown}/${file.name}` }));
  if (count(found, 'error') > 0) return { shown, sources, agreement: undefined, ...counted(found) };
  const day = today ?? new Date(io.now()).toISOString().slice(0, 10);
  const [agreement, compiled] = compile(sources, { name: basename(folder), today: day });
  const diagnostics = counted([...found, ...compiled]);
  return { shown, sources, agreement: diagnostics.errors > 0 ? undefined : agreement, ...diagnostics };
}

function counted(diagnostics: readonly Diagnostic[]): Pick<Loaded, 'diagnostics' | 'errors' | 'warnings'> {
  return { diagnostics, errors: count(diagnostics, 'error'), warnings: count(diagnostics, 'warning') };
}

function count(diagnostics: readonly Diagnostic[], severity: Diagnostic['severity']): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}
