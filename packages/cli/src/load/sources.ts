import { relative } from 'node:path';
import { type Diagnostic, readAgreementFolder, type SourceFile } from '@smarketing/compiler';
import type { Io } from '../io.ts';

/** The files of an agreement. */
export interface Sources {
  /** As people know the folder: relative to where they are. */
  readonly shown: string;
  readonly sources: readonly SourceFile[];
  /** What is wrong with the folder. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the files of a folder, each called by its path from where people are. */
export function loadSources(folder: string, io: Io): Sources {
  const shown = relative(io.cwd, folder).replaceAll('\\', '/') || '.';
  const [files, diagnostics] = readAgreementFolder(folder);
  const sources = (files ?? []).map((file) => ({ ...file, path: `${shown}/${file.name}` }));
  return { shown, sources, diagnostics };
}
