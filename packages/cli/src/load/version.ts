import { basename, relative } from 'node:path';
import {
  compile,
  type Compiled,
  type Diagnostic,
  hasErrors,
  type SourceFile,
  sourcesIn,
} from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import type { Commit } from '../git/git.ts';
import { entriesAt } from '../git/tree.ts';
import type { Io } from '../io.ts';
import { loadSources, type Sources } from './sources.ts';

/** One version of an agreement: of a folder, or of a folder in a commit. */
export type Place =
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 'commit';
      readonly commit: Commit;
      readonly folder: string;
      /** Where two commits parted: their names. */
      readonly parted?: Parted;
    };

export interface Parted {
  readonly base: string;
  readonly head: string;
}

/** A file of a version with another text; `null` if it is not there. */
export interface Replaced {
  readonly name: string;
  /** Its names in all versions that are compared: in none but its own it is there under another one. */
  readonly names: readonly string[];
  readonly text: string | null;
}

export interface LoadedVersion extends Sources {
  readonly agreement: Agreement | undefined;
}

/** What an agreement means does not depend on the day; on this one nothing is overdue yet. */
const early = '2000-01-01';

/** Reads and compiles a version, without proofs; the name is that of the agreement in all of its versions. */
export function loadVersion(place: Place, name: string, io: Io, replaced?: Replaced): LoadedVersion {
  const found = sourcesAt(place, io);
  const { shown, diagnostics } = found;
  const sources = replaced ? withFile(found, replaced) : found.sources;
  if (hasErrors(diagnostics)) return { shown, sources, diagnostics, agreement: undefined };
  const [agreement, more] = compiledOnce(sources, name);
  const all: readonly Diagnostic[] = [...diagnostics, ...more];
  return { shown, sources, diagnostics: all, agreement: hasErrors(all) ? undefined : agreement };
}

const known = new Map<string, SourceFile>();

/** A file that stands in another version too is read once; but what is wrong is told with the path that it has here. */
function compiledOnce(sources: readonly SourceFile[], name: string): Compiled {
  const shared = sources.map((file) => {
    const key = JSON.stringify([file.name, file.text]);
    const same = known.get(key) ?? file;
    known.set(key, same);
    return same;
  });
  const made = compiled(shared, name);
  return hasErrors(made[1]) ? compiled(sources, name) : made;
}

/** What these files mean, on any day and without proofs. */
export function compiled(sources: readonly SourceFile[], name: string): Compiled {
  return compile(sources, { name, today: early, proofs: false });
}

function withFile({ shown, sources }: Sources, { name, names, text }: Replaced): readonly SourceFile[] {
  const others = sources.filter((source) => !names.includes(source.name));
  if (text === null) return others;
  const all = [...others, { path: `${shown}/${name}`, name, text }];
  return all.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function sourcesAt(place: Place, io: Io): Sources {
  if (place.kind === 'folder') return loadSources(place.folder, io);
  const { commit, folder } = place;
  const shown = `${commit.shown}:${folder}`;
  const [sources = [], diagnostics] = sourcesIn(shown, entriesAt(commit, folder, io));
  return { shown, sources, diagnostics };
}

/** What an agreement is called: by its folder. */
export function nameOf(place: Place): string {
  return basename(place.folder);
}

/** How a place is told: `main`, `4f2a91c07 (where proposal left main)`, or a folder. */
export function placeWords(place: Place, { cwd }: Io): string {
  if (place.kind === 'folder') return relative(cwd, place.folder).replaceAll('\\', '/') || '.';
  const { commit, parted } = place;
  return parted ? `${commit.shown} (where ${parted.head} left ${parted.base})` : commit.shown;
}
