import type { Agreement } from '@smarketing/compiler/ir';
import { bumpOf, type Change, findChanges, verdictSentence } from '@smarketing/review';
import { exit } from '../exit.ts';
import { shallowHelp } from '../git/git.ts';
import { type Io, write } from '../io.ts';
import { type HistoryEntry, loadHistory } from '../load/history.ts';
import { jsonText } from '../report/encode/json.ts';
import { logLines } from '../report/log.ts';

export interface LogOptions {
  readonly agreement?: string;
  readonly format?: 'pretty' | 'json';
}

/** One step of a history: what a commit says, and what it did. */
export interface LogEntry {
  readonly commit: string;
  readonly day: string;
  readonly subject: string;
  readonly verdict: string;
  readonly changes: readonly Pick<Change, 'says' | 'level' | 'harderFor' | 'kind'>[];
}

/** Tells the history of an agreement by its meaning, the newest first. */
export async function log({ agreement, format = 'pretty' }: LogOptions, io: Io): Promise<number> {
  const { name, entries } = loadHistory(agreement, io);
  const all = stepsOf(entries).toReversed();
  await write(
    io,
    'stdout',
    format === 'json' ? jsonText({ agreement: name, log: all }) : `${logLines(name, all, io).join('\n')}\n`,
  );
  return exit.fine;
}

/** Each version beside the last one before it that could be read. */
function stepsOf(entries: readonly HistoryEntry[]): readonly LogEntry[] {
  let before: Agreement | undefined;
  return entries.map(({ change, load, isCut }): LogEntry => {
    const { shown: commit, day, subject } = change;
    const [was, agreement] = [before, load()];
    before = agreement ?? was;
    return { commit, day, subject, ...(isCut ? { verdict: cut, changes: [] } : toldOf(was, agreement)) };
  });
}

const cut = `What this commit changed is not known. ${shallowHelp}`;

function toldOf(
  before: Agreement | undefined,
  after: Agreement | undefined,
): Pick<LogEntry, 'verdict' | 'changes'> {
  if (!after) return { verdict: 'It is not there, or has errors.', changes: [] };
  if (!before) return { verdict: 'The agreement is new.', changes: [] };
  const changes = findChanges(before, after);
  return {
    verdict: verdictSentence({ changes, bump: bumpOf(changes) }),
    changes: changes.map(({ says, level, harderFor, kind }) => ({ says, level, harderFor, kind })),
  };
}
