import { exit } from '../exit.ts';
import { type Io, write } from '../io.ts';
import type { InForce } from '../load/history.ts';
import { findInForce } from '../load/in-force.ts';
import { jsonText } from '../report/encode/json.ts';
import { visible } from '../report/encode/visible.ts';
import { knownWords } from '../report/in-force.ts';

export interface AtOptions {
  readonly day: string;
  readonly agreement?: string;
  readonly format?: 'pretty' | 'json';
}

/** Tells which version of an agreement was in force on a day; exit code 1 if there was none. */
export async function at({ day, agreement, format = 'pretty' }: AtOptions, io: Io): Promise<number> {
  const { name, found } = findInForce(agreement, day, io);
  const none = 'none' in found;
  const text =
    format === 'json'
      ? jsonText({ agreement: name, day, in_force: none ? null : asData(found) })
      : none
        ? `No version of ${name} was in force on ${day}.\n  ${found.none}\n`
        : inWords(found);
  await write(io, 'stdout', text);
  return none ? exit.findings : exit.fine;
}

function asData({ known, agreement, from }: InForce): object {
  const { title, effective_from, review_by, hash } = agreement;
  const about = { title, effective_from, review_by, hash };
  if ('version' in known) return { from, version: known.version, released: known.released, ...about };
  return { from, commit: known.hash, committed: known.day, subject: known.subject, ...about };
}

function inWords({ known, agreement, from }: InForce): string {
  return `${visible(agreement.title)}, in force from ${from}\n  ${knownWords(known)}\n  hash ${agreement.hash}\n`;
}
