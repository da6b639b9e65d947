import { readMoment } from '@smarketing/compiler';
import type { Agreement, Mapping } from '@smarketing/compiler/ir';
import { CannotRun } from '../cannot-run.ts';
import type { Io } from '../io.ts';
import type { LoadOptions } from '../load/agreement.ts';
import { loadChecked } from '../load/checked.ts';
import { type Engine, loadEngine } from '../load/engine.ts';
import { findFolder } from '../load/folders.ts';
import { findInForce } from '../load/in-force.ts';
import { reportColumns } from '../report/columns.ts';
import { shellWord } from '../report/encode/shell-word.ts';
import { reportInForce } from '../report/in-force.ts';
import { readJsonLines } from './json-lines.ts';
import type { LeadSource, SourceLead } from './lead.ts';
import { readMapped } from './mapped.ts';
import { openLeads, unitOf } from './open.ts';

export interface AskedOptions extends LoadOptions {
  readonly leads: string;
  readonly agreement?: string;
  readonly mapping?: string;
  readonly asOf?: string;
  /** By the version that was in force on this day, as of its end if no moment is said. */
  readonly at?: string;
}

/** The leads of a file, and the moment as of which they are asked about. */
export interface OpenedLeads {
  readonly source: LeadSource;
  readonly leads: AsyncIterable<SourceLead>;
  readonly asOf: number;
}

interface ReadOptions extends Pick<AskedOptions, 'leads' | 'agreement' | 'mapping' | 'asOf' | 'at'> {
  /** The folder of the agreement, as people know it, if it was read from there. */
  readonly shown?: string | undefined;
}

/** What a command about the leads of a file works with. */
export interface Asked extends OpenedLeads {
  readonly agreement: Agreement;
  readonly engine: Engine;
}

/** Opens a file of leads and the agreement that they are held against; `undefined` after the findings about either. */
export async function openAsked(options: AskedOptions, io: Io): Promise<Asked | undefined> {
  const { agreement, shown } = await (options.at === undefined
    ? loadNow(options, io)
    : loadThen(options.at, options, io));
  const opened = agreement && (await openLeadsOf(agreement, { ...options, shown }, io));
  return opened && { ...opened, agreement, engine: await loadEngine(agreement) };
}

/** Opens a file of leads as an agreement reads it; `undefined` after the findings about its columns. */
export async function openLeadsOf(
  agreement: Agreement,
  options: ReadOptions,
  io: Io,
): Promise<OpenedLeads | undefined> {
  const asOf = readAsOf(options, agreement, io);
  const source = openLeads(options.leads, unitOf(options.leads, options.mapping !== undefined), io);
  const leads = await readLeads(source, options, { agreement, io });
  return leads && { source, leads, asOf };
}

type Loaded = Pick<ReadOptions, 'shown'> & { readonly agreement?: Agreement };

async function loadNow(options: AskedOptions, io: Io): Promise<Loaded> {
  const checked = await loadChecked(findFolder(options.agreement, io), { ...options, proofs: false }, io);
  return checked ?? {};
}

async function loadThen(day: string, options: AskedOptions, io: Io): Promise<Loaded> {
  const { name, found } = findInForce(options.agreement, day, io);
  if ('none' in found) throw new CannotRun(`No version of ${name} was in force on ${day}.`, found.none);
  await reportInForce(found, { name, day }, io);
  return { agreement: found.agreement };
}

/** The moment that `--as-of` says; without it the end of the day that `--at` says, and now, to the second, at the latest. */
function readAsOf(
  { asOf: text, at: day }: Pick<AskedOptions, 'asOf' | 'at'>,
  { time_zone: zone }: Agreement,
  io: Io,
): number {
  if (text === undefined) {
    const now = Math.floor(io.now() / 1000) * 1000;
    const end = day === undefined ? undefined : readMoment(`${day} 23:59:59`, { order: 'iso', zone });
    return Math.min(now, end ?? now);
  }
  const moment = readMoment(text, { order: 'iso', zone });
  if (moment !== undefined) return moment;
  throw new CannotRun(
    `--as-of ${text} is not a moment.`,
    'Write one as 2026-11-24, 2026-11-24 10:00 or 2026-11-24T10:00:00+01:00.',
  );
}

/** The leads of a file: JSON lines, or a table read by one of the agreement's mappings; `undefined` when its columns do not fit. */
async function readLeads(
  source: LeadSource,
  options: ReadOptions,
  { agreement, io }: { readonly agreement: Agreement; readonly io: Io },
): Promise<AsyncIterable<SourceLead> | undefined> {
  if (source.unit === 'line') {
    if (options.mapping === undefined) return readJsonLines(source);
    throw new CannotRun(`${source.shown} has JSON lines.`, 'They need no --mapping: it is for tables.');
  }
  const { findings, leads } = await readMapped(source, agreement, chooseMapping(options.mapping, agreement));
  const { leads: path, shown: folder } = options;
  const propose = `smarketing map ${shellWord(path)} --agreement ${shellWord(options.agreement ?? agreement.name)} --write`;
  await reportColumns(
    findings,
    { agreement, source, propose, ...(folder === undefined ? {} : { folder }) },
    io,
  );
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
