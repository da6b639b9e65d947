import { CannotRun } from '../cannot-run.ts';
import { exit } from '../exit.ts';
import { type Io, write } from '../io.ts';
import { type Loaded, loadAgreement, type LoadOptions } from '../load/agreement.ts';
import { findFolders } from '../load/folders.ts';
import { type Facts, factsOf } from '../proofs/facts.ts';
import { checkReport } from '../report/check/collect.ts';
import { type CheckFormat, reporters } from '../report/check/formats.ts';
import { reportChecked, reportDiagnostics } from '../report/diagnostics.ts';

export interface CheckOptions extends LoadOptions {
  readonly folders: readonly string[];
  readonly maxWarnings?: number;
  /** Also tell how the agreements could be gamed, and which fields decide most often. */
  readonly verbose?: boolean;
  readonly format?: CheckFormat;
}

/** Checks agreements: for people on both streams, for programs all of it on stdout. */
export async function check(options: CheckOptions, io: Io): Promise<number> {
  const { format = 'pretty', verbose = false } = options;
  if (verbose && format !== 'pretty')
    throw new CannotRun(`--verbose has nothing to add to --format ${format}.`, 'Leave one of them out.');
  const all = findFolders(options.folders, io).map((folder) => loadAgreement(folder, options, io));
  if (format === 'pretty') await tell(all, { verbose }, io);
  else await write(io, 'stdout', reporters[format](checkReport(all, io)));
  const warnings = all.reduce((count, loaded) => count + loaded.warnings, 0);
  const failed = all.some(({ errors }) => errors > 0) || warnings > (options.maxWarnings ?? Infinity);
  return failed ? exit.findings : exit.fine;
}

/** Findings to stderr, one line an agreement to stdout. */
async function tell(
  all: readonly Loaded[],
  { verbose }: { readonly verbose: boolean },
  io: Io,
): Promise<void> {
  for (const loaded of all) await reportDiagnostics(loaded, io);
  const facts = new Map<Loaded, Facts>();
  for (const loaded of verbose ? all : []) {
    if (loaded.agreement) facts.set(loaded, await factsOf(loaded.agreement));
  }
  await reportChecked(all, facts, io);
}
