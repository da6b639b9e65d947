import { exit } from '../exit.ts';
import type { Io } from '../io.ts';
import { loadAgreement, type LoadOptions } from '../load/agreement.ts';
import { findFolders } from '../load/folders.ts';
import { reportChecked, reportDiagnostics } from '../report/diagnostics.ts';

export interface CheckOptions extends LoadOptions {
  readonly folders: readonly string[];
  readonly maxWarnings?: number;
}

/** Checks agreements: findings to stderr, one line an agreement to stdout. */
export async function check(options: CheckOptions, io: Io): Promise<number> {
  const all = findFolders(options.folders, io).map((folder) => loadAgreement(folder, options, io));
  for (const loaded of all) await reportDiagnostics(loaded, io);
  await reportChecked(all, io);
  const warnings = all.reduce((count, loaded) => count + loaded.warnings, 0);
  const failed = all.some(({ errors }) => errors > 0) || warnings > (options.maxWarnings ?? Infinity);
  return failed ? exit.findings : exit.fine;
}
