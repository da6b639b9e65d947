import { z } from 'zod';
import { type FileKind, fileKinds, fileShapes, mappingFile } from './files.ts';

/** The drafts of JSON Schema that can be had: the newest, and the one that editors of YAML read. */
export type Draft = '2020-12' | 'draft-07';

/** The kinds of YAML file that people write. */
export type SchemaKind = FileKind | 'mappings';

type JsonSchema = z.core.JSONSchema.BaseSchema;

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
  const whole = z.toJSONSchema(shape, {
    target: targets[draft],
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      keepExamples(zodSchema, jsonSchema);
      spellOutKeys(jsonSchema);
      nameMappings(jsonSchema);
    },
  });
  const { $schema, title, description, ...rest } = kind === 'mappings' ? whole : partOf(whole);
  return { $schema: String($schema), $id: address(kind, draft), title, description, ...rest };
}

/** `1` is the version of the language, as in `smarketing: 1`. */
function address(kind: SchemaKind, draft: Draft): string {
  return `urn:smarketing:schema:1:${draft}:${kind}`;
}

/** A file may be split, and its top-level mappings and lists with it: what must be there may be in another part. */
function partOf(whole: JsonSchema): JsonSchema {
  const parts = Object.entries(whole.properties ?? {}).map(
    ([key, value]) => [key, typeof value === 'boolean' ? value : withoutDemands(value)] as const,
  );
  return { ...withoutDemands(whole), properties: Object.fromEntries(parts) };
}

function withoutDemands(schema: JsonSchema): JsonSchema {
  const { required: _, minItems: __, ...rest } = schema;
  return rest;
}

/** zod leaves out the examples of what it transforms; ours are of what people write. */
function keepExamples(shape: z.core.$ZodType, schema: JsonSchema): void {
  const examples = z.globalRegistry.get(shape)?.['examples'];
  if (Array.isArray(examples)) schema.examples = examples;
}

/** Editors offer keys that are given words only where they stand as properties. */
function spellOutKeys(schema: JsonSchema): void {
  const { propertyNames, additionalProperties = {} } = schema;
  const words = typeof propertyNames === 'object' ? propertyNames.enum : undefined;
  if (!words) return;
  schema.properties = Object.fromEntries(words.map((word) => [word, additionalProperties]));
  schema.additionalProperties = false;
  delete schema.propertyNames;
}

/** Editors call a choice by its title, or else `object(sla.yaml)`, which says nothing. */
function nameMappings(schema: JsonSchema): void {
  for (const choice of schema.anyOf ?? []) {
    if (typeof choice === 'boolean' || choice.type !== 'object' || choice.title !== undefined) continue;
    const keys = Object.keys(choice.properties ?? { 'name: value': {} });
    choice.title = `{ ${[...keys.slice(0, 3), ...(keys.length > 3 ? ['…'] : [])].join(', ')} }`;
  }
}
