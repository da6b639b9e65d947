// Writes agreement.schema.json, the JSON Schema of a compiled agreement, from the types in src/ir/types.ts.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';

const root = join(import.meta.dirname, '..');

/** The JSON Schema (draft-07) of a compiled agreement, as text. */
export function irSchema(): string {
  const schema = createGenerator({
    path: join(root, 'src/ir/types.ts'),
    tsconfig: join(root, '../../tsconfig.json'),
    type: 'Agreement',
    skipTypeCheck: true,
  }).createSchema('Agreement');
  return `${JSON.stringify({ title: 'A compiled agreement', ...schema }, null, 2)}\n`;
}

if (import.meta.main) writeFileSync(join(root, 'agreement.schema.json'), irSchema());
