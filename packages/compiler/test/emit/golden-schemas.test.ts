import { expect, test } from 'vitest';
import { emitEngine } from '../../src/emit/index.ts';
import { validatorSchema } from '../../src/emit/json-schema/lead.ts';
import { validatorCode } from '../../src/emit/json-schema/validator.ts';
import { agreements, golden } from './golden.ts';

const read = ['index.d.ts', 'lead.schema.json', 'decision.schema.json', 'explanation.schema.json'];

test.each(agreements)('the types and schemas of %s are what they were', async (name, agreement) => {
  const made = await emitEngine(agreement, { packageName: '@acme/engine' });
  const files = new Map(made.map(({ path, text }) => [path, text]));
  for (const file of read)
    await expect(files.get(`generated/${file}`)).toMatchFileSnapshot(golden(name, file));
  const schema = JSON.stringify(validatorSchema(agreement), null, 2);
  await expect(schema).toMatchFileSnapshot(golden(name, 'validator.schema.json'));
  const validator = (await validatorCode(agreement)).replaceAll(';', ';\n');
  await expect(validator).toMatchFileSnapshot(golden(name, 'validate.js'));
});
