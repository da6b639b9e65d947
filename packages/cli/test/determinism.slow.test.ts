import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { northwind } from './fixtures.ts';
import { flags, main } from './spawn.ts';
import { temporaryFolder } from './test-io.ts';

// `npm run determinism` does the same for every output, under three versions of Node.

const shuffled = pathToFileURL(join(import.meta.dirname, '../../../scripts/shuffled.mjs')).href;

/** The engine, as it is built somewhere: each file with its text, and what was found. */
function built(zone: string, language: string, shuffle: number): Readonly<Record<string, string>> {
  const out = join(temporaryFolder(), 'engine');
  const { status, stderr } = spawnSync(
    process.execPath,
    [...flags, `--import=${shuffled}`, main, 'build', 'northwind', '--out', out, '--today', '2026-11-24'],
    {
      cwd: northwind,
      encoding: 'utf8',
      env: { TZ: zone, LANG: language, LC_ALL: language, SHUFFLE: String(shuffle), SMARKETING_CACHE: 'off' },
    },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
  return Object.fromEntries(names.toSorted().map((name) => [name, readFileSync(join(out, name), 'utf8')]));
}

test('an engine is the same in every time zone and language, however the disk lists the files', () => {
  const here = built('UTC', 'C', 1);
  expect(Object.keys(here).length).toBeGreaterThan(8);
  expect(built('Pacific/Kiritimati', 'tr_TR.UTF-8', 2)).toEqual(here);
  expect(built('America/St_Johns', 'de_DE.UTF-8', 3)).toEqual(here);
}, 120_000);
