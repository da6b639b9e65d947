import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emitPackageFiles } from '../../src/emit/index.ts';
import type { Agreement } from '../../src/ir/index.ts';
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
