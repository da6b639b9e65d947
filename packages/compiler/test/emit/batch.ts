import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { emitEngine } from '../../src/emit/index.ts';
import type { Agreement, Decision, LeadCase } from '../../src/ir/index.ts';
import { temporaryFolder } from '../temporary.ts';
import { casesOf } from './differential.ts';
import type { Engine } from './engines.ts';

export interface LeadColumns {
  readonly count: number;
  readonly events: { readonly starts: Uint32Array; readonly moments: Float64Array };
}

export interface DecisionColumns {
  readonly count: number;
  readonly stage: Uint16Array;
}

/** A batch as anybody who imports it sees it, as far as tests look into it. */
export interface Batch {
  readonly encodeLeads: (leads: readonly object[]) => LeadColumns;
  readonly decideBatch: (
    columns: LeadColumns,
    options: { readonly asOf: number | Float64Array; readonly into?: DecisionColumns },
  ) => DecisionColumns;
  readonly decisionAt: (columns: LeadColumns, out: DecisionColumns, row: number) => Decision;
}

export interface GeneratedBatch {
  readonly engine: Engine;
  readonly batch: Batch;
  /** Where the generated files are. */
  readonly folder: string;
}

/** Generates an engine with its batch into a folder of its own, and imports both. */
export async function generateBatch(agreement: Agreement): Promise<GeneratedBatch> {
  const folder = join(temporaryFolder('batch-'), 'generated');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  for (const { path, text } of await emitEngine(agreement, { packageName: '@acme/engine' }))
    writeFileSync(join(folder, basename(path)), text);
  const load = async (file: string): Promise<unknown> =>
    import(/* @vite-ignore */ pathToFileURL(join(folder, file)).href);
  return { folder, engine: (await load('index.js')) as Engine, batch: (await load('batch.js')) as Batch };
}

export interface BatchComparison {
  readonly decided: number;
  /** The first disagreements, ready to be read. */
  readonly differences: readonly string[];
}

/** How many leads stand in one batch. */
const batchSize = 5_000;

/** Decides every boundary of every condition and random leads in batches, and each with `decide`; of `every` so many, one. */
export async function compareBatch(
  agreement: Agreement,
  { leads, seed, every = 1 }: { readonly leads: number; readonly seed: number; readonly every?: number },
): Promise<BatchComparison> {
  const { engine, batch } = await generateBatch(agreement);
  const differences: string[] = [];
  let decided = 0;
  for (const cases of batches(engine, nth(every, casesOf(agreement, leads, seed)))) {
    const columns = batch.encodeLeads(cases.map(({ lead }) => lead));
    const out = batch.decideBatch(columns, { asOf: Float64Array.from(cases, ({ asOf }) => asOf) });
    for (const [row, { lead, asOf }] of cases.entries()) {
      const [wanted, got] = [engine.decide(lead, { asOf }), batch.decisionAt(columns, out, row)];
      if (!isDeepStrictEqual(got, wanted))
        differences.push([lead, wanted, got].map((value) => JSON.stringify(value)).join('\n'));
    }
    decided += cases.length;
    if (differences.length > 0) break;
  }
  return { decided, differences: differences.slice(0, 3) };
}

interface ReadCase {
  readonly lead: object;
  readonly asOf: number;
}

function* nth<T>(every: number, list: Iterable<T>): Generator<T> {
  let count = 0;
  for (const item of list) if (count++ % every === 0) yield item;
}

function* batches(engine: Engine, cases: Iterable<LeadCase>): Generator<readonly ReadCase[]> {
  let batch: ReadCase[] = [];
  for (const { input, asOf } of cases) {
    const reading = engine.readLead(input);
    if ('lead' in reading) batch.push({ lead: reading.lead, asOf });
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
