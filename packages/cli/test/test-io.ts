import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { runCli } from '../src/cli.ts';
import type { Io } from '../src/io.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Setting {
  readonly cwd?: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly now?: () => number;
  readonly stopped?: AbortSignal;
  readonly fetch?: typeof fetch;
  readonly sleep?: Io['sleep'];
}

export interface TestIo extends Io {
  readonly written: { stdout: string; stderr: string };
}

export function testIo({
  cwd = '/',
  stdin = '',
  env = {},
  isTTY = false,
  columns = 80,
  now,
  stopped,
  fetch = () => Promise.reject(new Error('tests have no network')),
  sleep = () => Promise.resolve(),
}: Setting = {}): TestIo {
  const written = { stdout: '', stderr: '' };
  const sink = (target: 'stdout' | 'stderr'): Writable =>
    new Writable({
      write(chunk: Buffer, _, done) {
        written[target] += chunk.toString();
        done();
      },
    });
  return {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    isTTY: { stdout: isTTY, stderr: isTTY },
    columns,
    cwd,
    env,
    now: now ?? (() => Date.UTC(2026, 10, 24, 9)),
    fetch,
    sleep,
    ...(stopped && { stopped }),
    peakMemory: () => 64_000_000,
    written,
  };
}

/** Runs a command line in this process. */
export async function run(args: readonly string[], setting: Setting = {}): Promise<Ran> {
  const io = testIo(setting);
  const code = await runCli(args, io);
  return { code, ...io.written };
}

/** A folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'smarketing-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
