import { CannotRun } from '../cannot-run.ts';
import { exit } from '../exit.ts';
import { fixAll } from '../fixes/fix-all.ts';
import { colors, type Io, write } from '../io.ts';
import { type Loaded, loadAgreement, type LoadOptions } from '../load/agreement.ts';
import { findFolders } from '../load/folders.ts';
import { watchFolders } from '../load/watch.ts';
import { type Facts, factsOf } from '../proofs/facts.ts';
import { checkReport } from '../report/check/collect.ts';
import { type CheckFormat, reporters } from '../report/check/formats.ts';
import { reportChecked, reportDiagnostics } from '../report/diagnostics.ts';
import { refusal } from '../report/refusal.ts';
import { counted } from '../report/text.ts';
import { predicted } from '../simulation/predicted.ts';

export interface CheckOptions extends LoadOptions {
  readonly folders: readonly string[];
  readonly maxWarnings?: number;
  /** Also tell how the agreements could be gamed, and which fields decide most often. */
  readonly verbose?: boolean;
  readonly format?: CheckFormat;
  /** Check again after each change, until it is stopped. */
  readonly watch?: boolean;
  /** Make the safe fixes first. */
  readonly fix?: boolean;
  /** With `fix`: only say what it would do. */
  readonly dryRun?: boolean;
}

/** Checks agreements: for people on both streams, for programs all of it on stdout. */
export async function check(options: CheckOptions, io: Io): Promise<number> {
  const { watch, fix, dryRun = false } = options;
  refuseTogether(options);
  if (fix) {
    const isMore = await fixAll(options, { dryRun }, io);
    if (dryRun) return isMore ? exit.findings : exit.fine;
  }
  if (!watch) return await checkOnce(options, io);
  let code: number = exit.fine;
  const again = async (): Promise<void> => {
    code = await checkOrSay(options, io);
    await write(io, 'stdout', waiting(io));
  };
  await watchFolders(foldersOf(options, io), { again, stopped: io.stopped });
  return code;
}

/** The folders as they are at each look; those of the last one while there are none. */
function foldersOf({ folders }: CheckOptions, io: Io): () => readonly string[] {
  let last = findFolders(folders, io);
  return () => {
    try {
      last = findFolders(folders, io);
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
    }
    return last;
  };
}

/** Folders and files that are watched may be gone while something else is written in their place. */
async function checkOrSay(options: CheckOptions, io: Io): Promise<number> {
  try {
    return await checkOnce(options, io);
  } catch (error) {
    const said = refusal(error, io);
    if (said === undefined) throw error;
    await write(io, 'stderr', said);
    return exit.couldNotRun;
  }
}

function refuseTogether({ format = 'pretty', verbose, watch, fix, dryRun }: CheckOptions): void {
  const flag = verbose ? '--verbose' : watch ? '--watch' : fix ? '--fix' : undefined;
  if (flag && format !== 'pretty')
    throw new CannotRun(`${flag} does not go with --format ${format}.`, 'Leave one of them out.');
  if (fix && watch) throw new CannotRun('--fix does not go with --watch.', 'Leave one of them out.');
  if (dryRun && !fix) throw new CannotRun('--dry-run goes with --fix only.', 'Add --fix, or leave it out.');
}

function waiting(io: Io): string {
  const { dim } = colors(io, 'stdout');
  return dim(
    `\nChecked at ${new Date(io.now()).toTimeString().slice(0, 8)}. Waiting for a change; Ctrl-C ends it.\n\n`,
  );
}

async function checkOnce(options: CheckOptions, io: Io): Promise<number> {
  const { format = 'pretty', verbose = false, maxWarnings = Infinity } = options;
  const all: Loaded[] = [];
  for (const folder of findFolders(options.folders, io))
    all.push(await predicted(loadAgreement(folder, options, io), { folder, io }));
  if (format === 'pretty') await tell(all, { verbose }, io);
  else await write(io, 'stdout', reporters[format](checkReport(all, io)));
  const warnings = all.reduce((count, loaded) => count + loaded.warnings, 0);
  const isTooMany = warnings > maxWarnings;
  if (isTooMany) await write(io, 'stderr', tooMany(warnings, maxWarnings));
  return isTooMany || all.some(({ errors }) => errors > 0) ? exit.findings : exit.fine;
}

function tooMany(warnings: number, most: number): string {
  return `${counted(warnings, 'warning')}, and --max-warnings allows ${most}.\n`;
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
