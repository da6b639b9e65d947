import type { Agreement, Field, Period, Spread } from '@smarketing/compiler/ir';
import type { Parameters } from './parameters.ts';
import type { Behaviour, Drawn, Source } from './types.ts';

/** Days of a calendar period on average: 400 years have 146,097 days. */
export const daysOf = ({ count, unit }: Period): number => count * daysOfUnit[unit];
const daysOfUnit = { day: 1, week: 7, month: 365.2425 / 12, quarter: 365.2425 / 4, year: 365.2425 };

export function sourcesOf({ assumptions }: Agreement, parameters: Parameters): readonly Source[] {
  return assumptions.flatMap((one) => {
    if (one.kind !== 'arrivals') return [];
    return [
      {
        id: one.id,
        leads: parameters.add(one, 'leads', 'leads', one.leads),
        expected: one.leads.value,
        cost: parameters.add(one, 'cost', 'cost', one.cost),
        periods_per_day: 1 / daysOf(one.per),
        weekdays: (one.weekly ?? Array.from({ length: 7 }, () => 10_000 / 7)).map(
          (share) => (share * 7) / 10_000,
        ),
        months: one.seasonal.map((scale) => scale / 10_000),
        with: one.with,
      },
    ];
  });
}

export function mixesOf({ assumptions, fields }: Agreement): readonly Drawn[] {
  return assumptions.flatMap((one) => (one.kind === 'mix' ? drawn(fields, one.field, one.spread) : []));
}

export function behavioursOf(
  { assumptions, events }: Agreement,
  parameters: Parameters,
): readonly Behaviour[] {
  return assumptions.flatMap((one) => {
    if (one.kind !== 'behaviour') return [];
    const { id, event, within_ms: within, properties } = one;
    const known = events.find((type) => type.id === event)?.properties ?? [];
    return [
      {
        id,
        event,
        share: parameters.add(one, 'share', 'share', one.share),
        times: parameters.add(one, 'times', 'times', one.times),
        within_ms: within,
        with: one.with,
        properties: properties.flatMap((property) => drawn(known, property.id, property.spread)),
      },
    ];
  });
}

function drawn(fields: readonly Field[], id: string, spread: Spread): readonly Drawn[] {
  const field = fields.find((one) => one.id === id);
  return field ? [{ id, type: field.type, decimals: field.decimals, spread: ordered(spread) }] : [];
}

/** Shares in one order, whichever an author or a file has them in: a number that is drawn must fall on the same option. */
function ordered({ ranges, shares }: Spread): Spread {
  const entries = Object.entries(shares).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { ranges, shares: Object.fromEntries(entries) };
}
