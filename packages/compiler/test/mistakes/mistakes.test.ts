import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile, formatDiagnostic, readAgreementFolder } from '@smarketing/compiler';
import { describe, expect, onTestFinished, test } from 'vitest';

// What people do who write YAML for the first time. `said.txt` is all that is printed; `UPDATE_MISTAKES=1` writes it anew: read
// each as somebody who runs a sales team.

const here = import.meta.dirname;
const base = join(here, '../broken/base');
const cases = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** The base on a disk, with a case's files in place of its own; `x.yaml.removed` takes `x.yaml` away. */
function folderOf(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'mistake-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const from of [base, join(here, name)]) cpSync(from, folder, { recursive: true });
  rmSync(join(folder, 'said.txt'), { force: true });
  for (const file of readdirSync(folder).filter((one) => one.endsWith('.removed'))) {
    rmSync(join(folder, file));
    rmSync(join(folder, file.slice(0, -'.removed'.length)));
  }
  return folder;
}

/** What is printed; of one mistake no more than one thing is said. */
function said(name: string): string {
  const [read = [], unread] = readAgreementFolder(folderOf(name));
  const sources = read.map((source) => ({ ...source, path: `agreements/ours/${source.name}` }));
  const found = unread.length > 0 ? unread : compile(sources, { name: 'ours', today: '2026-11-22' })[1];
  expect(found.length).toBeLessThan(2);
  const options = { color: false, folder: 'agreements/ours' };
  return found.map((diagnostic) => `${formatDiagnostic(diagnostic, sources, options)}\n`).join('\n');
}

describe('a mistake is told in a way that anybody can act on', () => {
  test.each(cases)('%s', (name) => {
    const file = join(here, name, 'said.txt');
    const text = said(name);
    if (process.env['UPDATE_MISTAKES']) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});
