import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile, readAgreementFolder } from '../../src/index.ts';
import type { Agreement, Change, Next } from '../../src/ir/index.ts';
import { randomCase, readLead, seededRandom } from '../../src/ir/index.ts';
import { everything } from '../ir/everything.ts';
import { corners, smallest } from './corners.ts';
import { generate } from './engines.ts';
import { afterOneChange, type Base, baseOf, brokenWays, rankOf } from './next.ts';

const seed = Number(process.env['SEED'] ?? 20261126);
const leads = Number(process.env['LEADS'] ?? 40);

const folders = { workload: '../../bench/decide/workload', acme: '../../../../agreements/acme' };

function compiled(name: keyof typeof folders): Agreement {
  const [sources = []] = readAgreementFolder(join(import.meta.dirname, folders[name]));
  const [agreement] = compile(sources, { name, today: '2026-11-26', proofs: false });
  if (!agreement) throw new Error(`${name} does not compile`);
  return agreement;
}

/** What is wrong with what is said to come next; empty if nothing is. */
function wrongIn(base: Base, next: Next | null): string {
  if (rankOf(base, base.lead) >= 0) return next === null ? '' : 'it moves on by itself';
  if (next !== null && brokenWays(base, next).length > 0) return 'a way does not lead there';
  const isNear = afterOneChange(base).some((lead) => rankOf(base, lead) >= 0);
  const isSingle = next?.by === 'lead' && next.ways.some((way) => way.length === 1 && isOnce(way));
  return isNear && !isSingle ? 'one change would be enough' : '';
}

function isOnce(way: readonly Change[]): boolean {
  return way.every((change) => change.kind !== 'event' || change.times === 1);
}

describe(`what brings a lead to the next stage, seed ${seed}`, () => {
  it.each<[string, Agreement, number]>([
    ['everything', everything, leads],
    ['corners', corners, leads],
    ['workload', compiled('workload'), leads],
    ['acme', compiled('acme'), leads / 4],
  ])(
    'leads there by the reference too, by the fewest changes: %s',
    async (_, agreement, most) => {
      const { explain, parseLead } = (await generate(agreement)).engine;
      const random = seededRandom(seed);
      const sizes = new Set<number>();
      for (let count = 0; count < most; count++) {
        const { input, asOf } = randomCase(agreement, random);
        const reading = readLead(agreement, input);
        if ('problems' in reading) continue;
        const { next } = explain(parseLead(input), { asOf });
        for (const way of next?.ways ?? []) sizes.add(way.length);
        const wrong = wrongIn(baseOf(agreement, reading.lead, asOf), next);
        expect(wrong === '' ? null : { wrong, input, asOf, next }).toBe(null);
      }
      expect(sizes.size).toBeGreaterThan(0);
    },
    30_000 + leads * 1_000,
  );

  it('is nothing where no way leads on, and where nobody asks', async () => {
    const small = (await generate(smallest)).engine;
    expect(small.explain(small.parseLead({ id: '1', created_at: 0 }), { asOf: 0 }).next).toBe(null);
    const { explain, parseLead } = (await generate(everything)).engine;
    expect(explain(parseLead({ id: '1', created_at: 0 }), { asOf: 0, next: false }).next).toBe(null);
  });

  it('tells how many points are missing, what would give them, and whose turn it is', async () => {
    const { explain, parseLead } = (await generate(compiled('workload'))).engine;
    const asOf = Date.UTC(2026, 10, 24, 9);
    const lead = {
      id: '1',
      created_at: asOf,
      country: 'de',
      industry: 'software',
      seniority: 'vp',
      department: 'operations',
      employees: 20,
      business_address: true,
      events: [{ event: 'page_viewed', at: asOf }],
    };
    const { next } = explain(parseLead(lead), { asOf });
    expect(next).toMatchObject({ stage: 'mql', by: 'lead', points_missing: { score: 'total', points: 7 } });
    const demo = { kind: 'event', event: 'demo_requested', properties: {}, times: 1 };
    const larger = { kind: 'number', field: 'employees', at_least: 50, below: null };
    expect(next?.ways).toContainEqual([demo]);
    expect(next?.ways).toContainEqual([larger]);
    expect(next?.ways).not.toContainEqual([expect.objectContaining({ event: 'unsubscribed' })]);

    const asked = parseLead({ ...lead, events: [...lead.events, { event: 'demo_requested', at: asOf }] });
    expect(explain(asked, { asOf }).next).toEqual({
      stage: 'sql',
      by: 'people',
      points_missing: null,
      ways: [[{ kind: 'event', event: 'accepted', properties: {}, times: 1 }]],
    });
  });
});
