import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { irSchema } from '../scripts/ir-schema.ts';
import { compile, readAgreementFolder } from '../src/index.ts';

const root = join(import.meta.dirname, '../../..');
const committed = readFileSync(join(import.meta.dirname, '../agreement.schema.json'), 'utf8');

describe('agreement.schema.json', () => {
  test('is what the types say', () => {
    expect(irSchema()).toBe(committed);
  });

  test.each(['starter', 'acme'])('holds for the compiled agreement %s', (name) => {
    const validate = new Ajv({ strict: false }).compile(JSON.parse(committed) as object);
    const [sources = []] = readAgreementFolder(join(root, 'agreements', name));
    const [agreement] = compile(sources, { name, today: '2026-11-22' });
    validate(JSON.parse(JSON.stringify(agreement)));
    expect(validate.errors).toBeNull();
  });
});
