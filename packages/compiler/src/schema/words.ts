import { z } from 'zod';
import type { Code } from '../diagnostics/catalogue.ts';
import { isReserved, isReservedOption, namePattern } from './names.ts';
import { type MomentText, parseDate, parseDuration, parseHours, parseLimit, parseMoment, parsePeriod } from './times.ts';

/** What a word's parser says when it refuses. */
export interface Refusal {
  readonly code: Code;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Adds a finding of our own catalogue to what zod found. */
export function refuse(ctx: z.RefinementCtx, refusal: Refusal, path: (string | number)[] = []): void {
  ctx.addIssue({ code: 'custom', params: { refusal }, path });
}

/** How a wrong value is quoted in a message. */
export function show(input: unknown): string {
  if (input === null) return 'nothing';
  if (typeof input === 'string') return input.length > 60 ? `“${input.slice(0, 60)}…”` : `“${input}”`;
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a mapping';
  return String(input);
}

type Meta = Readonly<Record<string, unknown>>;

/** A scalar of the language: `parse` gives its value, or `undefined` when it is not one. */
function word<T>(code: Code, meta: Meta, parse: (input: unknown) => T | undefined): z.ZodType<T, unknown> {
  return z
    .unknown()
    .meta(meta)
    .transform((input, ctx): T => {
      const value = parse(input);
      if (value !== undefined) return value;
      refuse(ctx, input === undefined ? { code: 'missing-key', params: {} } : { code, params: { got: show(input) } });
      return z.NEVER;
    });
}

const ofText =
  <T>(parse: (text: string) => T | undefined) =>
  (input: unknown): T | undefined =>
    typeof input === 'string' ? parse(input) : undefined;

/** Milliseconds. */
export const duration: z.ZodType<number, unknown> = word(
  'bad-duration',
  { type: 'string', description: 'A duration.', examples: ['15 minutes', '2 hours', '30 days', '6 weeks'] },
  ofText(parseDuration),
);

/** A duration as written, with its unit, where days need another treatment than hours. */
export const writtenDuration: z.ZodType<{ ms: number; text: string }, unknown> = word(
  'bad-duration',
  { type: 'string', description: 'A duration.', examples: ['15 minutes', '2 hours'] },
  ofText((text) => {
    const ms = parseDuration(text);
    return ms === undefined ? undefined : { ms, text };
  }),
);

export const period: z.ZodType<NonNullable<ReturnType<typeof parsePeriod>>, unknown> = word(
  'bad-period',
  { type: 'string', description: 'A calendar period.', examples: ['month', '2 weeks', 'quarter'] },
  ofText(parsePeriod),
);

/** `YYYY-MM-DD`, a day that exists. */
export const date: z.ZodType<string, unknown> = word(
  'bad-date',
  { type: 'string', description: 'A day.', examples: ['2026-12-01'] },
  ofText(parseDate),
);

export const moment: z.ZodType<MomentText, unknown> = word(
  'bad-moment',
  { type: 'string', description: 'A moment.', examples: ['2026-12-01T09:30:00+01:00', '2026-12-01 09:30'] },
  ofText(parseMoment),
);

export const hours: z.ZodType<{ open: number; close: number }, unknown> = word(
  'bad-hours',
  { type: 'string', description: 'Opening hours.', examples: ['09:00-12:30'] },
  ofText(parseHours),
);

/** So much time before another moment: `2 days ago`. */
export const ago: z.ZodType<{ ago: number }, unknown> = word(
  'bad-moment',
  { type: 'string', description: 'So long ago.', examples: ['2 days ago'] },
  ofText((text) => {
    const ms = text.endsWith(' ago') ? parseDuration(text.slice(0, -4)) : undefined;
    return ms === undefined ? undefined : { ago: ms };
  }),
);

/** How many events pay, in which time. */
export const limit: z.ZodType<{ count: number; per_ms: number | null }, unknown> = word(
  'bad-limit',
  { description: 'A limit.', examples: ['1 per day', '3 per 7 days', 2] },
  parseLimit,
);

/** Hundredths of a percent, 0 to 10,000. */
export const percent: z.ZodType<number, unknown> = word(
  'bad-percent',
  { type: 'string', description: 'A percent.', examples: ['35%', '2.5%'] },
  ofText((text) => {
    const value = parsePercent(text);
    return value !== undefined && value >= 0 && value <= 10_000 ? value : undefined;
  }),
);

/** Hundredths of a percent, for `12.5%`; `undefined` when the text is not a percent with at most two decimals. */
export function parsePercent(text: string): number | undefined {
  return /^-?(0|[1-9]\d{0,12})(\.\d{1,2})?%$/.test(text) ? scale(Number(text.slice(0, -1)), 2) : undefined;
}

/** The number as an integer of 10^−decimals; `undefined` when it has more decimals than that, or is too large to be exact. */
export function scale(value: number, decimals: number): number | undefined {
  const [digits = '', exponent] = String(value).split('e');
  if (exponent !== undefined) return undefined;
  const [whole = '', fraction = ''] = digits.split('.');
  if (fraction.length > decimals) return undefined;
  const scaled = Number(whole + fraction.padEnd(decimals, '0'));
  return Number.isSafeInteger(scaled) ? scaled + 0 : undefined;
}

/** Hundredths of the currency, from a number with at most two decimals. */
export const money: z.ZodType<number, unknown> = word(
  'wrong-type',
  { type: 'number', description: 'An amount in the agreement’s currency.' },
  (input) => (typeof input === 'number' ? scale(input, 2) : undefined),
);

export const name: z.ZodType<string, unknown> = word(
  'bad-name',
  { type: 'string', description: 'A name.' },
  ofText((text) => (namePattern.test(text) && !isReserved(text) ? text : undefined)),
);

/** Text that people read: one or more characters, trimmed, single spaces. */
export const prose: z.ZodType<string, unknown> = word(
  'wrong-type',
  { type: 'string', description: 'Text for people.' },
  ofText((text) => text.trim().replace(/\s+/g, ' ') || undefined),
);

export const oneOrMany = <T>(item: z.ZodType<T, unknown>): z.ZodType<T[], unknown> =>
  z.union([z.array(item).min(1), item]).transform((value) => (Array.isArray(value) ? value : [value])) as z.ZodType<
    T[],
    unknown
  >;

/** A mapping with these keys and no others. */
export function mapping<Shape extends z.core.$ZodLooseShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? JSON.stringify(Object.keys(shape)) : undefined),
  });
}

/** Which words a mapping's keys may be. */
interface KeyRules {
  readonly pattern?: RegExp;
  readonly reserved?: (name: string) => boolean;
}

/** A mapping from names that the author chooses, each checked. */
export function named<T extends z.ZodType>(value: T, rules: KeyRules = {}): z.ZodRecord<z.ZodString, T> {
  const { pattern = namePattern, reserved = isReserved } = rules;
  return z.record(z.string(), value).superRefine((record, ctx) => {
    for (const key of Object.keys(record)) {
      if (!pattern.test(key)) refuse(ctx, { code: 'bad-name', params: { name: key } }, [key]);
      else if (reserved(key)) refuse(ctx, { code: 'reserved-name', params: { name: key } }, [key]);
    }
  });
}

/** Options and properties: they stand where no other name can, so fewer words are reserved. */
export const inner: KeyRules = { reserved: isReservedOption };

/** Bands and grades, which may have capital letters. */
export const lettered: KeyRules = { pattern: /^[A-Za-z][A-Za-z0-9_]{0,62}$/, reserved: isReservedOption };

/** Ids with labels (`{ us: United States }`), or ids alone (`[us, ca]`), which are then their own labels. */
export const options: z.ZodType<{ id: string; label: string }[], unknown> = z
  .union([z.array(optionId()).min(1), named(prose, inner)])
  .transform((value) =>
    Array.isArray(value)
      ? value.map((id) => ({ id, label: sentenceCase(id) }))
      : Object.entries(value).map(([id, label]) => ({ id, label })),
  ) as z.ZodType<{ id: string; label: string }[], unknown>;

function optionId(): z.ZodType<string, unknown> {
  return word(
    'bad-name',
    { type: 'string', description: 'An option.' },
    ofText((text) => (namePattern.test(text) && !isReservedOption(text) ? text : undefined)),
  );
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

export const owner = z.enum(['marketing', 'sales', 'shared']);
export const party = z.enum(['marketing', 'sales']);
export const inForce = mapping({ from: date.optional(), until: date.optional() });
