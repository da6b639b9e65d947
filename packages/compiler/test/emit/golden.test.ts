import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emitEngine, emitPackageFiles } from '../../src/emit/index.ts';
import { validatorSchema } from '../../src/emit/json-schema/lead.ts';
import { validatorCode } from '../../src/emit/json-schema/validator.ts';
import { everything } from '../ir/everything.ts';
import { corners, smallest } from './corners.ts';

/** What people read of an engine; the rest is made of these. */
const read = [
  'engine.ts',
  'batch.ts',
  'index.d.ts',
  'batch.d.ts',
  'lead.schema.json',
  'decision.schema.json',
  'explanation.schema.json',
];

/** All that is the agreement's own: of what every engine brings, only the names. */
function own(text: string): string {
  const [before = '', after] = text.split(/(?<=^\/\/ -- What every (?:engine|batch) brings -*\n)/m);
  const names = after?.match(/^(?:export )?(?:async )?(?:function\*?|const|let|interface|type|class) \w+/gm);
  return names ? `${before}\n${names.join('\n')}\n` : text;
}

describe.each(Object.entries({ everything, corners, smallest }))('what is made of %s', (name, agreement) => {
  const golden = (file: string): string => join(import.meta.dirname, 'golden', name, `${file}.golden`);

  test('is what it was: a diff of these files shows what a change does to engines', async () => {
    const files = new Map(
      (await emitEngine(agreement, { packageName: '@acme/engine' })).map(({ path, text }) => [path, text]),
    );
    for (const file of read)
      await expect(own(files.get(`generated/${file}`) ?? '')).toMatchFileSnapshot(golden(file));
    const { readme, manifest } = emitPackageFiles(agreement, { packageName: '@acme/engine' });
    for (const { path, text } of [readme, manifest]) await expect(text).toMatchFileSnapshot(golden(path));
    const schema = JSON.stringify(validatorSchema(agreement), null, 2);
    await expect(schema).toMatchFileSnapshot(golden('validator.schema.json'));
    const validator = (await validatorCode(agreement)).replaceAll(';', ';\n');
    await expect(validator).toMatchFileSnapshot(golden('validate.js'));
  });
});
