import type { MadeForecast, Replay } from '../src/index.ts';

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

/** A replay that has a text in each of its places. */
export function replay(text: string): Replay {
  const share = { share: 0.25, low: 0.2, high: 0.3 };
  return {
    as_of: '2026-11-24T10:00:00.000Z',
    leads: 1200,
    created: ['2026-01-02', '2026-11-20'],
    refused: 3,
    changed: 90,
    outside: 'none',
    moves: [{ aspect: 'stage', from: text, to: text, leads: 90 }],
    segments: [{ by: text, value: text, leads: 400, changed: 90, handed: [300, 210] }],
    handover: {
      stage: text,
      won: text,
      hasOutcomes: true,
      before: 300,
      after: 210,
      cohorts: [{ who: 'dropped', leads: 90, won: share, lost: share }],
    },
  };
}
