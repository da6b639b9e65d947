import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Ran } from './test-io.ts';

export const main: string = join(import.meta.dirname, '../src/main.ts');
export const flags: readonly string[] = ['--conditions=@smarketing/source'];

export interface Start {
  readonly cwd: string;
  /** Flags for Node. */
  readonly flags?: readonly string[];
}

/** Runs the program in a process of its own. */
export async function smarketing(args: readonly string[], start: Start): Promise<Ran> {
  const started = spawn(process.execPath, [...flags, ...(start.flags ?? []), main, ...args], {
    cwd: start.cwd,
    env: { ...process.env, NO_COLOR: '1' },
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(started.stdout),
    text(started.stderr),
    once(started, 'close') as Promise<[number]>,
  ]);
  return { code, stdout, stderr };
}
