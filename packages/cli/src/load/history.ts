import { realpathSync } from 'node:fs';
import { basename, relative } from 'node:path';
import type { Agreement } from '@smarketing/compiler/ir';
import type { KeptVersion } from '@smarketing/review';
import { CannotRun } from '../cannot-run.ts';
import { findCommit, isCut, rootOf, shallowHelp } from '../git/git.ts';
import { type Change, changesOf } from '../git/history.ts';
import { isFolderAt } from '../git/tree.ts';
import type { Io } from '../io.ts';
import { findFolder } from './folders.ts';
import { loadVersion } from './version.ts';

/** A version of an agreement in its history. */
export interface HistoryEntry {
  readonly change: Change;
  /** Reads and compiles it; `undefined` where it is not there or has errors. */
  readonly load: () => Agreement | undefined;
  /** Whether what was before is not there, as the clone is shallow. */
  readonly isCut: boolean;
}

/** A version that was in force on a day: one that was released, or a commit. */
export interface InForce {
  readonly agreement: Agreement;
  /** The first day on which it was. */
  readonly from: string;
  readonly known: Pick<KeptVersion, 'version' | 'released'> | Change;
}

/** The versions of one agreement, the oldest first. */
export function loadHistory(
  given: string | undefined,
  io: Io,
): { readonly name: string; readonly entries: readonly HistoryEntry[] } {
  const folder = findFolder(given, io, '');
  const root = realpathSync(rootOf(io));
  const inside = relative(root, realpathSync(folder)).replaceAll('\\', '/');
  const name = basename(folder);
  const changes = changesOf(findCommit('HEAD', io), inside, { ...io, cwd: root });
  if (changes.length === 0) throw new CannotRun(`No commit has ${name} yet.`, 'Commit it first.');
  const entries = changes.map((change, at): HistoryEntry => {
    const place = { kind: 'commit', commit: change, folder: inside } as const;
    const read = (): Agreement | undefined =>
      isFolderAt(change, inside, io) ? loadVersion(place, name, io).agreement : undefined;
    return { change, load: once(read), isCut: at === 0 && isCut(change, io) };
  });
  return { name, entries };
}

function once<Made>(make: () => Made): () => Made {
  let made: { readonly it: Made } | undefined;
  return () => (made ??= { it: make() }).it;
}

/** The latest version that was committed by a day and whose `effective_from` had come by then; `undefined` if there is none. */
export function inForceOf(entries: readonly HistoryEntry[], day: string): InForce | undefined {
  for (const { change, load } of entries.toReversed()) {
    const agreement = change.day <= day ? load() : undefined;
    if (agreement && agreement.effective_from <= day)
      return { known: change, agreement, from: firstDay(change, agreement) };
  }
  return undefined;
}

function firstDay({ day }: Change, { effective_from: from }: Agreement): string {
  return from > day ? from : day;
}

/** Why no version was in force on a day: when the first one came, or that those of before cannot be read. */
export function whyNone(entries: readonly HistoryEntry[], day: string): string {
  if (entries.some(({ isCut: isCutHere }) => isCutHere)) return shallowHelp;
  const unread = entries.findLast(({ change, load }) => change.day <= day && !load());
  if (unread)
    return `Commit ${unread.change.shown} of ${unread.change.day} has none that can be read now. See: smarketing log`;
  const days = entries.flatMap(({ change, load }) => {
    const agreement = load();
    return agreement ? [firstDay(change, agreement)] : [];
  });
  const [first] = days.toSorted();
  return first === undefined
    ? 'None of its commits can be read. See: smarketing log'
    : `The first one is in force from ${first}.`;
}
