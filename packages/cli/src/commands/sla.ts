import { exit } from '../exit.ts';
import { stdoutSink } from '../files/sink.ts';
import type { Io } from '../io.ts';
import { type AskedOptions, openAsked } from '../leads/asked.ts';
import { fromEngine } from '../leads/lead.ts';
import type { LeadStatus } from '../load/engine.ts';
import { createRefusals } from '../report/refusals.ts';
import { statusText } from '../report/sla-status.ts';

export interface SlaOptions extends AskedOptions {
  readonly format?: 'text' | 'jsonl';
}

/** Shows how the promises about each lead of a file stand, on stdout; refused rows on stderr. */
export async function sla(options: SlaOptions, io: Io): Promise<number> {
  const asked = await openAsked(options, io);
  if (!asked) return exit.findings;
  const { agreement, engine, source, leads, asOf } = asked;
  const out = stdoutSink(io);
  const refusals = createRefusals({ source, toFile: null, clear: () => {} }, io);
  const show = (status: LeadStatus): string =>
    options.format === 'jsonl' ? `${JSON.stringify(status)}\n` : statusText(status, { agreement, asOf }, io);
  for await (const lead of leads) {
    const result = 'problems' in lead ? lead : fromEngine(engine.slaStatus(lead.input, asOf));
    if ('problems' in result) await refusals.add(lead.place, result.problems);
    else await out.write(show(result));
  }
  await out.finish();
  await refusals.end();
  return refusals.count() > 0 ? exit.findings : exit.fine;
}
