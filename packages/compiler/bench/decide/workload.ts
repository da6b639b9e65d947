import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { emitEngine } from '../../src/emit/index.ts';
import { compile, readAgreementFolder } from '../../src/index.ts';
import type { Agreement, Decision } from '../../src/ir/index.ts';

/** An engine and its batch, as far as they are measured. */
export interface Engine {
  readonly parseLead: (json: unknown) => object;
  readonly readLead: (json: unknown) => object;
  readonly decide: (lead: object, options: { readonly asOf: number }) => Decision;
}

export interface Columns {
  readonly count: number;
}

export interface Decisions {
  readonly scores: Readonly<Record<string, Float64Array>>;
}

export interface Batch {
  readonly encodeLeads: (leads: readonly object[]) => Columns;
  readonly decideBatch: (
    columns: Columns,
    options: { readonly asOf: number | Float64Array; readonly into?: Decisions | undefined },
  ) => Decisions;
  readonly decisionAt: (columns: Columns, out: Decisions, row: number) => Decision;
  readonly readCsv: (
    chunks: Iterable<Uint8Array>,
    options: { readonly readLead: Engine['readLead']; readonly reuse: boolean },
  ) => AsyncGenerator<{ readonly columns: Columns; readonly problems: readonly object[] }>;
}

/** The agreement of the workload, with its engine generated and loaded. */
export async function loadWorkload(): Promise<{
  readonly agreement: Agreement;
  readonly engine: Engine;
  readonly batch: Batch;
}> {
  const [sources] = readAgreementFolder(join(import.meta.dirname, 'workload'));
  const [agreement] = compile(sources ?? [], { name: 'workload', today: '2026-11-26', proofs: false });
  if (!agreement) throw new Error('The workload has errors');
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  try {
    for (const { path, text } of await emitEngine(agreement, { packageName: '@example/engine' }))
      if (path.endsWith('.js'))
        writeFileSync(join(folder, basename(path).replace(/js$/, 'mjs')), text.replaceAll(".js'", ".mjs'"));
    const load = async (file: string): Promise<unknown> => import(pathToFileURL(join(folder, file)).href);
    const [engine, batch] = [await load('index.mjs'), await load('batch.mjs')];
    return { agreement, engine: engine as Engine, batch: batch as Batch };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
