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

type Take = (input: unknown) => unknown;

const takes = new WeakMap<Schema, Take>();

/**
 * What zod makes of a value of the right shape, in a fraction of its time when it is asked once; else `refused`, and zod says why.
 * It goes by zod's own schemas, so that there is one definition of a shape, and asks zod itself about what holds no other schema.
 */
export function accept(schema: Schema, input: unknown): unknown {
  return takeOf(schema)(input);
}

/** How to take what a schema describes: found out once for each. */
function takeOf(schema: Schema): Take {
  const known = takes.get(schema);
  if (known) return known;
  const made = checked(schema, taking(schema));
  takes.set(schema, made);
  return made;
}

function taking(schema: Schema): Take {
  const def = schema._zod.def as Def;
  switch (def.type) {
    case 'unknown':
      return anything;
    case 'optional':
      return optional(takeOf(def.innerType));
    case 'object':
      return object(def);
    case 'array':
      return list(takeOf(def.element));
    case 'record':
      return record(takeOf(def.keyType), takeOf(def.valueType));
    case 'union':
      return firstOf(def.options.map(takeOf));
    case 'pipe':
      return piped(takeOf(def.in), next(def.out));
    case 'enum':
    case 'literal':
      return oneOf(schema._zod.values as ReadonlySet<unknown>);
    case 'string':
      return isMore(schema) ? byZod(schema) : text;
    case 'number':
      return isMore(schema) ? byZod(schema) : number;
    default:
      return byZod(schema);
  }
}

/** Whole numbers and the like, which zod has as a number that is a check of itself. */
function isMore(schema: Schema): boolean {
  return schema._zod.traits.has('$ZodCheck');
}

/** What is checked besides. */
function checked(schema: Schema, take: Take): Take {
  const { checks = [] } = schema._zod.def as Def;
  if (checks.length === 0) return take;
  return (input) => {
    const value = take(input);
    if (value === refused) return refused;
    const payload: z.core.ParsePayload = { value, issues: [] };
    for (const check of checks) void check._zod.check(payload as never);
    return payload.issues.length > 0 ? refused : payload.value;
  };
}

function anything(input: unknown): unknown {
  return input;
}

function text(input: unknown): unknown {
  return typeof input === 'string' ? input : refused;
}

function number(input: unknown): unknown {
  return Number.isFinite(input) ? input : refused;
}

function optional(take: Take): Take {
  return (input) => (input === undefined ? input : take(input));
}

interface Part {
  readonly key: string;
  readonly take: Take;
  readonly isOptional: boolean;
}

/** Its parts are asked for when there is a first one to take, since a shape may hold itself. */
function object(def: z.core.$ZodObjectDef): Take {
  let parts: readonly Part[] | undefined;
  const isOpen = def.catchall?._zod.def.type === 'unknown';
  return (input) => {
    if (!isObject(input)) return refused;
    parts ??= partsOf(def);
    const made: Record<string, unknown> = {};
    let known = 0;
    for (let index = 0; index < parts.length; index++) {
      const { key, take, isOptional } = parts[index] as Part;
      if (Object.hasOwn(input, key)) known++;
      else if (isOptional) continue;
      const got = take((input as Fields)[key]);
      if (got === refused) return refused;
      made[key] = got;
    }
    const keys = Object.keys(input);
    if (known === keys.length) return made;
    if (!isOpen) return refused;
    for (const key of keys)
      if (!Object.hasOwn(def.shape, key) && key !== '__proto__') made[key] = (input as Fields)[key];
    return made;
  };
}

function partsOf({ shape }: z.core.$ZodObjectDef): readonly Part[] {
  return Object.entries(shape).map(([key, field]) => ({
    key,
    take: takeOf(field),
    isOptional: field._zod.optin === 'optional',
  }));
}

function list(take: Take): Take {
  return (input) => {
    if (!Array.isArray(input)) return refused;
    const made: unknown[] = [];
    for (let index = 0; index < input.length; index++) {
      const got = take(input[index]);
      if (got === refused) return refused;
      made.push(got);
    }
    return made;
  };
}

function record(nameOf: Take, take: Take): Take {
  return (input) => {
    if (!isPlainObject(input)) return refused;
    if (nameOf === text && take === anything && !Object.hasOwn(input, '__proto__')) return input;
    const made: Record<string, unknown> = {};
    for (const key of Object.keys(input)) {
      if (key === '__proto__') continue;
      const name = nameOf(key);
      const value = take(input[key]);
      if (name === refused || value === refused) return refused;
      made[name as string] = value;
    }
    return made;
  };
}

function firstOf(ways: readonly Take[]): Take {
  return (input) => {
    for (let index = 0; index < ways.length; index++) {
      const got = (ways[index] as Take)(input);
      if (got !== refused) return got;
    }
    return refused;
  };
}

function oneOf(values: ReadonlySet<unknown>): Take {
  return (input) => (values.has(input) ? input : refused);
}

function piped(first: Take, second: Take): Take {
  if (first === anything) return second;
  return (input) => {
    const value = first(input);
    return value === refused ? refused : second(value);
  };
}

/** What comes after in a pipe: a transformation or another schema. */
function next(schema: Schema): Take {
  const def = schema._zod.def as Def;
  if (def.type !== 'transform') return takeOf(schema);
  const { transform } = def;
  const quick = withoutReason.get(transform);
  if (quick) return quick;
  return (value) => {
    let isRefused = false;
    const made = transform(value, { value, issues: [], addIssue: () => (isRefused = true) } as never);
    return isRefused ? refused : made;
  };
}

function byZod(schema: Schema): Take {
  return (value) => {
    const ran = schema._zod.run({ value, issues: [] }, { async: false }) as z.core.ParsePayload;
    return ran.issues.length > 0 ? refused : ran.value;
  };
}
