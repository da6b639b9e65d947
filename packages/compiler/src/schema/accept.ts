// oxlint-disable no-underscore-dangle -- `_zod` is where zod keeps what libraries on top of it need (zod.dev/library-authors)
import { z } from 'zod';

/** In place of the value of what is not of the right shape. */
export const refused = Symbol('refused');

type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypes['_zod']['def'];
type Fields = Readonly<Record<string, unknown>>;

const { isObject, isPlainObject } = z.core.util;

type Transform = z.core.$ZodTransformDef['transform'];

/** Of transformations that are asked often: the same, but it gives `refused` and does not say why. */
export const withoutReason = new WeakMap<Transform, (input: unknown) => unknown>();

/**
 * What zod makes of a value of the right shape, in a third of its time when it is asked once; else `refused`, and zod says why.
 * It walks zod's own schemas, so that there is one definition of a shape, and asks zod itself about what holds no other schema.
 */
export function accept(schema: Schema, input: unknown): unknown {
  const def = schema._zod.def as Def;
  switch (def.type) {
    case 'unknown':
      return input;
    case 'optional':
      return input === undefined ? input : accept(def.innerType, input);
    case 'object':
      return checked(def, isObject(input) ? fields(def, input) : refused);
    case 'array':
      return checked(def, Array.isArray(input) ? items(def.element, input) : refused);
    case 'record':
      return checked(def, isPlainObject(input) ? entries(def, input) : refused);
    case 'union':
      return checked(def, firstOf(def.options, input));
    case 'pipe':
      return checked(def, piped(def, input));
    case 'enum':
    case 'literal':
      return checked(def, schema._zod.values?.has(input as string) ? input : refused);
    case 'string':
      if (def.checks?.length) return byZod(schema, input);
      return typeof input === 'string' ? input : refused;
    default:
      return byZod(schema, input);
  }
}

interface Part {
  readonly key: string;
  readonly field: Schema;
  readonly isOptional: boolean;
}

const parts = new WeakMap<z.core.$ZodObjectDef, readonly Part[]>();

function partsOf(def: z.core.$ZodObjectDef): readonly Part[] {
  const known = parts.get(def);
  if (known) return known;
  const made = Object.entries(def.shape).map(([key, field]): Part => ({
    key,
    field,
    isOptional: field._zod.optin === 'optional',
  }));
  parts.set(def, made);
  return made;
}

function fields(def: z.core.$ZodObjectDef, input: Fields): unknown {
  const made: Record<string, unknown> = {};
  let known = 0;
  for (const { key, field, isOptional } of partsOf(def)) {
    if (Object.hasOwn(input, key)) known++;
    else if (isOptional) continue;
    const got = accept(field, input[key]);
    if (got === refused) return refused;
    made[key] = got;
  }
  const keys = Object.keys(input);
  if (known === keys.length) return made;
  if (def.catchall?._zod.def.type !== 'unknown') return refused;
  for (const key of keys) if (!Object.hasOwn(def.shape, key) && key !== '__proto__') made[key] = input[key];
  return made;
}

function items(element: Schema, input: readonly unknown[]): unknown {
  const made: unknown[] = [];
  for (const item of input) {
    const got = accept(element, item);
    if (got === refused) return refused;
    made.push(got);
  }
  return made;
}

function entries({ keyType, valueType }: z.core.$ZodRecordDef, input: Fields): unknown {
  const made: Record<string, unknown> = {};
  for (const key of Object.keys(input)) {
    if (key === '__proto__') continue;
    const name = accept(keyType, key);
    const value = accept(valueType, input[key]);
    if (name === refused || value === refused) return refused;
    made[name as string] = value;
  }
  return made;
}

function firstOf(options: readonly Schema[], input: unknown): unknown {
  for (const option of options) {
    const got = accept(option, input);
    if (got !== refused) return got;
  }
  return refused;
}

function piped({ in: from, out }: z.core.$ZodPipeDef, input: unknown): unknown {
  const value = accept(from, input);
  if (value === refused) return refused;
  const def = out._zod.def as Def;
  return def.type === 'transform' ? transformed(def, value) : accept(out, value);
}

function transformed({ transform }: z.core.$ZodTransformDef, value: unknown): unknown {
  const quick = withoutReason.get(transform);
  if (quick) return quick(value);
  let isRefused = false;
  const made = transform(value, { value, issues: [], addIssue: () => (isRefused = true) } as never);
  return isRefused ? refused : made;
}

function checked({ checks = [] }: Def, value: unknown): unknown {
  if (value === refused) return refused;
  const payload: z.core.ParsePayload = { value, issues: [] };
  for (const check of checks) void check._zod.check(payload as never);
  return payload.issues.length > 0 ? refused : payload.value;
}

function byZod(schema: Schema, value: unknown): unknown {
  const ran = schema._zod.run({ value, issues: [] }, { async: false }) as z.core.ParsePayload;
  return ran.issues.length > 0 ? refused : ran.value;
}
