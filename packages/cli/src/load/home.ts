import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { findRoot } from '../git/git.ts';
import type { Io } from '../io.ts';
import { isFolder } from './folders.ts';
import type { VersionOptions } from './versions.ts';

/** The options that are paths. */
const paths: ReadonlySet<string> = new Set(['agreement', 'approvals', 'leads', 'out']);

/**
 * Inside of a repository versions are compared from where `agreements/` is, as git tells paths from its root: so a command says
 * the same in every folder. Paths of the options are meant from where a person is.
 */
export function fromHome<Options extends VersionOptions>(
  options: Options,
  io: Io,
): { readonly options: Options; readonly io: Io } {
  const home = isFolder(options.base, io) ? undefined : homeOf(io);
  if (home === undefined || home === io.cwd) return { options, io };
  const moved = (name: string, value: unknown): unknown => {
    if (!paths.has(name) || typeof value !== 'string' || value === '-') return value;
    // A name such as `acme` is one below agreements/, wherever it is said.
    const isSame = name === 'agreement' ? !isFolder(value, io) : isAbsolute(value);
    if (isSame) return value;
    return relative(home, resolve(io.cwd, value));
  };
  const entries = Object.entries(options).map(([name, value]) => [name, moved(name, value)]);
  return { options: Object.fromEntries(entries) as Options, io: { ...io, cwd: home } };
}

/** The nearest folder with `agreements/`, or else the root; `undefined` outside of a repository. */
function homeOf(io: Io): string | undefined {
  const found = findRoot(io);
  if (found === undefined) return undefined;
  const [root, here] = [realpathSync(found), realpathSync(io.cwd)];
  if (relative(root, here).startsWith('..')) return undefined;
  let folder = here;
  while (folder !== root && !existsSync(join(folder, 'agreements'))) folder = dirname(folder);
  return folder;
}
