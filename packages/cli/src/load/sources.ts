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
  const sources = (files ?? []).map((file) => sameAsBefore({ ...file, path: `${shown}/${file.name}` }));
  return { shown, sources, diagnostics };
}

const before = new Map<string, SourceFile>();

/** The file as it was read before, if its text is the same: the compiler then knows it. */
function sameAsBefore(file: SourceFile): SourceFile {
  const known = before.get(file.path);
  if (known?.text === file.text && known.name === file.name) return known;
  before.set(file.path, file);
  return file;
}
