import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  compile,
  type Diagnostic,
  hasErrors,
  readAgreementFolder,
  type SourceFile,
} from '@smarketing/compiler';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../test-io.ts';
import { engineProblems, reportProblems } from './outputs.ts';
import { hostileStrings } from './strings.ts';
import { textFields, withTexts } from './text-fields.ts';

// STRINGS=blns.json AGREEMENT=acme npx vitest run --project slow packages/cli/test/hostile
const root = join(import.meta.dirname, '../../../..');
const strings = hostileStrings();
const name = process.env['AGREEMENT'] ?? 'starter';
const [sources = []] = readAgreementFolder(join(root, 'agreements', name));
const options = { name, today: '2026-11-24', proofs: false };
/** So many generated engines are handed to the TypeScript compiler at once. */
const batch = 20;

/** Every field with a text in this agreement, of those in which the schemas allow any. */
const everywhere = new Set<string>();
withTexts(sources, (written, field) => {
  everywhere.add(field);
  return written;
});

/** Fields that take any words: those that hold names, zones or columns do not. */
const open = new Set<string>();

function poisoned(text: string, fields: ReadonlySet<string>): SourceFile[] {
  return withTexts(sources, (written, field) => {
    if (!fields.has(field)) return written;
    return field.startsWith('mappings/') ? `${text} ${written}` : text;
  });
}

/** Columns are told apart by their names, and are named in several places. */
function isColumn(field: string): boolean {
  return (
    field.startsWith('mappings/') &&
    /columns|column$|id$|created_at|\/at$|times|ignore|fields\/…$|properties\/…$/.test(field)
  );
}

beforeAll(() => {
  for (const field of everywhere) {
    const alone = new Set([field]);
    if (isColumn(field)) continue;
    if (!hasErrors(compile(poisoned('Any words at all', alone), options)[1])) open.add(field);
  }
}, 3_600_000);

function isInside({ span }: Diagnostic, files: readonly SourceFile[]): boolean {
  const lines = files.find((file) => file.name === span.file)?.text.split('\n');
  return lines !== undefined && span.line >= 1 && span.end_line <= lines.length;
}

/** Inside the project, so that generated engines are modules as anywhere. */
const engines = join(root, 'node_modules/.cache/smarketing-hostile', String(process.pid));
afterAll(() => rmSync(engines, { recursive: true, force: true }), 300_000);

describe('every hostile text in every field that takes one', () => {
  const built: string[] = [];
  let refused = 0;

  test.each(strings.map((text, index) => ({ text, index })))(
    '$index $text',
    async ({ text, index }) => {
      const files = poisoned(text, open);
      const [agreement, found] = compile(files, options);
      const errors = found.filter(({ severity }) => severity === 'error');
      expect(errors.filter((error) => !isInside(error, files))).toEqual([]);
      expect(agreement === undefined).toBe(errors.length > 0);
      if (!agreement) refused += 1;
      const folder = join(engines, String(index));
      mkdirSync(folder, { recursive: true });
      const problems = agreement ? await engineProblems(agreement, folder) : [];
      if (agreement) built.push(folder);
      expect(problems).toEqual([]);
      expect(await reportProblems(folder, poisoned(text, everywhere))).toEqual([]);
    },
    120_000,
  );

  test('becomes engines that the TypeScript compiler takes', () => {
    for (let from = 0; from < built.length; from += batch) {
      const paths = built
        .slice(from, from + batch)
        .flatMap((folder) => ['engine.ts', 'index.d.ts'].map((file) => join(folder, 'generated', file)));
      const flags = [
        '--ignoreConfig',
        '--noEmit',
        '--strict',
        '--target',
        'es2024',
        '--module',
        'nodenext',
        '--types',
        'node',
      ];
      const { stdout, status } = spawnSync(join(root, 'node_modules/.bin/tsc'), [...flags, ...paths], {
        encoding: 'utf8',
      });
      expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
    }
    process.stdout.write(
      `${strings.length} texts in ${open.size} fields that take any words (${everywhere.size} of ${textFields().size} have a text): ${refused} refused, ${built.length} engines\n`,
    );
    expect(built.length + refused).toBe(strings.length);
    expect(built.length).toBeGreaterThan(strings.length / 2);
  }, 3_600_000);
});

test('in leads, comes out of decide as the text it is, and as no formula', async () => {
  const kept = strings.filter((text) => text.trim() !== '' && text.length <= 200 && text.isWellFormed());
  const leads = kept.map((text, at) =>
    JSON.stringify({ id: `${at} ${text}`, created_at: '2026-11-20T09:00:00Z' }),
  );
  const args = ['decide', '-', '--agreement', 'northwind', '--as-of', '2026-11-24T10:00:00Z'];
  const cwd = join(import.meta.dirname, '../fixtures/northwind');
  const stdin = leads.map((lead) => `${lead.slice(0, -1)},"country":"de"}`).join('\n');
  const { stdout, stderr } = await run(args, { cwd, stdin });
  const rows = parse(stdout);
  const ids = rows.slice(1).map(([id]) => id ?? '');
  const count = Number(/([\d,]+) leads? decided/.exec(stderr)?.[1]?.replaceAll(',', ''));
  expect(ids).toHaveLength(count);
  expect(count).toBeGreaterThan(kept.length / 2);
  expect(rows.flat().filter((cell) => /^[=+@]|^-(?!\d)/.test(cell))).toEqual([]);
});
