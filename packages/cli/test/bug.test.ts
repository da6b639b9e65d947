import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { runCli } from '../src/cli.ts';
import { testIo } from './test-io.ts';

/** A run in which writing results fails in a way that nobody foresaw. */
async function fail(env: Record<string, string>): Promise<{ code: number; stderr: string }> {
  const io = testIo({ env });
  const stdout = new Writable();
  stdout.write = () => {
    throw new TypeError('wheels came off\nsecond line');
  };
  const code = await runCli(['explain', 'unknown-option'], { ...io, stdout });
  return { code, stderr: io.written.stderr };
}

describe('an unexpected exception', () => {
  test('says that it is ours, in one line, and how to report it', async () => {
    const { code, stderr } = await fail({});
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^This is a bug in smarketing \d\S*, not in your files: TypeError: wheels came off\n {2}.*issues\n$/,
    );
  });

  test('shows its stack with SMARKETING_DEBUG=1', async () => {
    expect((await fail({ SMARKETING_DEBUG: '1' })).stderr).toContain('    at ');
  });
});
