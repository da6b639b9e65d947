import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boundaryLeads,
  evaluate,
  randomCase,
  randomLead,
  readLead,
  seededRandom,
} from '../../src/ir/index.ts';
import type { Condition, LeadInput } from '../../src/ir/index.ts';
import { about, agreement, day, decide, lead, now, score, leadRule } from './agreements.ts';
import { everything } from './everything.ts';

const top: Condition = { kind: 'choice', subject: about('level'), options: ['top'] };
const span = { file: '', line: 1, col: 1, end_line: 1, end_col: 1 };

const row = { kind: 'grade_row', because: null, in_force: null, span } as const;
const grades = {
  kind: 'grades',
  order: ['A', 'B'],
  match: 'first',
  rows: [
    { ...row, id: 'best', when: top, grade: 'A', in_force: { from: now, until: null } },
    { ...row, id: 'second', when: top, grade: 'B' },
  ],
  otherwise: null,
  worse_grade_because: null,
  matrix: null,
  span,
} as const;

const graded = (asOf: number, otherwise: string | null = null, input: LeadInput = lead({ level: 'top' })) => {
  const { grade, reasons } = decide(agreement({ grades: { ...grades, otherwise } }), input, asOf);
  return [grade, ...reasons];
};

const leadsOfSeed = (seed: number): LeadInput[] => {
  const random = seededRandom(seed);
  return Array.from({ length: 100 }, () => randomLead(everything, random, { asOf: now }));
};

const repeats = (lists: readonly (readonly unknown[])[]): number =>
  lists.filter((list) => new Set(list).size < list.length).length;

describe('judgements and routes', () => {
  test('a grade is that of the first row in force, else the last resort, else none', () => {
    expect(graded(now)).toEqual(['A', 'best']);
    expect(graded(now - 1)).toEqual(['B', 'second']);
    expect(graded(now, 'C', lead())).toEqual(['C', 'grades_otherwise']);
    expect(graded(now, null, lead())).toEqual([null]);
  });

  test('a lead is routed in its stages only, by the stage in which the decision leaves it', () => {
    const inMql: Condition = { kind: 'choice', subject: { kind: 'stage' }, options: ['mql'] };
    const to = { kind: 'owner', field: 'account_owner' } as const;
    const known = {
      kind: 'route',
      id: 'known',
      when: inMql,
      to,
      because: null,
      in_force: null,
      span,
    } as const;
    const routing = {
      kind: 'routing',
      stages: ['mql', 'sql'],
      match: 'first',
      rows: [known],
      otherwise: { kind: 'queue', queue: 'desk' },
      span,
    } as const;
    const route = (stage: string) => {
      const events = [{ event: `entered_${stage}`, at: now }];
      return decide(agreement({ routing }), lead({ events, account_owner: 'Ann' })).route;
    };
    expect(route('lead')).toBeNull();
    expect(route('mql')).toEqual({ id: 'known', queue: null, owner: 'Ann' });
    expect(route('sql')).toEqual({ id: 'routing_otherwise', queue: 'desk', owner: null });
  });

  test('scores, persona and grade are computed in the order of their dependencies', () => {
    const persona = {
      id: 'boss',
      title: '',
      who: null,
      gives_way_to: [],
      goals: [],
      pains: [],
      questions: [],
      needs: [],
    };
    const isBoss: Condition = { kind: 'choice', subject: { kind: 'persona' }, options: ['boss'] };
    const scores = [score('s', { rules: [leadRule('for_boss', 5, { when: isBoss })] })];
    const personas = [{ kind: 'persona', when: top, ...persona, span } as const];
    const world = agreement({ personas, scores, order: ['persona', 's'] });
    expect(decide(world, lead({ level: 'top' }))).toMatchObject({ persona: 'boss', scores: { s: 5 } });
    expect(decide(world, lead())).toMatchObject({ persona: null, scores: { s: 0 } });
  });
});

describe('a decision', () => {
  test('has its keys in one order', () => {
    const { input, asOf } = randomCase(everything, seededRandom(1));
    const keys = 'agreement lead as_of stage stage_since moves scores bands grade persona route';
    expect(Object.keys(decide(everything, input, asOf)).join(' ')).toBe(
      `${keys} promises notices ledger reasons`,
    );
  });

  test('is a function of the lead as a set of events, the agreement and as_of', () => {
    const frozen = deepFreeze(structuredClone(everything));
    fc.assert(
      fc.property(fc.integer(), fc.infiniteStream(fc.nat()), (seed, keys) => {
        const { input, asOf } = randomCase(everything, seededRandom(seed));
        const order = new Map((input.events ?? []).map((event) => [event, keys.next().value]));
        const shuffled = (input.events ?? []).toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
        const decision = decide(frozen, deepFreeze(input), asOf);
        const again = decide(
          everything,
          { ...input, events: [...shuffled, ...shuffled.filter(({ id }) => id)] },
          asOf,
        );
        expect(JSON.stringify(again)).toBe(JSON.stringify(decision));
        expect(JSON.parse(JSON.stringify(decision))).toStrictEqual(decision);
      }),
      { numRuns: 150 },
    );
  });

  test('does not know what comes after as_of, nor trusts the order of the events it is given', () => {
    const { input, asOf } = randomCase(everything, seededRandom(5));
    const reading = readLead(everything, {
      ...input,
      events: [...(input.events ?? []), { event: 'visit', at: asOf + 1 }],
    });
    if ('problems' in reading) throw new Error('A random lead is one');
    const reversed = { ...reading.lead, events: reading.lead.events.toReversed() };
    expect(evaluate(everything, reversed, { asOf })).toEqual(decide(everything, input, asOf));
  });
});

describe('leads to test engines with', () => {
  test('are all taken, and the same for the same seed', () => {
    expect(leadsOfSeed(1)).toEqual(leadsOfSeed(1));
    expect(leadsOfSeed(1)).not.toEqual(leadsOfSeed(2));
    expect(leadsOfSeed(3).flatMap((input) => refusals(input))).toEqual([]);
  });

  test('stand on both sides of every condition, and reach every outcome', () => {
    const cases = [...boundaryLeads(everything, now)];
    expect(cases.flatMap(({ input }) => refusals(input))).toEqual([]);
    const seen = cases.map(({ input, asOf }) => decide(everything, input, asOf));
    const reasons = new Set(seen.flatMap(({ reasons }) => reasons));
    const rows = [
      ...everything.transitions,
      ...(everything.grades?.rows ?? []),
      ...(everything.routing?.rows ?? []),
    ];
    const rules = everything.scores.flatMap(({ rules }) => rules);
    expect([...rules, ...rows].map(({ id }) => id).filter((id) => !reasons.has(id))).toEqual([]);
    const states = new Set(seen.flatMap(({ promises }) => promises.map(({ id, state }) => `${id} ${state}`)));
    expect([...states].toSorted()).toEqual([
      'contact beyond_calendar',
      'contact broken',
      'contact met',
      'contact paused',
      'contact running',
      'persistence broken',
      'persistence met',
      'persistence running',
    ]);
  });

  test('come with missing values, ties, events told twice and events still to come', () => {
    const random = seededRandom(9);
    const leads = Array.from({ length: 200 }, () => randomLead(everything, random, { asOf: now }));
    const moments = leads.map(({ events = [] }) =>
      events.map(({ at }) => (typeof at === 'string' ? Date.parse(at) : at)),
    );
    const ids = leads.map(({ events = [] }) => events.flatMap(({ id }) => (id === undefined ? [] : [id])));
    expect(repeats(moments)).toBeGreaterThan(50);
    expect(repeats(ids)).toBeGreaterThan(5);
    expect(moments.filter((list) => list.some((at) => at > now)).length).toBeGreaterThan(20);
    expect(moments.filter((list) => list.includes(now - 30 * day)).length).toBeGreaterThan(5);
    expect(leads.filter(({ account_owner: owner }) => owner === 'Somebody Else').length).toBeGreaterThan(0);
  });
});

function refusals(input: LeadInput): unknown[] {
  const reading = readLead(everything, input);
  return 'problems' in reading ? [...reading.problems] : [];
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
