import { join } from 'node:path';
import type { Agreement } from '@smarketing/compiler/ir';
import { CannotRun } from '../cannot-run.ts';
import { exit } from '../exit.ts';
import { type Io, write } from '../io.ts';
import type { LoadOptions } from '../load/agreement.ts';
import { loadChecked } from '../load/checked.ts';
import { findFolder, isFolder } from '../load/folders.ts';
import { loadPair } from '../load/pair.ts';
import { findVersions } from '../load/versions.ts';
import { simulationCsv } from '../report/simulation/csv.ts';
import { reportDifferences } from '../report/simulation/differences.ts';
import { reportSimulation } from '../report/simulation/pretty.ts';
import { simulateAll, type Simulated } from '../simulation/simulate-all.ts';
import { refuseSizes } from '../simulation/sizes.ts';

export interface SimulateOptions extends LoadOptions {
  readonly folder: string | undefined;
  readonly weeks?: number;
  readonly runs?: number;
  readonly seed?: number;
  readonly threads?: number;
  /** How many leads are drawn and decided. */
  readonly pool?: number;
  readonly set?: readonly string[];
  /** The agreement before, for differences: a folder, or a branch, tag or commit. */
  readonly compare?: string;
  readonly format?: 'pretty' | 'json' | 'csv';
}

/** Simulates an agreement and shows what it brings about. */
export async function simulate(options: SimulateOptions, io: Io): Promise<number> {
  refuseSizes(options);
  const folder = findFolder(options.folder, io, '');
  const loaded = await loadChecked(folder, { ...options, proofs: false }, io);
  if (!loaded) return exit.findings;
  const before = options.compare === undefined ? null : await loadBefore(options.compare, folder, io);
  if (before === undefined) return exit.findings;
  const simulated = await simulateAll({ folder, agreement: loaded.agreement, before }, options, io);
  if (!simulated) return exit.couldNotRun;
  await tell(simulated, options, io);
  return exit.fine;
}

/** The agreement to compare with: another folder, or this one in a branch, tag or commit. `undefined`, with its errors printed, when it has some. */
async function loadBefore(compare: string, folder: string, io: Io): Promise<Agreement | undefined> {
  if (isFolder(compare, io) || isFolder(join('agreements', compare), io))
    return (await loadChecked(findFolder(compare, io), { proofs: false }, io))?.agreement;
  const [pair] = findVersions({ base: compare, agreement: folder, direct: true }, io);
  if (!pair?.before)
    throw new CannotRun(
      `${compare} does not have this agreement.`,
      'Name a folder, or a commit that has it.',
    );
  return (await loadPair(pair, io))?.before;
}

async function tell(simulated: Simulated, { format = 'pretty' }: SimulateOptions, io: Io): Promise<void> {
  if (format === 'json') await write(io, 'stdout', `${JSON.stringify(simulated, null, 2)}\n`);
  else if (format === 'csv') await write(io, 'stdout', simulationCsv(simulated.results));
  else if (simulated.differences) await reportDifferences(simulated.differences, simulated.results, io);
  else await reportSimulation(simulated, io);
}
