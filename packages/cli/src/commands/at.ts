import { exit } from '../exit.ts';
import { type Io, write } from '../io.ts';
import { inForceOn, loadHistory } from '../load/history.ts';
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
  const since = found && {
    commit: found.change.hash,
    committed: found.change.day,
    subject: found.change.subject,
  };
  const about = found && {
    title: found.agreement.title,
    effective_from: found.agreement.effective_from,
    review_by: found.agreement.review_by,
    hash: found.agreement.hash,
  };
  const text =
    format === 'json'
      ? jsonText({ agreement: name, day, in_force: found ? { ...since, ...about } : null })
      : found
        ? `${visible(found.agreement.title)}, in force since ${found.agreement.effective_from}\n  commit ${found.change.hash} of ${found.change.day}: ${visible(found.change.subject)}\n  hash ${found.agreement.hash}\n`
        : `No version of ${name} was in force on ${day}.\n`;
  await write(io, 'stdout', text);
  return found ? exit.fine : exit.findings;
}
