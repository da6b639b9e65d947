import { existsSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { mappingYaml, proposeMapping, type SourceFile } from '@smarketing/compiler';
import { CannotRun } from '../cannot-run.ts';
import { exit } from '../exit.ts';
import { makeFolder } from '../files/folder.ts';
import { replaceFile } from '../files/staged.ts';
import { writing } from '../files/unwritten.ts';
import { type Io, write } from '../io.ts';
import { openLeads } from '../leads/open.ts';
import { surveyTable } from '../leads/survey.ts';
import { dayOf, type LoadOptions } from '../load/agreement.ts';
import { loadChecked } from '../load/checked.ts';
import { findFolder } from '../load/folders.ts';
import { proposedText } from '../report/proposed.ts';

export interface MapOptions extends LoadOptions {
  readonly table: string;
  readonly agreement?: string;
  readonly name?: string;
  /** Write it to the agreement; without it, to stdout. */
  readonly write?: boolean;
}

/** Proposes a mapping for the CSV export of a tool: YAML to stdout or to the agreement, a summary to stderr. */
export async function map(options: MapOptions, io: Io): Promise<number> {
  const folder = findFolder(options.agreement, io);
  const name = nameOf(options);
  const target = join(folder, 'mappings', `${name}.yaml`);
  const shown = relative(io.cwd, target);
  if (options.write && existsSync(target))
    throw new CannotRun(`${shown} is there already; nothing was written.`, 'Say another --name.');
  const checked = await loadChecked(folder, { ...options, proofs: false, leaveOut: isEmptyMapping }, io);
  if (!checked) return exit.findings;
  const source = openLeads(options.table, 'row', io);
  const { rows, columns } = await surveyTable(source);
  if (rows === 0)
    throw new CannotRun(
      `${source.shown} has the names of columns, and no rows.`,
      'A mapping is proposed from what stands in some of them: export a few leads too.',
    );
  const proposal = proposeMapping(checked.agreement, columns);
  if (!proposal) throw new CannotRun(`${source.shown} has no column that a mapping could name.`);
  const system = `Export ${basename(source.shown)}`;
  const text = mappingYaml(proposal, { system, rows, today: dayOf(options, io) });
  if (options.write) {
    writing(target, () => makeFolder(dirname(target)));
    replaceFile(target, text);
  } else await write(io, 'stdout', text);
  const told = { columns: columns.length, written: options.write ? shown : null };
  await write(io, 'stderr', proposedText(proposal, told, io));
  return exit.fine;
}

/** `map leads.csv > mappings/crm.yaml`: the shell makes the file before anything is in it. */
const isEmptyMapping = ({ name, text }: SourceFile): boolean =>
  name.startsWith('mappings/') && text.trim() === '';

/** What the mapping is called: as it is said, or as the file is. */
function nameOf({ name, table }: MapOptions): string {
  const given = name ?? madeFrom(basename(table).replace(/\.[^.]*$/, ''));
  if (/^[a-z][a-z0-9_]{0,62}$/.test(given)) return given;
  throw new CannotRun(
    `A mapping cannot be called ${given}.`,
    'Its name is made of small letters, digits and _, with a letter first: say it with --name.',
  );
}

function madeFrom(file: string): string {
  const plain = file
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_');
  return plain.replace(/^[^a-z]+|_+$/g, '').slice(0, 63) || 'export';
}
