import { exit } from '../exit.ts';
import { stdoutSink } from '../files/sink.ts';
import type { Io } from '../io.ts';
import { readAsOf, readLeads } from '../leads/asked.ts';
import { fromEngine } from '../leads/lead.ts';
import { openLeads, unitOf } from '../leads/open.ts';
import type { LoadOptions } from '../load/agreement.ts';
import { loadChecked } from '../load/checked.ts';
import { type LeadStatus, loadEngine } from '../load/engine.ts';
import { findFolder } from '../load/folders.ts';
import { createRefusals } from '../report/refusals.ts';
import { statusText } from '../report/sla-status.ts';

export interface SlaOptions extends LoadOptions {
  readonly leads: string;
  readonly agreement?: string;
  readonly mapping?: string;
  readonly asOf?: string;
  readonly format?: 'text' | 'jsonl';
}

/** Shows how the promises about each lead of a file stand, on stdout; refused rows on stderr. */
export async function sla(options: SlaOptions, io: Io): Promise<number> {
  const checked = await loadChecked(findFolder(options.agreement, io), { ...options, proofs: false }, io);
  if (!checked) return exit.findings;
  const { agreement } = checked;
  const asOf = readAsOf(options.asOf, agreement, io);
  const source = openLeads(options.leads, unitOf(options.leads, options.mapping !== undefined), io);
  const leads = await readLeads(source, options, { agreement, io });
  if (!leads) return exit.findings;
  const engine = await loadEngine(agreement);
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
