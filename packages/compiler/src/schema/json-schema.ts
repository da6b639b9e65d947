import { z } from 'zod';
import { type FileKind, fileKinds, fileShapes, mappingFile } from './files.ts';

/** The drafts of JSON Schema that can be had: the newest, and the one that editors of YAML read. */
export type Draft = '2020-12' | 'draft-07';

/** The kinds of YAML file that people write. */
export type SchemaKind = FileKind | 'mappings';

/** A JSON Schema as plain JSON. */
export interface FileSchema extends Readonly<Record<string, unknown>> {
  readonly $schema: string;
  readonly $id: string;
}

export const schemaKinds: readonly SchemaKind[] = [...fileKinds, 'mappings'];

const targets = { '2020-12': 'draft-2020-12', 'draft-07': 'draft-7' } as const;

/**
 * One JSON Schema per kind of YAML file, for editors: made from the shapes that the compiler checks, and never stricter than
 * they are. What depends on other keys or files is left to the compiler.
 */
export function fileSchemas(draft: Draft): Readonly<Record<SchemaKind, FileSchema>> {
  return Object.fromEntries(schemaKinds.map((kind) => [kind, fileSchema(kind, draft)])) as Record<
    SchemaKind,
    FileSchema
  >;
}

function fileSchema(kind: SchemaKind, draft: Draft): FileSchema {
  const shape = kind === 'mappings' ? mappingFile : fileShapes[kind];
  const { $schema, title, description, required, ...rest } = z.toJSONSchema(shape, {
    target: targets[draft],
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      keepExamples(zodSchema, jsonSchema);
      spellOutKeys(jsonSchema);
    },
  });
  // Of a kind that may be split into several files, each has some of the keys only.
  const always = kind === 'mappings' ? { required } : {};
  return { $schema: String($schema), $id: address(kind, draft), title, description, ...rest, ...always };
}

/** `1` is the version of the language, as in `smarketing: 1`. */
function address(kind: SchemaKind, draft: Draft): string {
  return `https://smarketing.dev/schema/1/${draft}/${kind}.json`;
}

/** zod leaves out the examples of what it transforms; ours are of what people write. */
function keepExamples(shape: z.core.$ZodType, schema: z.core.JSONSchema.BaseSchema): void {
  const examples = z.globalRegistry.get(shape)?.['examples'];
  if (Array.isArray(examples)) schema.examples = examples;
}

/** Editors offer keys that are given words only where they stand as properties. */
function spellOutKeys(schema: z.core.JSONSchema.BaseSchema): void {
  const { propertyNames, additionalProperties = {} } = schema;
  const words = typeof propertyNames === 'object' ? propertyNames.enum : undefined;
  if (!words) return;
  schema.properties = Object.fromEntries(words.map((word) => [word, additionalProperties]));
  schema.additionalProperties = false;
  delete schema.propertyNames;
}
