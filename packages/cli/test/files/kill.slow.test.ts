import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { changedNorthwind } from '../fixtures.ts';
import { flags, main } from '../spawn.ts';
import { temporaryFolder } from '../test-io.ts';

// KILLS=300 npx vitest run --project slow packages/cli/test/files
const kills = Number(process.env['KILLS'] ?? 6);
const preload = `--import=${new URL('killed.ts', import.meta.url).href}`;
const ready = '.smarketing-ready';

type Files = Readonly<Record<string, string>>;

/** Every file with its text; the package.json is the author's from the first build on. */
function filesOf(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const files = paths.filter((path) => path !== 'package.json' && statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** One of two versions of an agreement, and where its checks are remembered. */
interface Version {
  readonly cwd: string;
  readonly cache: string;
}

interface Death {
  /** At the call of the disk of this number, counted from the start, or from where a complete set gets its name. */
  readonly at?: number;
  readonly from?: 'start' | 'ready';
  /** So many milliseconds after the start. */
  readonly after?: number;
}

/** Builds into a folder, or dies of it; whether it came to its end. */
async function build(
  { cwd, cache }: Version,
  out: string,
  { at, from, after }: Death = {},
): Promise<boolean> {
  const dies = at === undefined ? [] : [preload];
  const child = spawn(process.execPath, [...flags, ...dies, main, 'build', 'northwind', '--out', out], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', SMARKETING_CACHE: cache, KILL_AT: String(at), KILL_FROM: from },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const timer = new AbortController();
  if (after !== undefined) {
    void later(after, undefined, { signal: timer.signal }).then(
      () => child.kill('SIGKILL'),
      () => undefined,
    );
  }
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  timer.abort();
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`a build ended with ${code ?? signal}`);
  return code === 0;
}

/** Which version stands in a folder: one of them, `none`, `waiting` in a complete set, or `mixed`. */
function standing(out: string, versions: readonly Files[]): string {
  if (existsSync(join(out, ready))) return 'waiting';
  const found = Object.entries(filesOf(out)).filter(([path]) => !path.includes('.smarketing'));
  if (found.length === 0) return 'none';
  const of = JSON.stringify(found);
  const index = versions.findIndex((files) => JSON.stringify(Object.entries(files)) === of);
  return index === -1 ? 'mixed' : `version ${index}`;
}

/** The folder of the engine alone, which others import: a whole version, or not there for a moment. */
function standingEngine(out: string, versions: readonly Files[]): string {
  const folder = join(out, 'generated');
  if (!existsSync(folder)) return 'none';
  const text = JSON.stringify(filesOf(folder));
  const isWhole = versions.some((files) => {
    const inside = Object.entries(files).filter(([path]) => path.startsWith('generated/'));
    const names = inside.map(([path, file]) => [path.slice('generated/'.length), file]);
    return JSON.stringify(Object.fromEntries(names)) === text;
  });
  return isWhole ? 'whole' : 'mixed';
}

async function twoVersions(): Promise<{
  versions: readonly Version[];
  wanted: readonly Files[];
  ms: number;
}> {
  const cache = temporaryFolder();
  const versions = [
    changedNorthwind('scoring.yaml'),
    changedNorthwind('agreement.yaml', ['Northwind', 'Southwind']),
  ].map((cwd) => ({ cwd, cache }));
  const wanted: Files[] = [];
  let ms = 0;
  for (const version of versions) {
    const out = join(temporaryFolder(), 'engine');
    await build(version, out); // remembers the proofs
    const started = performance.now();
    await build(version, out);
    ms = performance.now() - started;
    wanted.push(filesOf(out));
  }
  return { versions, wanted, ms };
}

/** More often than a build calls the disk. */
const calls = 60;

/** Where builds die: a few where names change; of many some at every call, the rest at any time. */
function* deaths(ms: number): Generator<Death> {
  for (let number = 0; number < kills; number++) {
    if (kills < calls) yield { at: 1 + number, from: 'ready' };
    else
      yield number < 2 * calls
        ? { at: 1 + (number >> 1), from: 'start' }
        : { after: Math.random() * ms * 1.1 };
  }
}

/** The next build of a copy leaves one version, whole, and nothing else. */
async function expectRepaired(out: string, version: Version, wanted: Files): Promise<void> {
  const copy = join(temporaryFolder(), 'engine');
  cpSync(out, copy, { recursive: true });
  expect(await build(version, copy)).toBe(true);
  expect(filesOf(copy)).toEqual(wanted);
  expect(readdirSync(copy).toSorted()).toEqual(['README.md', 'generated', 'package.json']);
}

test(`of ${kills} builds that are killed, none leaves a mixture, and the next one repairs what is left`, async () => {
  const { versions, wanted, ms } = await twoVersions();
  expect(wanted[0]).not.toEqual(wanted[1]);
  const out = join(temporaryFolder(), 'engine');
  mkdirSync(out);
  const seen: Record<string, number> = {};
  let turn = 0;
  for (const death of deaths(ms)) {
    turn += 1;
    const ended = await build(versions[turn % 2]!, out, death);
    const now = ended ? 'ended' : standing(out, wanted);
    seen[now] = (seen[now] ?? 0) + 1;
    expect({ death, now }).not.toMatchObject({ now: 'mixed' });
    expect({ death, engine: standingEngine(out, wanted) }).not.toMatchObject({ engine: 'mixed' });
    if (now === 'waiting') await expectRepaired(out, versions[0]!, wanted[0]!);
    if (turn % 10 === 0) await expectRepaired(out, versions[1]!, wanted[1]!);
  }
  expect(Object.keys(seen)).toContain('waiting');
  process.stdout.write(`${kills} builds killed: ${JSON.stringify(seen)}\n`);
}, 3_600_000);
