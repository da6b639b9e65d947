import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { northwind } from '../fixtures.ts';
import { run } from '../test-io.ts';

// mount -t tmpfs -o size=1m tmpfs /mnt/small && DISK=/mnt/small npx vitest run --project slow packages/cli/test/files
const disk = process.env['DISK'] ?? '';
const reason = disk === '' ? ' (skipped: DISK names no folder on a small disk)' : '';
const filler = join(disk, 'filler');
afterAll(() => {
  if (disk !== '') for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true });
});

function filesOf(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const files = paths.filter((path) => path !== 'filler' && statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** Leaves no byte free. */
function fill(): void {
  for (const size of [1 << 16, 1 << 12, 1]) {
    try {
      for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
}

test.skipIf(reason !== '')(
  `a disk that is really full keeps what is on it${reason}`,
  async () => {
    const out = (name: string): string => join(disk, name);
    const leads = '{"id":"1","created_at":"2026-11-20T09:00:00Z","country":"de"}';
    const commands = [
      ['build', 'northwind', '--out', out('engine')],
      ['schema', '--out', out('schemas')],
      ['init', out('ours')],
      ['decide', '-', '--agreement', 'northwind', '--as-of', '2026-11-24', '--out', out('decisions.csv')],
    ];
    const [build = []] = commands;
    expect(await run(build, { cwd: northwind })).toMatchObject({ code: 0 });
    const before = filesOf(disk);
    fill();
    for (const command of commands) {
      const { code, stderr } = await run(command, { cwd: northwind, stdin: leads });
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: expect.stringContaining('the disk is full (ENOSPC).\n'),
      });
      expect(filesOf(disk)).toEqual(before);
    }
    rmSync(filler);
    expect(await run(build, { cwd: northwind })).toMatchObject({ code: 0 });
    expect(filesOf(disk)).toEqual(before);
  },
  120_000,
);
