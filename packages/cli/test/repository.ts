import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { northwind } from './fixtures.ts';
import { temporaryFolder } from './test-io.ts';

/** A repository with the agreement `northwind`. */
export interface Repository {
  readonly cwd: string;
  readonly git: (...args: readonly string[]) => string;
  /** Replaces a text in a file of the agreement, which must be there. */
  readonly change: (file: string, from: string, to: string) => void;
  readonly commit: (message: string, date?: string) => string;
}

const identity = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

export function repository(): Repository {
  const { cwd, git, commit } = begun(northwind);
  commit('Begin');
  const change = (file: string, from: string, to: string): void => {
    const path = join(cwd, 'agreements/northwind', file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    writeFileSync(
      path,
      text.replace(from, () => to),
    );
  };
  return { cwd, git, change, commit };
}

/** A repository with the files of a folder, and a commit for each of its patches, made on the day that the patch says. */
export function replayed(folder: string, message: string, date: string): Omit<Repository, 'change'> {
  const made = begun(join(folder, 'base'));
  made.commit(message, date);
  const patches = join(folder, 'patches');
  const paths = readdirSync(patches).map((name) => join(patches, name));
  made.git('am', '-q', '--committer-date-is-author-date', ...paths.toSorted());
  return made;
}

function begun(base: string): Omit<Repository, 'change'> {
  const cwd = temporaryFolder();
  cpSync(base, cwd, { recursive: true });
  const run = (args: readonly string[], env: Readonly<Record<string, string>>): string =>
    execFileSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', ...args], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, ...identity, ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const git: Repository['git'] = (...args) => run(args, {});
  git('init', '-q', '-b', 'main');
  const commit: Repository['commit'] = (text, date = '2026-10-01T12:00:00Z') => {
    git('add', '-A');
    run(['commit', '-q', '-m', text], { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date });
    return git('rev-parse', 'HEAD').trim();
  };
  return { cwd, git, commit };
}
