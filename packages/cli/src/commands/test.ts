import { coverageOf } from '@smarketing/compiler';
import { CannotRun } from '../cannot-run.ts';
import { mutate, type Mutated } from '../examples/mutate.ts';
import { runExample } from '../examples/run.ts';
import { exit } from '../exit.ts';
import type { Io } from '../io.ts';
import type { LoadOptions } from '../load/agreement.ts';
import { loadAgreement } from '../load/agreement.ts';
import { loadEngine } from '../load/engine.ts';
import { findFolders } from '../load/folders.ts';
import { reportCoverage } from '../report/coverage.ts';
import { reportDiagnostics } from '../report/diagnostics.ts';
import { passes, reportExamples, reportExamplesTotal, type TestedAgreement } from '../report/examples.ts';
import { formatMoment } from '../report/moment.ts';
import { reportMutants } from '../report/mutants.ts';

export interface TestOptions extends LoadOptions {
  readonly folders: readonly string[];
  /** Also say which small changes no example notices. */
  readonly mutate?: boolean;
  /** Write the examples that would notice them. */
  readonly write?: boolean;
}

/** Runs the examples of agreements. */
export async function test(options: TestOptions, io: Io): Promise<number> {
  if (options.write && !options.mutate) {
    throw new CannotRun('--write writes the examples that --mutate misses.', 'Add --mutate.');
  }
  const all: TestedAgreement[] = [];
  let unnoticed = false;
  for (const folder of findFolders(options.folders, io)) {
    const tested = await testAgreement(folder, options, io);
    await reportExamples(tested, io);
    unnoticed = (await lookCloser(tested, { folder, ...options }, io)) || unnoticed;
    all.push(tested);
  }
  await reportExamplesTotal(all, io);
  const good = all.every(({ loaded, results }) => loaded.agreement && results.every(passes));
  return good && !unnoticed ? exit.fine : exit.findings;
}

/** Tells what the examples reach, or notice; whether some change goes unnoticed that an example could notice. */
async function lookCloser(
  { loaded, results }: TestedAgreement,
  options: TestOptions & { readonly folder: string },
  io: Io,
): Promise<boolean> {
  const { agreement } = loaded;
  if (!agreement) return false;
  if (!options.mutate) {
    if (results.length > 0 && results.every(passes)) {
      await reportCoverage(coverageOf(agreement, agreement.examples), io);
    }
    return false;
  }
  const mutated = mutate(agreement, { folder: options.folder, write: options.write ?? false }, io);
  await reportMutants(mutated, { loaded, agreement }, io);
  return leavesSome(mutated);
}

function leavesSome({ score, written }: Mutated): boolean {
  return written === null && score.survivors.some(({ found }) => found.verdict === 'different');
}

async function testAgreement(folder: string, options: LoadOptions, io: Io): Promise<TestedAgreement> {
  const loaded = loadAgreement(folder, { ...options, proofs: false }, io);
  const { agreement } = loaded;
  if (!agreement) {
    await reportDiagnostics(
      { ...loaded, diagnostics: loaded.diagnostics.filter(({ severity }) => severity === 'error') },
      io,
    );
    return { loaded, results: [] };
  }
  const engine = await loadEngine(agreement);
  const show = (moment: number): string => formatMoment(moment, agreement.time_zone);
  const results = agreement.examples.map((example) => runExample(example, { agreement, engine, show }));
  return { loaded, results };
}
