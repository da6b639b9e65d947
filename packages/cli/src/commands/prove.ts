import { CannotRun } from '../cannot-run.ts';
import { exit } from '../exit.ts';
import { type Io, write } from '../io.ts';
import type { LoadOptions } from '../load/agreement.ts';
import { findFolders, isFolder } from '../load/folders.ts';
import { loadProved } from '../load/proved.ts';
import { type Facts, factsOf } from '../proofs/facts.ts';
import { isOpen } from '../proofs/proved.ts';
import { proofsAsJson } from '../report/proofs-json.ts';
import { reportProofs } from '../report/proofs.ts';
import { proveQuestion } from './prove-question.ts';

export interface ProveOptions extends LoadOptions {
  /** Folders of agreements, or one question. */
  readonly asked: readonly string[];
  /** Whose agreement a question is about. */
  readonly agreement?: string;
  readonly verbose?: boolean;
  readonly format?: 'text' | 'json';
  /** Keep the lead that refutes a question as an example of this name. */
  readonly addExample?: string;
}

/** Proves what holds of every lead, or answers a question about all of them. */
export async function prove(options: ProveOptions, io: Io): Promise<number> {
  const [first = '', ...more] = options.asked;
  if (more.length === 0 && first.includes(':') && !isFolder(first, io)) {
    return await proveQuestion({ ...options, question: first }, io);
  }
  for (const [flag, value] of Object.entries({
    '--agreement': options.agreement,
    '--add-example': options.addExample,
  })) {
    if (value === undefined) continue;
    throw new CannotRun(
      `${flag} goes with a question.`,
      "Such as: smarketing prove 'never: { becomes: customer }'",
    );
  }
  return options.format === 'json' ? await proveAsJson(options, io) : await proveInWords(options, io);
}

async function proveInWords(options: ProveOptions, io: Io): Promise<number> {
  let good = true;
  for (const [index, folder] of findFolders(options.asked, io).entries()) {
    if (index > 0) await write(io, 'stdout', '\n');
    const found = await loadProved(folder, options, io);
    if (!found) {
      good = false;
      continue;
    }
    const facts: Facts | null = options.verbose ? await factsOf(found.proved.agreement) : null;
    await reportProofs(found, { facts }, io);
    good &&= !found.proved.properties.some(isOpen);
  }
  return good ? exit.fine : exit.findings;
}

async function proveAsJson(options: ProveOptions, io: Io): Promise<number> {
  let good = true;
  const agreements: object[] = [];
  for (const folder of findFolders(options.asked, io)) {
    const found = await loadProved(folder, options, io);
    good &&= found !== undefined && !found.proved.properties.some(isOpen);
    if (found) agreements.push(proofsAsJson(found, await factsOf(found.proved.agreement)));
  }
  await write(io, 'stdout', `${JSON.stringify({ agreements }, null, 2)}\n`);
  return good ? exit.fine : exit.findings;
}
