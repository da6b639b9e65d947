import { exit } from '../exit.ts';
import { type Io, write } from '../io.ts';
import { type InForce, inForceOn, loadHistory, whyNone } from '../load/history.ts';
import { jsonText } from '../report/encode/json.ts';
import { visible } from '../report/encode/visible.ts';

export interface AtOptions {
  readonly day: string;
  readonly agreement?: string;
  readonly format?: 'pretty' | 'json';
}

/** Tells which version of an agreement was in force on a day; exit code 1 if there was none. */
export async function at({ day, agreement, format = 'pretty' }: AtOptions, io: Io): Promise<number> {
  const { name, entries } = loadHistory(agreement, io);
  const found = inForceOn(entries, day);
  const text =
    format === 'json'
      ? jsonText({ agreement: name, day, in_force: found ? asData(found) : null })
      : found
        ? inWords(found)
        : `No version of ${name} was in force on ${day}.\n  ${whyNone(entries, day)}\n`;
  await write(io, 'stdout', text);
  return found ? exit.fine : exit.findings;
}

function asData({ change, agreement, from }: InForce): object {
  const { title, effective_from, review_by, hash } = agreement;
  const { hash: commit, day: committed, subject } = change;
  return { from, commit, committed, subject, title, effective_from, review_by, hash };
}

function inWords({ change, agreement, from }: InForce): string {
  return `${visible(agreement.title)}, in force from ${from}
  commit ${change.hash} of ${change.day}: ${visible(change.subject)}
  hash ${agreement.hash}
`;
}
