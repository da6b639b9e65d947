import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { northwind } from './fixtures.ts';
import { run, temporaryFolder } from './test-io.ts';

interface Packed {
  readonly filename: string;
  readonly integrity: string;
  readonly files: readonly { readonly path: string }[];
}

/** Builds an engine in a folder of its own, and packs it as it would be published. */
async function pack(): Promise<{ readonly folder: string; readonly packed: Packed }> {
  const folder = temporaryFolder();
  await run(['build', 'northwind', '--out', folder], { cwd: northwind });
  copyFileSync(join(import.meta.dirname, '../../../LICENSE'), join(folder, 'LICENSE'));
  mkdirSync(join(folder, 'out'));
  const args = ['pack', '--json', '--offline', '--ignore-scripts', '--pack-destination', 'out'];
  const told = execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  const [packed] = Object.values(JSON.parse(told) as Record<string, Packed>);
  if (packed === undefined) throw new Error('npm packed nothing');
  return { folder, packed };
}

test(
  'an engine packs to the same bytes again, and to nothing but its own files',
  { timeout: 60_000 },
  async () => {
    const [one, two] = [await pack(), await pack()];
    expect(one.packed.integrity).toBe(two.packed.integrity);
    const [first, second] = [one, two].map(({ folder, packed }) =>
      readFileSync(join(folder, 'out', packed.filename)),
    );
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
    expect(one.packed.files.map(({ path }) => path).toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'generated/agreement.json',
      'generated/batch.d.ts',
      'generated/batch.js',
      'generated/batch.ts',
      'generated/decision.schema.json',
      'generated/engine.ts',
      'generated/explanation.schema.json',
      'generated/index.d.ts',
      'generated/index.js',
      'generated/index.js.map',
      'generated/lead.schema.json',
      'generated/validate.d.ts',
      'generated/validate.js',
      'package.json',
    ]);
    for (const { path } of one.packed.files) {
      const text = readFileSync(join(one.folder, path), 'utf8');
      for (const place of [one.folder, tmpdir(), homedir(), northwind, process.cwd()])
        expect(text.includes(`${place}/`), `${place} in ${path}`).toBe(false);
    }
  },
);
