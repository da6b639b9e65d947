import { basename } from 'node:path';
import { inForceOn, type KeptVersion } from '@smarketing/review';
import { CannotRun } from '../cannot-run.ts';
import type { Io } from '../io.ts';
import { findFolder } from './folders.ts';
import { type InForce, inForceOf, loadHistory, whyNone } from './history.ts';
import { loadKept } from './kept.ts';

export interface Answer {
  readonly name: string;
  readonly found: InForce | { readonly none: string };
}

/**
 * Which version of an agreement was in force on a day. Where released versions are kept, it is one of them; else the latest that
 * was committed by then and whose `effective_from` had come.
 */
export function findInForce(given: string | undefined, day: string, io: Io): Answer {
  const folder = findFolder(given, io);
  const kept = loadKept(folder, io);
  if (kept.length > 0) return { name: basename(folder), found: amongKept(kept, day) };
  const { name, entries } = loadHistory(folder, io);
  return { name, found: inForceOf(entries, day) ?? { none: whyNone(entries, day) } };
}

function amongKept(kept: readonly KeptVersion[], day: string): Answer['found'] {
  const version = inForceOn(kept, day);
  const [first] = kept;
  if (!version) return { none: `The first one is in force from ${first?.in_force_from}.` };
  if (version.agreement) return { agreement: version.agreement, from: version.in_force_from, known: version };
  throw new CannotRun(
    `Version ${version.version}, in force on ${day}, was compiled for another version of smarketing.`,
    `Decide with the one of ${version.released}.`,
  );
}
