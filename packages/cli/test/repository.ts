import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
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
  const cwd = temporaryFolder();
  cpSync(northwind, cwd, { recursive: true });
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', ...args], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, ...identity },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  git('init', '-q', '-b', 'main');
  const commit = (message: string, date = '2026-10-01T12:00:00Z'): string => {
    git('add', '-A');
    execFileSync(
      'git',
      ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', 'commit', '-q', '-m', message],
      {
        cwd,
        env: { ...process.env, ...identity, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      },
    );
    return git('rev-parse', 'HEAD').trim();
  };
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
