import { extname } from 'node:path';
import type { Decision } from '@smarketing/compiler/ir';
import { exit } from '../exit.ts';
import { refuseOverwriting } from '../files/apart.ts';
import { fileSink, type Sink, stdoutSink } from '../files/sink.ts';
import type { Io } from '../io.ts';
import { type Asked, type AskedOptions, openAsked } from '../leads/asked.ts';
import { fromEngine } from '../leads/lead.ts';
import type { Refused } from '../load/engine.ts';
import { reportDecided } from '../report/decided.ts';
import { type DecisionFormat, decisionTable, explanationTable, jsonLines } from '../report/decisions.ts';
import { createProgress } from '../report/progress.ts';
import { createRefusals } from '../report/refusals.ts';

export interface DecideOptions extends AskedOptions {
  readonly format?: 'csv' | 'jsonl';
  /** Also tell what made each decision. */
  readonly explain?: boolean;
  readonly out?: string;
  readonly refused?: string;
}

interface Job extends Asked {
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
  refuseOverwriting(
    {
      read: [{ what: 'The file of leads', path: options.leads }],
      written: [
        { what: '--out', path: options.out },
        { what: '--refused', path: options.refused },
      ],
    },
    io,
  );
  const asked = await openAsked(options, io);
  if (!asked) return exit.findings;
  const job: Job = { ...asked, writer: chooseWriter(options, asked) };
  return await withSinks(options, io, (out, refused) => decideAll(job, { out, refused }, io));
}

function chooseWriter({ format, out, explain = false }: DecideOptions, { agreement, engine }: Asked): Writer {
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
  const out = options.out === undefined ? stdoutSink(io) : fileSink(options.out, io);
  let refused: Sink | null = null;
  try {
    refused = options.refused === undefined ? null : fileSink(options.refused, io);
    const code = await work(out, refused);
    await out.finish();
    await refused?.finish();
    out.publish();
    refused?.publish();
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
