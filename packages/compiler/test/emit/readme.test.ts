import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emitPackageFiles } from '../../src/emit/index.ts';
import { everything } from '../ir/everything.ts';
import { corners, smallest } from './corners.ts';
import { generate } from './engines.ts';

it.each([
  ['everything', everything],
  ['corners', corners],
  ['smallest', smallest],
])('the README of %s has examples that print what they say', async (_, agreement) => {
  const { folder } = await generate(agreement);
  const { readme } = emitPackageFiles(agreement, { packageName: '@acme/engine' });
  const examples = [...readme.text.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => code);
  for (const example of examples) {
    const said = [...example.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, words]) => words);
    const code = example
      .replace("'@acme/engine'", "'./generated/index.js'")
      .replace("'@acme/engine/batch'", "'./generated/batch.js'");
    writeFileSync(join(folder, 'example.js'), code);
    const printed = execFileSync(process.execPath, [join(folder, 'example.js')], { encoding: 'utf8' });
    expect(said.length).toBeGreaterThan(0);
    expect(printed.trim().split('\n')).toEqual(said);
  }
  expect(examples.length).toBeGreaterThan(agreement === everything ? 2 : 1);
});

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
