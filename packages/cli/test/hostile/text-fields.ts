import { fileSchemas, type SchemaKind, type SourceFile } from '@smarketing/compiler';
import { parse } from 'yaml';

type Json = Readonly<Record<string, unknown>>;

/** Changes a text that stands where the schema takes any text; `field` names the place, such as `funnel/stages/…/title`. */
export type ChangeText = (text: string, field: string) => string;

const schemas = fileSchemas('2020-12');

/** Every place of the files in which any text may stand, as the schemas say. */
export function textFields(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [kind, schema] of Object.entries(schemas))
    collect(schema, kind, { root: schema, found, depth: 0 });
  return found;
}

interface Collecting {
  readonly root: Json;
  readonly found: Set<string>;
  readonly depth: number;
}

function collect(schema: Json, field: string, { root, found, depth }: Collecting): void {
  if (depth > 12) return;
  const next = { root, found, depth: depth + 1 };
  for (const one of alternatives(schema, root)) {
    if (isFreeText(one)) found.add(field);
    for (const [key, value] of Object.entries(objectOf(one['properties'])))
      collect(objectOf(value), `${field}/${key}`, next);
    if (isObject(one['additionalProperties'])) collect(one['additionalProperties'], `${field}/…`, next);
    if (isObject(one['items'])) collect(one['items'], `${field}/#`, next);
  }
}

/** The files of an agreement as JSON, which is YAML too, with every free text changed. */
export function withTexts(sources: readonly SourceFile[], change: ChangeText): SourceFile[] {
  return sources.map((source) => {
    const kind = source.name.split(/[/.]/)[0] as SchemaKind;
    const schema: Json = schemas[kind];
    const data = changed(parse(source.text), [schema], { field: kind, root: schema, change });
    return { ...source, text: JSON.stringify(data, null, 1) };
  });
}

interface Walk {
  readonly field: string;
  readonly root: Json;
  readonly change: ChangeText;
}

function changed(value: unknown, given: readonly Json[], walk: Walk): unknown {
  const schemasHere = given.flatMap((schema) => alternatives(schema, walk.root));
  if (typeof value === 'string') {
    return schemasHere.some(isFreeText) ? walk.change(value, walk.field) : value;
  }
  if (Array.isArray(value)) {
    const items = schemasHere.map(({ items: inside }) => inside).filter(isObject);
    return value.map((item) => changed(item, items, { ...walk, field: `${walk.field}/#` }));
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    const named = schemasHere.map(({ properties }) => objectOf(properties)[key]).filter(isObject);
    const others = schemasHere.map(({ additionalProperties }) => additionalProperties).filter(isObject);
    const [inside, step] = named.length > 0 ? [named, key] : [others, '…'];
    return [key, changed(inner, inside, { ...walk, field: `${walk.field}/${step}` })] as const;
  });
  return Object.fromEntries(entries);
}

/** What a schema may be: itself, or one of its alternatives, with references followed. */
function alternatives(schema: Json, root: Json): readonly Json[] {
  const { $ref: reference } = schema;
  const target = typeof reference === 'string' ? at(root, reference) : undefined;
  const inner = [schema['anyOf'], schema['oneOf'], schema['allOf']].flat().filter(isObject);
  return [schema, ...(target ? [target] : []), ...inner].flatMap((one) =>
    one === schema ? [one] : alternatives(one, root),
  );
}

function at(root: Json, reference: string): Json | undefined {
  const path = reference.split('/').slice(1);
  const found = path.reduce<unknown>((value, step) => objectOf(value)[step], root);
  return isObject(found) ? found : undefined;
}

function isFreeText(schema: Json): boolean {
  return schema['type'] === 'string' && !['pattern', 'enum', 'const', 'format'].some((key) => key in schema);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectOf(value: unknown): Json {
  return isObject(value) ? value : {};
}
