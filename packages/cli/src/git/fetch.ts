import type { Io } from '../io.ts';
import { findCommit, type Commit, tryGit } from './git.ts';

/**
 * Fetches commits by their hashes as objects, from `origin`: nothing is checked out, and no reference changes. Gives the commits
 * that are there now.
 */
export function fetchCommits(
  hashes: readonly string[],
  { server, token }: { readonly server: string; readonly token: string },
  io: Io,
): ReadonlyMap<string, Commit> {
  const secret = Buffer.from(`x-access-token:${token}`).toString('base64');
  // Not on the command line, where every process could read it.
  const env = {
    ...io.env,
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${server}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${secret}`,
  };
  const found = new Map<string, Commit>();
  for (const hash of new Set(hashes)) {
    if (!/^[0-9a-f]{40}$/.test(hash)) continue;
    const isThere = (): boolean => tryGit(['cat-file', '-e', `${hash}^{commit}`], io) !== undefined;
    if (!isThere()) tryGit([...quietFetch, hash], { ...io, env });
    if (isThere()) found.set(hash, { ...findCommit(hash, io), shown: hash.slice(0, 9) });
  }
  return found;
}

const quietFetch = [
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-write-fetch-head',
  '--no-recurse-submodules',
  '--no-auto-maintenance',
  'origin',
];
