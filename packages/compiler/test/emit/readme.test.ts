import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compile } from '@smarketing/compiler';
import { expect, it } from 'vitest';
import { fence } from '../../src/emit/docs/fence.ts';
import { emitPackageFiles } from '../../src/emit/index.ts';
import type { Agreement } from '../../src/ir/index.ts';
import { options, overlay } from '../broken/cases.ts';
import { agreement, field } from '../ir/agreements.ts';
import { everything } from '../ir/everything.ts';
import { corners, smallest } from './corners.ts';
import { generate, strictest } from './engines.ts';

const tsc = join(createRequire(import.meta.url).resolve('@typescript/native/package.json'), '../bin/tsc');

it.each([
  ['everything', everything],
  ['corners', corners],
  ['smallest', smallest],
])('the README of %s has examples that print what they say', async (_, agreement) => {
  const { folder } = await generate(agreement);
  const examples = examplesOf(agreement);
  for (const code of examples) {
    const said = [...code.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, words]) => words);
    writeFileSync(join(folder, 'example.js'), code);
    const printed = execFileSync(process.execPath, [join(folder, 'example.js')], { encoding: 'utf8' });
    expect(said.length).toBeGreaterThan(0);
    expect(printed.trim().split('\n')).toEqual(said);
  }
  expect(examples.length).toBeGreaterThan(agreement === everything ? 2 : 1);
});

it('has examples that the strictest compiler takes', async () => {
  const { folder } = await generate(everything);
  for (const [index, code] of examplesOf(everything).entries())
    writeFileSync(join(folder, `example${index}.ts`), code);
  const compilerOptions = { ...strictest, lib: ['es2024', 'dom'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['example*.ts'] }));
  const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
  expect([stdout, status]).toEqual(['', 0]);
}, 60_000);

/** The programs of a README, with the engine beside them. */
function examplesOf(agreement: Agreement): readonly string[] {
  const { readme } = emitPackageFiles(agreement, { packageName: '@acme/engine' });
  return Array.from(readme.text.matchAll(/```js\n([\s\S]*?)```/g), ([, code = '']) =>
    code
      .replace("'@acme/engine'", "'./generated/index.js'")
      .replace("'@acme/engine/batch'", "'./generated/batch.js'"),
  );
}

it('names every field, event, stage and grade', () => {
  const { readme, manifest } = emitPackageFiles(everything, { packageName: '@acme/engine' });
  const ids = [...everything.fields, ...everything.events, ...everything.stages].map(({ id }) => id);
  for (const id of [...ids, ...(everything.grades?.order ?? [])]) expect(readme.text).toContain(`\`${id}\``);
  expect(readme.text).toContain(everything.hash);
  expect(JSON.parse(manifest.text)).toMatchObject({
    name: '@acme/engine',
    type: 'module',
    files: ['generated', 'CHANGELOG.md'],
  });
});

const waits = `examples:
  - id: nobody_calls
    says: A lead that nobody calls.
    as_of: 2026-12-22T10:00:00+01:00
    lead: { seniority: vp, employees: 120, account_owner: ann }
    events: [{ event: entered_mql, at: 20 days ago }, { event: sales_accepted, at: 18 days ago }]
    expect: { stage: sql }
`;

it('shows the first ten steps of a promise that has more', () => {
  const files = overlay(new Map([['examples/waits.yaml', waits]]));
  const [agreement] = compile(
    files.map(({ text, ...file }) => ({ ...file, text: text.replace('within: 1 hour', 'within: 30 hours') })),
    { ...options, proofs: false },
  );
  const { readme } = emitPackageFiles(agreement as Agreement, { packageName: '@acme/engine' });
  expect(readme.text.match(/promise\?\.steps\[\d+\]/g)).toHaveLength(10);
});

it('says what a field means and how far its numbers go', () => {
  const fields = [
    field('staff', 'decimal', {
      label: 'Staff',
      means: 'Who works there',
      min: 5,
      max: 25,
      unit: 'a|b',
    }),
    field('note', 'text', { label: 'Note' }),
  ];
  const { readme } = emitPackageFiles(agreement({ fields }), { packageName: 'an-engine' });
  expect(readme.text).toMatch(
    /`staff` +\| number with at most 1 decimal, 0\.5 to 2\.5 a&#124;b +\| +\| Staff: Who works there +\|/,
  );
  expect(readme.text).toMatch(/`note` +\| text of at most 50 characters +\| +\| Note +\|/);
});

it('cannot end a block of code with a backtick', () => {
  expect(fence('js', 'a ```\nb')).toBe('```js\na \\u0060\\u0060\\u0060\nb\n```');
});
