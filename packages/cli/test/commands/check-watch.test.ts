import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { runCli } from '../../src/cli.ts';
import { changedNorthwind } from '../fixtures.ts';
import { run, testIo } from '../test-io.ts';

test('checks again after each change, and tells what is so now', { timeout: 20_000 }, async () => {
  const cwd = changedNorthwind('funnel.yaml');
  const stop = new AbortController();
  const io = testIo({ cwd, stopped: stop.signal });
  const ended = runCli(['check', '--watch'], io);
  const checks = (): number => io.written.stdout.split('Waiting for a change').length - 1;
  const until = (count: number) => vi.waitFor(() => expect(checks()).toBeGreaterThanOrEqual(count), 15_000);
  await until(1);
  expect(io.written.stdout).toMatch(/^✓ /);

  const scoring = join(cwd, 'agreements/northwind/scoring.yaml');
  const before = readFileSync(scoring, 'utf8');
  writeFileSync(scoring, before.replace('country:', 'contry:'));
  await vi.waitFor(() => expect(io.written.stderr).toContain('Did you mean `country`?'), 15_000);

  const seen = checks();
  writeFileSync(scoring, before);
  await vi.waitFor(() => expect(io.written.stdout.split('✓ ').length - 1).toBe(2), 15_000);
  expect(checks()).toBeGreaterThan(seen);
  stop.abort();
  expect(await ended).toBe(0);
});

test('sees files and folders that are replaced', { timeout: 30_000 }, async () => {
  const cwd = changedNorthwind('funnel.yaml');
  const stop = new AbortController();
  const io = testIo({ cwd, stopped: stop.signal });
  const ended = runCli(['check', '--watch'], io);
  const ends = (target: 'stdout' | 'stderr', text: string, count: number) =>
    vi.waitFor(() => expect(io.written[target].split(text).length - 1).toBe(count), 15_000);
  await ends('stdout', '✓ ', 1);

  const scoring = join(cwd, 'agreements/northwind/scoring.yaml');
  const before = readFileSync(scoring, 'utf8');
  const replace = (text: string): void => {
    rmSync(scoring);
    writeFileSync(scoring, text);
  };
  for (const round of [1, 2]) {
    const next = join(cwd, `agreements/northwind/.scoring-${round}`);
    writeFileSync(next, before.replace('country:', 'contry:'));
    renameSync(next, scoring);
    await ends('stderr', 'Did you mean `country`?', round);
    replace(before);
    await ends('stdout', '✓ ', 1 + round);
  }

  renameSync(join(cwd, 'agreements'), join(cwd, 'elsewhere'));
  await ends('stderr', 'There is no agreement here', 1);
  renameSync(join(cwd, 'elsewhere'), join(cwd, 'agreements'));
  await ends('stdout', '✓ ', 4);
  replace(before.replace('country:', 'contry:'));
  await ends('stderr', 'Did you mean `country`?', 3);
  stop.abort();
  expect(await ended).toBe(1);
});

test('sees agreements that come and go', { timeout: 30_000 }, async () => {
  const cwd = changedNorthwind('funnel.yaml');
  const stop = new AbortController();
  const io = testIo({ cwd, stopped: stop.signal });
  const ended = runCli(['check', '--watch'], io);
  const told = (text: string, count: number) =>
    vi.waitFor(() => expect(io.written.stdout.split(text).length - 1).toBe(count), 15_000);
  await told('✓ agreements/northwind', 1);
  const second = join(cwd, 'agreements/second');
  cpSync(join(cwd, 'agreements/northwind'), second, { recursive: true });
  await told('✓ agreements/second', 1);
  writeFileSync(join(second, 'scoring.yaml'), 'scores: 1\n');
  await told('✗ agreements/second', 1);
  rmSync(second, { recursive: true });
  await told('✓ agreements/northwind', 4);
  stop.abort();
  expect(await ended).toBe(0);
});

test('is for people', async () => {
  const { code, stderr } = await run(['check', '--watch', '--format', 'json']);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'error: --watch does not go with --format json.\n  Leave one of them out.\n',
  });
});
