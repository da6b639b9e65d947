// Writes schemas/*.json, the JSON Schemas (draft-07) of the YAML files, which .vscode/settings.json gives to editors.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileSchemas } from '../src/schema/json-schema.ts';

const folder = join(import.meta.dirname, '../schemas');

/** Each file's name with its text. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const files = Object.entries(fileSchemas('draft-07'));
  return new Map(files.map(([kind, schema]) => [`${kind}.json`, `${JSON.stringify(schema, null, 2)}\n`]));
}

if (import.meta.main) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of schemaFiles()) writeFileSync(join(folder, name), text);
}
