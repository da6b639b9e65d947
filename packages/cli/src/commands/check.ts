import { exit } from '../exit.ts';
import type { Io } from '../io.ts';
import { type Loaded, loadAgreement, type LoadOptions } from '../load/agreement.ts';
import { findFolders } from '../load/folders.ts';
import { type Facts, factsOf } from '../proofs/facts.ts';
import { reportChecked, reportDiagnostics } from '../report/diagnostics.ts';

export interface CheckOptions extends LoadOptions {
  readonly folders: readonly string[];
  readonly maxWarnings?: number;
  /** Also tell how the agreements could be gamed, and which fields decide most often. */
  readonly verbose?: boolean;
}

/** Checks agreements: findings to stderr, one line an agreement to stdout. */
export async function check(options: CheckOptions, io: Io): Promise<number> {
  const all = findFolders(options.folders, io).map((folder) => loadAgreement(folder, options, io));
  for (const loaded of all) await reportDiagnostics(loaded, io);
  const facts = new Map<Loaded, Facts>();
  for (const loaded of options.verbose ? all : []) {
    if (loaded.agreement) facts.set(loaded, await factsOf(loaded.agreement));
  }
  await reportChecked(all, facts, io);
  const warnings = all.reduce((count, loaded) => count + loaded.warnings, 0);
  const failed = all.some(({ errors }) => errors > 0) || warnings > (options.maxWarnings ?? Infinity);
  return failed ? exit.findings : exit.fine;
}
