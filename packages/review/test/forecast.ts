import type { MadeForecast } from '../src/index.ts';

/** A forecast that has a text in each of its places. */
export function forecast(text: string): MadeForecast {
  const target = {
    by: 'sales',
    before: { asks: 0.85, chance: 0.97 },
    after: { asks: 0.85, chance: 0.02 },
  } as const;
  const ways = {
    people: { times: 1.5, desks: [{ desk: text, people: 6 }] },
    within_ms: 12_600_000,
    leads: 0.7,
  };
  return {
    kind: 'made',
    start: '2026-10-01',
    weeks: 26,
    runs: 1000,
    seed: 1,
    pool: [20_000, 20_000],
    currency: 'EUR',
    rows: [
      {
        id: `kept.${text}`,
        group: 'promise',
        title: text,
        unit: 'share',
        before: 0.92,
        after: 0.61,
        change: { mean: -0.31, p5: -0.35, p95: -0.27 },
        clear: true,
        target,
      },
      {
        id: 'revenue',
        group: 'money',
        title: 'Revenue',
        unit: 'money',
        before: 2_783_000,
        after: 2_790_000,
        change: { mean: 7000, p5: -20_000, p95: 30_000 },
        clear: false,
        target: null,
      },
    ],
    broken: [{ promise: text, by: 'sales', says: text, unit: 'share', kept: 0.61, promised: 0.85, ways }],
    assumptions: [{ id: text, unit: 'share', value: 7000, low: 6400, high: 7600, source: text, as_of: null }],
    gaps: [{ what: text, why: text }],
    assumesOtherwise: false,
  };
}
