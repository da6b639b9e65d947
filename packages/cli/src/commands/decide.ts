import { extname } from 'node:path';
import { readMoment } from '@smarketing/compiler';
import type { Agreement, Decision, Mapping } from '@smarketing/compiler/ir';
import { CannotRun } from '../cannot-run.ts';
import { exit } from '../exit.ts';
import { fileSink, type Sink, stdoutSink } from '../files/sink.ts';
import type { Io } from '../io.ts';
import { readJsonLines } from '../leads/json-lines.ts';
import { fromEngine, type LeadSource, type SourceLead } from '../leads/lead.ts';
import { readMapped } from '../leads/mapped.ts';
import { openLeads, unitOf } from '../leads/open.ts';
import type { LoadOptions } from '../load/agreement.ts';
import { loadChecked } from '../load/checked.ts';
import { type Engine, loadEngine, type Refused } from '../load/engine.ts';
import { findFolder } from '../load/folders.ts';
import { reportColumns } from '../report/columns.ts';
import { reportDecided } from '../report/decided.ts';
import { type DecisionFormat, decisionTable, explanationTable, jsonLines } from '../report/decisions.ts';
import { createProgress } from '../report/progress.ts';
import { createRefusals } from '../report/refusals.ts';

export interface DecideOptions extends LoadOptions {
  readonly leads: string;
  readonly agreement?: string;
  readonly mapping?: string;
  readonly asOf?: string;
  readonly format?: 'csv' | 'jsonl';
  /** Also tell what made each decision. */
  readonly explain?: boolean;
  readonly out?: string;
  readonly refused?: string;
}

interface Job {
  readonly agreement: Agreement;
  readonly source: LeadSource;
  readonly leads: AsyncIterable<SourceLead>;
  readonly asOf: number;
  readonly writer: Writer;
}

/** What comes before all decisions; and a lead's decision as it is written. */
interface Writer {
  readonly head: string;
  readonly write: (
    input: unknown,
    asOf: number,
  ) => { readonly stage: string; readonly text: string } | Refused;
}

/** Decides every lead of a file: decisions to stdout or a file, refused rows and a summary to stderr. */
export async function decide(options: DecideOptions, io: Io): Promise<number> {
  const checked = await loadChecked(findFolder(options.agreement, io), { ...options, proofs: false }, io);
  if (!checked) return exit.findings;
  const { agreement } = checked;
  const asOf = readAsOf(options.asOf, agreement, io);
  const source = openLeads(options.leads, unitOf(options.leads, options.mapping !== undefined), io);
  const leads = await readLeads(source, options, { agreement, io });
  if (!leads) return exit.findings;
  const engine = await loadEngine(agreement);
  const writer = chooseWriter(options, { agreement, engine });
  const job: Job = { agreement, source, leads, asOf, writer };
  return await withSinks(options, io, (out, refused) => decideAll(job, { out, refused }, io));
}

function readAsOf(text: string | undefined, { time_zone: zone }: Agreement, io: Io): number {
  if (text === undefined) return Math.floor(io.now() / 1000) * 1000;
  const moment = readMoment(text, { order: 'iso', zone });
  if (moment !== undefined) return moment;
  throw new CannotRun(
    `--as-of ${text} is not a moment.`,
    'Write one as 2026-11-24, 2026-11-24 10:00 or 2026-11-24T10:00:00+01:00.',
  );
}

async function readLeads(
  source: LeadSource,
  options: DecideOptions,
  { agreement, io }: { readonly agreement: Agreement; readonly io: Io },
): Promise<AsyncIterable<SourceLead> | undefined> {
  if (source.unit === 'line') {
    if (options.mapping === undefined) return readJsonLines(source);
    throw new CannotRun(`${source.shown} has JSON lines.`, 'They need no --mapping: it is for tables.');
  }
  const { findings, leads } = await readMapped(source, agreement, chooseMapping(options.mapping, agreement));
  await reportColumns(findings, { agreement, source }, io);
  return findings.some(({ severity }) => severity === 'error') ? undefined : leads;
}

function chooseMapping(id: string | undefined, { mappings, name }: Agreement): Mapping {
  const ids = mappings.map((mapping) => mapping.id);
  if (ids.length === 0) {
    throw new CannotRun(
      `The agreement ${name} has no mapping, so it cannot read a table.`,
      'Write one: mappings/<system>.yaml.',
    );
  }
  const found =
    id === undefined && ids.length === 1 ? mappings[0] : mappings.find((mapping) => mapping.id === id);
  if (found) return found;
  const problem =
    id === undefined ? 'Which mapping reads this table?' : `The agreement ${name} has no mapping ${id}.`;
  throw new CannotRun(problem, `Say one of them: ${ids.map((known) => `--mapping ${known}`).join(', ')}.`);
}

function chooseWriter(
  { format, out, explain = false }: DecideOptions,
  { agreement, engine }: { readonly agreement: Agreement; readonly engine: Engine },
): Writer {
  const byName = ['.jsonl', '.ndjson'].includes(extname(out ?? '')) ? 'jsonl' : 'csv';
  const isTable = (format ?? byName) === 'csv';
  if (explain) return writerOf(engine.explain, isTable ? explanationTable(agreement) : jsonLines);
  return writerOf(engine.decide, isTable ? decisionTable(agreement) : jsonLines);
}

function writerOf<Made extends Decision>(
  decideOn: (input: unknown, asOf: number) => Made | Refused,
  { head, line }: DecisionFormat<Made>,
): Writer {
  const write: Writer['write'] = (input, asOf) => {
    const made = decideOn(input, asOf);
    return 'problems' in made ? made : { stage: made.stage, text: line(made) };
  };
  return { head, write };
}

async function withSinks(
  options: DecideOptions,
  io: Io,
  work: (out: Sink, refused: Sink | null) => Promise<number>,
): Promise<number> {
  const out = options.out === undefined ? stdoutSink(io) : await fileSink(options.out, io);
  const refused = options.refused === undefined ? null : await fileSink(options.refused, io);
  try {
    const code = await work(out, refused);
    await out.end();
    await refused?.end();
    return code;
  } catch (error) {
    out.abandon();
    refused?.abandon();
    throw error;
  }
}

async function decideAll(
  job: Job,
  { out, refused }: { readonly out: Sink; readonly refused: Sink | null },
  io: Io,
): Promise<number> {
  const { agreement, asOf, leads, source, writer } = job;
  const progress = createProgress(source, io);
  const refusals = createRefusals({ source, toFile: refused && refused.write, clear: progress.clear }, io);
  const byStage = new Map<string, number>();
  const started = io.now();
  let decided = 0;
  await out.write(writer.head);
  for await (const lead of leads) {
    const result = 'problems' in lead ? lead : fromEngine(writer.write(lead.input, asOf));
    if ('problems' in result) await refusals.add(lead.place, result.problems);
    else {
      decided += 1;
      byStage.set(result.stage, (byStage.get(result.stage) ?? 0) + 1);
      await out.write(result.text);
    }
    progress.tick(decided + refusals.count());
  }
  progress.clear();
  await refusals.end();
  const ms = io.now() - started;
  await reportDecided({ agreement, asOf, decided, refused: refusals.count(), byStage, ms }, io);
  return refusals.count() > 0 ? exit.findings : exit.fine;
}
