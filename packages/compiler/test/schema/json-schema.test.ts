import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob, relative } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { schemaFiles } from '../../scripts/file-schemas.ts';
import { parse } from '../../src/parse/parse.ts';
import { fileShapes, mappingFile } from '../../src/schema/files.ts';
import { type Draft, fileSchemas, type SchemaKind, schemaKinds } from '../../src/schema/json-schema.ts';

const root = join(import.meta.dirname, '../../../..');
const options = {
  strict: true,
  allowUnionTypes: true,
  allErrors: true,
  keywords: ['patternErrorMessage'], // of editors
};
const ajvs = { '2020-12': new Ajv2020(options), 'draft-07': new Ajv(options) };
const drafts = ['2020-12', 'draft-07'] as const;

const schemas = { '2020-12': fileSchemas('2020-12'), 'draft-07': fileSchemas('draft-07') };
const validators = { '2020-12': compiled('2020-12'), 'draft-07': compiled('draft-07') };

function compiled(draft: Draft): Readonly<Record<SchemaKind, ValidateFunction>> {
  const entries = schemaKinds.map((kind) => [kind, ajvs[draft].compile(schemas[draft][kind])]);
  return Object.fromEntries(entries) as Record<SchemaKind, ValidateFunction>;
}

/** What is wrong with a file, in the words of ajv; none when nothing is. */
function errors(kind: SchemaKind, draft: Draft, data: unknown): readonly string[] {
  const validate = validators[draft][kind];
  if (validate(data)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** `agreements/acme/scoring/fit.yaml` is of the kind `scoring`. */
function kindOf(path: string): SchemaKind | undefined {
  return schemaKinds.find((kind) => path.includes(`/${kind}/`) || path.endsWith(`/${kind}.yaml`));
}

function files(pattern: string): readonly { path: string; kind: SchemaKind; data: unknown }[] {
  return globSync(pattern, { cwd: root }).flatMap((path) => {
    const [tree] = parse({ path, name: path, text: readFileSync(join(root, path), 'utf8') });
    const kind = kindOf(path);
    return kind && tree ? [{ path, kind, data: tree.data }] : [];
  });
}

/** A `scoring.yaml` with one rule. */
function score(rule: object): object {
  return { scores: { fit: { rules: [{ id: 'size', ...rule }] } } };
}

const agreements = files('agreements/{acme,starter}/**/*.yaml');
const tests = files('packages/compiler/test/**/*.yaml');

describe('the schemas of the YAML files', () => {
  test.each(drafts)('%s: hold for every file of both agreements', (draft) => {
    expect(new Set(agreements.map(({ kind }) => kind))).toEqual(new Set(schemaKinds));
    for (const { path, kind, data } of agreements)
      expect({ path, errors: errors(kind, draft, data) }).toEqual({ path, errors: [] });
  });

  test.each(drafts)('%s: refuse nothing that the compiler takes', (draft) => {
    const shapes = { ...fileShapes, mappings: mappingFile };
    const taken = tests.filter(({ kind, data }) => shapes[kind].safeParse(data).success);
    expect(taken.length).toBeGreaterThan(100);
    const refused = taken.filter(({ kind, data }) => errors(kind, draft, data).length > 0);
    expect(refused.map(({ path }) => path)).toEqual([]);
  });

  test.each(drafts)('%s: hold for the parts of a file that is split', (draft) => {
    const parts: readonly [SchemaKind, object][] = [
      ['scoring', { grades: { order: ['A1', 'B1'] } }],
      ['scoring', { grades: { matrix: { A: { hot: 'A1' } } } }],
      ['handoff', { notify: [] }],
      ['agreement', { parties: { sales: { title: 'Sales', head: 'Somebody', approvers: ['them'] } } }],
    ];
    for (const [kind, data] of parts) expect(errors(kind, draft, data)).toEqual([]);
  });

  test.each<[string, SchemaKind, object, string]>([
    ['a misspelt key', 'scoring', score({ points: 1, becuase: 'x' }), 'must NOT have additional properties'],
    ['a key that is not there', 'scoring', score({}), "must have required property 'points'"],
    ['a wrong type', 'scoring', score({ points: 'ten' }), 'must be number'],
    ['a number out of range', 'scoring', score({ points: 10_001 }), 'must be <= 10000'],
    ['a wrong option', 'vocabulary', { fields: { a: { type: 'string' } } }, 'must be equal to one of'],
    ['an impossible name', 'vocabulary', { events: { 'Asked!': { by: 'lead' } } }, 'must match pattern'],
    [
      'a duration without a space',
      'funnel',
      { stages: { a: { stale_after: { after: '3days' } } } },
      'pattern',
    ],
    ['a percent as a number', 'sla', { promises: { a: { kept_for: 0.9 } } }, 'must be string'],
    ['a misspelt day', 'sla', { calendars: { a: { hours: { mondays: [] } } } }, 'additional properties'],
    ['another version', 'agreement', { smarketing: 2 }, 'must be equal to constant'],
    ['an unknown kind of assumption', 'forecast', { assumptions: { a: { kind: 'luck' } } }, 'constant'],
    ['a mapping without a system', 'mappings', { id: 'Id', created_at: 'At' }, "required property 'system'"],
  ])('refuse %s', (_, kind, data, error) => {
    for (const draft of drafts) expect(errors(kind, draft, data).join('\n')).toContain(error);
  });

  test.each(drafts)('%s: say what they are, and describe every key of a file', (draft) => {
    for (const [kind, schema] of Object.entries(schemas[draft])) {
      expect(schema).toMatchObject({
        $schema: expect.stringContaining(draft),
        $id: `urn:smarketing:schema:1:${draft}:${kind}`,
        title: expect.stringMatching(new RegExp(`^${kind}(?:\\.yaml|/.*\\.yaml)$`)),
        description: expect.stringMatching(/\.$/),
      });
      for (const key of Object.values(schema['properties'] ?? {}))
        expect(key).toMatchObject({ description: expect.stringMatching(/\.$/) });
    }
  });

  test('keep the examples of what is written otherwise than it is read', () => {
    expect(JSON.stringify(schemas['draft-07'].scoring)).toContain('["1 per day","3 per 7 days",2]');
  });
});

describe('what editors of this repository are given', () => {
  test('is what the shapes say', () => {
    const folder = join(root, 'packages/compiler/schemas');
    const committed = readdirSync(folder).map(
      (name) => [name, readFileSync(join(folder, name), 'utf8')] as const,
    );
    expect(new Map(committed)).toEqual(schemaFiles());
  });

  test('is the schema of its kind, for every file of both agreements', () => {
    const settings = JSON.parse(readFileSync(join(root, '.vscode/settings.json'), 'utf8')) as {
      'yaml.schemas': Record<string, string[]>;
    };
    const wired = Object.entries(settings['yaml.schemas']);
    for (const { path, kind } of agreements) {
      const given = wired.filter(([, patterns]) => patterns.some((pattern) => matchesGlob(path, pattern)));
      expect({ path, given: given.map(([schema]) => relative('packages/compiler/schemas', schema)) }).toEqual(
        {
          path,
          given: [`${kind}.json`],
        },
      );
    }
  });
});
