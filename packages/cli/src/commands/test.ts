import { runExample } from '../examples/run.ts';
import { exit } from '../exit.ts';
import type { Io } from '../io.ts';
import type { LoadOptions } from '../load/agreement.ts';
import { loadAgreement } from '../load/agreement.ts';
import { loadEngine } from '../load/engine.ts';
import { findFolders } from '../load/folders.ts';
import { reportDiagnostics } from '../report/diagnostics.ts';
import { passes, reportExamples, reportExamplesTotal, type TestedAgreement } from '../report/examples.ts';
import { formatMoment } from '../report/moment.ts';

export interface TestOptions extends LoadOptions {
  readonly folders: readonly string[];
}

/** Runs the examples of agreements. */
export async function test(options: TestOptions, io: Io): Promise<number> {
  const all: TestedAgreement[] = [];
  for (const folder of findFolders(options.folders, io)) {
    const tested = await testAgreement(folder, options, io);
    await reportExamples(tested, io);
    all.push(tested);
  }
  await reportExamplesTotal(all, io);
  return all.every(({ loaded, results }) => loaded.agreement && results.every(passes))
    ? exit.fine
    : exit.findings;
}

async function testAgreement(folder: string, options: LoadOptions, io: Io): Promise<TestedAgreement> {
  const loaded = loadAgreement(folder, options, io);
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
