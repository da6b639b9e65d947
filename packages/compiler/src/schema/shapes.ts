import { z } from 'zod';
import { isReserved, isReservedOption, nameForm, namePattern } from './names.ts';
import { chosen, date, form, prose, refuse } from './words.ts';

export const oneOrMany = <T>(item: z.ZodType<T>): z.ZodType<T[]> =>
  z
    .union([z.array(item).min(1), item])
    .transform((value) => (Array.isArray(value) ? value : [value])) as z.ZodType<T[]>;

/** A mapping with these keys and no others. */
export function mapping<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? JSON.stringify(Object.keys(shape)) : undefined),
  });
}

/** A mapping whose keys are some of these words. */
export function keyedBy<K extends string, T extends z.ZodType>(
  keys: readonly K[],
  value: T,
): z.ZodRecord<z.ZodEnum<{ [P in K]: P }> & z.core.$partial, T> {
  return z.partialRecord(z.enum(keys), value, { error: () => JSON.stringify(keys) });
}

/** The keys that the language knows at a place; none where an author chooses them. */
export function keysAt(schema: unknown, path: readonly (string | number)[]): readonly string[] {
  const found = schemaAt(schema, path);
  if (found instanceof z.ZodUnion) return found.options.flatMap((one) => keysAt(one, []));
  if (found instanceof z.ZodRecord && found.keyType instanceof z.ZodEnum)
    return found.keyType.options.map(String);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

/** What a place has to be like, if there is one way to get there. */
export function schemaAt(schema: unknown, path: readonly (string | number)[]): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional) return schemaAt(schema.unwrap(), path);
  const [step, ...rest] = path;
  if (step === undefined) return schema instanceof z.ZodType ? schema : undefined;
  if (schema instanceof z.ZodObject) return schemaAt(schema.shape[step], rest);
  if (schema instanceof z.ZodRecord) return schemaAt(schema.valueType, rest);
  return schema instanceof z.ZodArray ? schemaAt(schema.element, rest) : undefined;
}

/** Which words a mapping's keys may be. */
interface KeyRules {
  readonly pattern?: RegExp;
  readonly expected?: string;
  readonly reserved?: (name: string) => boolean;
}

/** A mapping from names that the author chooses, each checked. */
export function named<T extends z.ZodType>(value: T, rules: KeyRules = {}): z.ZodRecord<z.ZodString, T> {
  const { pattern = namePattern, expected = nameForm, reserved = isReserved } = rules;
  const key = z
    .string()
    .meta(form(pattern, expected))
    .superRefine((text, ctx) => {
      if (!pattern.test(text)) refuse(ctx, { code: 'bad-name', params: { name: text } });
      else if (reserved(text)) refuse(ctx, { code: 'reserved-name', params: { name: text } });
    });
  return z.record(key, value);
}

/** Options and properties: they stand where no other name can, so fewer words are reserved. */
export const inner: KeyRules = { reserved: isReservedOption };

/** Bands and grades, which may have capital letters. */
export const lettered: KeyRules = {
  pattern: /^[A-Za-z][A-Za-z0-9_]{0,62}$/,
  expected: 'letters, digits and _, with a letter first',
  reserved: isReservedOption,
};

/** Ids with labels (`{ us: United States }`), or ids alone (`[us, ca]`), which are then their own labels. */
export const options: z.ZodType<{ id: string; label: string }[]> = z
  .union([z.array(optionId()).min(1), named(prose, inner)])
  .transform((value) =>
    Array.isArray(value)
      ? value.map((id) => ({ id, label: sentenceCase(id) }))
      : Object.entries(value).map(([id, label]) => ({ id, label })),
  ) as z.ZodType<{ id: string; label: string }[]>;

function optionId(): z.ZodType<string> {
  return chosen({ type: 'string', description: 'An option.' }, isReservedOption);
}

/** `c_level` → `C level`. */
export function sentenceCase(id: string): string {
  const words = id.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A condition: which tests its entries may have depends on the vocabulary, so they are read later, not by shape. */
export const condition = z
  .record(z.string(), z.unknown())
  .meta({ description: 'All entries must hold.', examples: [{ seniority: ['vp', 'c_level'] }] });

export const eventWhere = condition.meta({
  description: 'What the properties of the event must be.',
  examples: [{ path: { starts_with: '/pricing' } }],
});

export const because = prose.meta({
  description: 'The reason, for people.',
  examples: ['Closes twice as often'],
});
export const owner = z.enum(['marketing', 'sales', 'shared']);
export const party = z.enum(['marketing', 'sales']);
export const inForce = mapping({
  from: date.describe('The first day.').optional(),
  until: date.describe('The last day.').optional(),
}).meta({
  description: 'The days on which it is in force, both included; one of them may be left out.',
  examples: [{ from: '2026-12-01', until: '2027-03-31' }],
});
