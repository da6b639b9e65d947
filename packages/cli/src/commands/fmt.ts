import { dirname, resolve } from 'node:path';
import { type Diagnostic, format, hasErrors, type SourceFile } from '@smarketing/compiler';
import { exit } from '../exit.ts';
import { type NewFile, replaceFiles } from '../files/staged.ts';
import { removeLeftovers } from '../files/temporary.ts';
import type { Io } from '../io.ts';
import { findFolders } from '../load/folders.ts';
import { loadSources } from '../load/sources.ts';
import { reportDiagnostics } from '../report/diagnostics.ts';
import { reportFormatted } from '../report/formatted.ts';

export interface FmtOptions {
  readonly folders: readonly string[];
  /** Write nothing; only tell which files would change. */
  readonly check?: boolean;
}

/** Rewrites the files of agreements in one style: all that change, or none. A file that cannot be read is left alone. */
export async function fmt({ folders, check = false }: FmtOptions, io: Io): Promise<number> {
  const distinct = [...new Set(findFolders(folders, io))];
  const all = distinct.map((folder) => formatFolder(folder, io));
  const changed = all.flatMap((formatted) => formatted.changed);
  if (!check) {
    const paths = all.flatMap(({ sources }) => sources.map(({ path }) => dirname(resolve(io.cwd, path))));
    for (const folder of new Set(paths)) removeLeftovers(folder);
    replaceFiles(io.cwd, changed);
  }
  for (const formatted of all) await reportDiagnostics(formatted, io);
  const files = all.flatMap(({ sources }) => sources).length;
  const refused = all.reduce((sum, formatted) => sum + formatted.refused, 0);
  await reportFormatted({ changed, files, refused, check }, io);
  const failed = hasErrors(all.flatMap(({ diagnostics }) => diagnostics)) || (check && changed.length > 0);
  return failed ? exit.findings : exit.fine;
}

interface FormattedFolder {
  readonly shown: string;
  readonly sources: readonly SourceFile[];
  readonly changed: readonly NewFile[];
  /** How many files cannot be read. */
  readonly refused: number;
  readonly diagnostics: readonly Diagnostic[];
}

function formatFolder(folder: string, io: Io): FormattedFolder {
  const { sources, diagnostics, shown } = loadSources(folder, io);
  const found = [...diagnostics];
  const changed: NewFile[] = [];
  let refused = 0;
  for (const source of sources) {
    const [text, problems] = format(source);
    found.push(...problems);
    if (text === undefined) refused++;
    else if (text !== source.text) changed.push({ path: source.path, text });
  }
  return { shown, sources, changed, refused, diagnostics: found };
}
