import { z } from 'zod';
import { keyedBy, mapping, named } from './shapes.ts';
import { dayNames } from './sla.ts';
import { date, duration, money, name, percent, period, prose } from './words.ts';

const range = <T>(value: z.ZodType<T>): z.ZodType<{ value: T; low: T | null; high: T | null }> =>
  z.union([mapping({ value, low: value.optional(), high: value.optional() }), value]).transform((given) => {
    const { value: middle, low = null, high = null } = isRange<T>(given) ? given : { value: given as T };
    return { value: middle, low, high };
  }) as z.ZodType<{ value: T; low: T | null; high: T | null }>;

function isRange<T>(given: unknown): given is { value: T; low?: T; high?: T } {
  return typeof given === 'object' && given !== null && 'value' in given;
}

const count: z.ZodType<number> = z.number().min(0).max(1_000_000_000);
const origin = { source: prose, as_of: date.optional(), because: prose.optional() };

const kinds = [
  mapping({
    kind: z.literal('arrivals'),
    leads: range(count),
    per: period,
    with: z.record(z.string(), z.string()).optional(),
    weekly: keyedBy(dayNames, percent).optional(),
    seasonal: z.record(z.string().regex(/^(0?[1-9]|1[0-2])$/), percent).optional(),
    cost: range(money).optional(),
    ...origin,
  }),
  mapping({ kind: z.literal('mix'), field: name, shares: z.record(z.string(), percent), ...origin }),
  mapping({
    kind: z.literal('behaviour'),
    event: name,
    share: range(percent),
    times: range(count).optional(),
    within: duration,
    ...origin,
  }),
  mapping({
    kind: z.literal('conversion'),
    from: name,
    to: name,
    rate: range(percent),
    takes: range(duration).optional(),
    ...origin,
  }),
  mapping({
    kind: z.literal('capacity'),
    queue: name,
    people: range(count),
    per_person: range(count),
    per: period,
    ...origin,
  }),
  mapping({
    kind: z.literal('money'),
    deal_size: range(money),
    cycle: range(duration).optional(),
    ...origin,
  }),
  mapping({
    kind: z.literal('response'),
    promise: name,
    effect: z.array(mapping({ within: duration, rate: percent })).min(1),
    ...origin,
  }),
] as const;

export type AssumptionInput = z.output<(typeof kinds)[number]>;

/** `forecast.yaml` */
export const forecastFile = mapping({ assumptions: named(z.discriminatedUnion('kind', kinds)) });
