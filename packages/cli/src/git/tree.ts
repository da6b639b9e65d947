import { type FolderEntry } from '@smarketing/compiler';
import type { Io } from '../io.ts';
import { type Commit, git, tryGit } from './git.ts';

interface Listed {
  readonly mode: string;
  readonly type: string;
  readonly hash: string;
  readonly bytes: number;
  readonly path: string;
}

/**
 * What is in a folder of a commit and one level below, read as objects: nothing is checked out. Only plain files (mode 100644)
 * are files.
 */
export function entriesAt({ hash }: Commit, folder: string, io: Io): readonly FolderEntry[] {
  const listed = list(hash, folder, io).filter(isSeen);
  const blobs = readBlobs(listed.filter(isFile), io);
  return listed.map((entry) => ({
    name: entry.path,
    kind: isFile(entry) ? 'file' : entry.mode === '120000' ? 'link' : 'other',
    bytes: entry.bytes,
    read: () => blobs.get(entry.hash) ?? new Uint8Array(),
  }));
}

/** The folders below `agreements/` of a commit that have an agreement. */
export function agreementsAt({ hash }: Commit, io: Io): readonly string[] {
  return list(hash, 'agreements', io)
    .filter(({ path, type }) => type === 'blob' && /^[^/]+\/agreement\.yaml$/.test(path))
    .map(({ path }) => `agreements/${path.split('/')[0] ?? ''}`);
}

/** Whether a folder of a commit holds anything. */
export function isFolderAt({ hash }: Commit, folder: string, io: Io): boolean {
  return list(hash, folder, io).length > 0;
}

/** Whether a commit has a file, by its path from the root. */
export function isFileAt({ hash }: Commit, path: string, io: Io): boolean {
  return tryGit(['cat-file', '-e', `${hash}:${path}`], io) !== undefined;
}

function isFile({ mode, type }: Listed): boolean {
  return type === 'blob' && mode === '100644';
}

/** Hidden files are not looked at, nor what is deeper. */
function isSeen({ path }: Listed): boolean {
  const parts = path.split('/');
  return parts.length <= 2 && !parts.some((part) => part.startsWith('.'));
}

/** `<mode> <type> <hash> <size>\t<path>`, with the path inside the folder. */
function list(commit: string, folder: string, io: Io): readonly Listed[] {
  const below = folder === '' ? [] : ['--', `${folder}/`];
  const out = git(['ls-tree', '-r', '-z', '-l', '--full-tree', commit, ...below], io).toString('utf8');
  return out.split('\0').flatMap((line): Listed[] => {
    const [, mode = '', type = '', hash = '', size = '', path = ''] =
      /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
    const inside = folder === '' ? path : path.slice(folder.length + 1);
    return hash === '' ? [] : [{ mode, type, hash, bytes: Number(size) || 0, path: inside }];
  });
}

/** The contents of some files, in one call: `<hash> blob <size>\n<bytes>\n` each. */
function readBlobs(entries: readonly Listed[], io: Io): ReadonlyMap<string, Uint8Array> {
  const hashes = [...new Set(entries.map(({ hash }) => hash))];
  const blobs = new Map<string, Uint8Array>();
  if (hashes.length === 0) return blobs;
  const out = git(['cat-file', '--batch'], io, `${hashes.join('\n')}\n`);
  let at = 0;
  for (const hash of hashes) {
    const end = out.indexOf(10, at);
    const size = Number(out.subarray(at, end).toString('latin1').split(' ')[2]);
    if (!Number.isInteger(size)) throw new Error(`git has no object ${hash}`);
    blobs.set(hash, out.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return blobs;
}
