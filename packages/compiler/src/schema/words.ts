import { z } from 'zod';
import type { Code } from '../diagnostics/catalogue.ts';
import { refused, withoutReason } from './accept.ts';
import { isReserved, nameForm, namePattern } from './names.ts';
import { parsePercent, percentGrammar, scale } from './numbers.ts';
import {
  type MomentText,
  parseDate,
  parseDuration,
  parseHours,
  parseLimit,
  parseMoment,
  parsePeriod,
  parseTime,
  timeGrammar,
} from './times.ts';

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
  if (typeof input === 'string') {
    const line = input.replace(/[^\S ]+/g, ' ');
    if (line.length > 60) return `“${line.slice(0, 60)}…”`;
    return /^[“”].*[“”]$/.test(line) ? line : `“${line}”`;
  }
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a `key: value`';
  return JSON.stringify(input) ?? 'nothing';
}

/** What a schema tells editors; `title` is how people are told what to write. */
type Meta = {
  readonly type?: string;
  readonly title?: string;
  readonly pattern?: string;
  readonly patternErrorMessage?: string;
  readonly description: string;
  readonly examples?: readonly unknown[];
};

/** A scalar of the language: `parse` gives its value, or `undefined` when it is not one; `wrong` says what is wrong with a value. */
function word<T>(
  code: Code,
  meta: Meta,
  parse: (input: unknown) => T | undefined,
  wrong: (value: T) => Refusal | undefined = () => undefined,
): z.ZodType<T> {
  const read = (input: unknown, ctx: z.RefinementCtx): T => {
    const value = parse(input);
    const refusal = value === undefined ? undefined : wrong(value);
    if (value !== undefined && refusal === undefined) return value;
    if (refusal) refuse(ctx, refusal);
    else
      refuse(
        ctx,
        input === undefined
          ? { code: 'missing-key', params: {} }
          : { code, params: { got: show(input), expected: meta.title ?? 'a text' } },
      );
    return z.NEVER;
  };
  withoutReason.set(read as never, (input) => {
    const value = parse(input);
    return value === undefined || wrong(value) !== undefined ? refused : value;
  });
  return z.unknown().transform(read).meta(meta);
}

const ofText =
  <T>(parse: (text: string) => T | undefined) =>
  (input: unknown): T | undefined =>
    typeof input === 'string' ? parse(input) : undefined;

/** What editors check of a text, and say where it is not so. */
export function form(pattern: RegExp, expected: string): Omit<Meta, 'description'> {
  return { type: 'string', pattern: pattern.source, patternErrorMessage: `Expected ${expected}.` };
}

/** Milliseconds. */
export const duration: z.ZodType<number> = word(
  'bad-duration',
  {
    ...form(timeGrammar.duration, 'a duration such as 15 minutes'),
    description: 'A duration.',
    examples: ['15 minutes', '2 hours', '30 days', '6 weeks'],
  },
  ofText(parseDuration),
);

/** A duration as written, with its unit, where days need another treatment than hours. */
export const writtenDuration: z.ZodType<{ ms: number; text: string }> = word(
  'bad-duration',
  {
    ...form(timeGrammar.duration, 'a duration such as 15 minutes'),
    description: 'A duration.',
    examples: ['15 minutes', '2 hours'],
  },
  ofText((text) => {
    const ms = parseDuration(text);
    return ms === undefined ? undefined : { ms, text };
  }),
);

export const period: z.ZodType<NonNullable<ReturnType<typeof parsePeriod>>> = word(
  'bad-period',
  {
    ...form(timeGrammar.period, 'a period such as month or 2 weeks'),
    description: 'A calendar period.',
    examples: ['month', '2 weeks', 'quarter'],
  },
  ofText(parsePeriod),
);

/** `YYYY-MM-DD`, a day that exists. */
export const date: z.ZodType<string> = word(
  'bad-date',
  { ...form(timeGrammar.date, 'a day such as 2026-12-01'), description: 'A day.', examples: ['2026-12-01'] },
  ofText(parseDate),
);

/** `09:30` */
export const time: z.ZodType<string> = word(
  'bad-time',
  { type: 'string', description: 'A time of the day, in quotes.', examples: ['09:30'] },
  ofText(parseTime),
);

export const moment: z.ZodType<MomentText> = word(
  'bad-moment',
  {
    ...form(timeGrammar.moment, 'a moment such as 2026-12-01 09:30'),
    description: 'A moment.',
    examples: ['2026-12-01T09:30:00+01:00', '2026-12-01 09:30'],
  },
  ofText(parseMoment),
);

export const hours: z.ZodType<{ open: number; close: number }> = word(
  'bad-hours',
  {
    ...form(timeGrammar.hours, 'opening hours such as 09:00-12:30'),
    description: 'Opening hours.',
    examples: ['09:00-12:30'],
  },
  ofText(parseHours),
);

/** So much time before another moment: `2 days ago`. */
export const ago: z.ZodType<{ ago: number }> = word(
  'bad-moment',
  { type: 'string', description: 'So long ago.', examples: ['2 days ago'] },
  ofText((text) => {
    const ms = text.endsWith(' ago') ? parseDuration(text.slice(0, -4)) : undefined;
    return ms === undefined ? undefined : { ago: ms };
  }),
);

/** How many events pay, in which time. */
export const limit: z.ZodType<{ count: number; per_ms: number | null }> = word(
  'bad-limit',
  { description: 'A limit.', examples: ['1 per day', '3 per 7 days', 2] },
  parseLimit,
);

/** Hundredths of a percent, 0 to 10,000. */
export const percent: z.ZodType<number> = word(
  'bad-percent',
  { ...form(percentGrammar, 'a percent such as 35%'), description: 'A percent.', examples: ['35%', '2.5%'] },
  ofText(parsePercent),
  (value) => {
    if (value >= 0 && value <= 10_000) return undefined;
    const expected = value < 0 ? 'at least 0%' : 'at most 100%';
    return { code: 'out-of-range', params: { got: `${value / 100}%`, expected } };
  },
);

/** Hundredths of the currency, from a number with at most two decimals. */
export const money: z.ZodType<number> = word(
  'wrong-type',
  {
    type: 'number',
    title: 'a number with at most two decimals',
    description: 'An amount in the agreement’s currency.',
  },
  (input) => (typeof input === 'number' ? scale(input, 2) : undefined),
);

export const name: z.ZodType<string> = chosen(
  { ...form(namePattern, nameForm), description: 'A name.' },
  isReserved,
);

/** A name that the author chooses, none of the words that mean something else. */
export function chosen(meta: Meta, reserved: (name: string) => boolean): z.ZodType<string> {
  return word(
    'bad-name',
    meta,
    ofText((text) => (namePattern.test(text) ? text : undefined)),
    (text) => (reserved(text) ? { code: 'reserved-name', params: {} } : undefined),
  );
}

/** Text that people read: one or more characters, trimmed, single spaces. */
export const prose: z.ZodType<string> = word(
  'wrong-type',
  { type: 'string', description: 'Text for people.' },
  ofText((text) => (/^\s|\s\s|[^\S ]|\s$/.test(text) ? text.trim().replace(/\s+/g, ' ') : text)),
  (text) => (text === '' ? { code: 'empty-text', params: {} } : undefined),
);
