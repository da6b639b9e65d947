import { beforeAll, describe, expect, it } from 'vitest';
import type { Agreement, Assignment, AssignState, Queue } from '../../src/ir/index.ts';
import { assign, below, pick, release, seededRandom } from '../../src/ir/index.ts';
import { agreement, span } from '../ir/agreements.ts';
import { type Engine, generate } from './engines.ts';

const seed = Number(process.env['SEED'] ?? 20261126);
const random = seededRandom(seed);
const ids = ['ada', 'ben', 'constructor', 'cleo', 'dan'];

function desks(members: Readonly<Record<string, readonly string[]>>): Agreement {
  const queue = (id: string, assign: Queue['assign']): Queue => {
    const people = members[id] ?? [];
    return {
      kind: 'queue',
      id,
      title: id,
      party: 'sales',
      calendar: null,
      members: people,
      assign,
      manager: null,
      span,
    };
  };
  return agreement({
    people: ids.map((id) => ({ kind: 'person', id, name: `Ms. ${id}`, calendar: null, span })),
    queues: [queue('turns', 'round_robin'), queue('loads', 'least_loaded'), queue('hand', 'by_hand')],
  });
}

const before = desks({ turns: ['ada', 'ben', 'constructor'], loads: ['ben', 'cleo', 'dan'], hand: ['ada'] });
const after = desks({ turns: ['dan', 'ben', 'ada'], loads: ['cleo', 'ada'], hand: [] });

describe(`assign, seed ${seed}`, () => {
  let engines: readonly (readonly [Agreement, Engine])[];
  beforeAll(async () => {
    engines = [
      [before, (await generate(before)).engine],
      [after, (await generate(after)).engine],
    ];
  });

  it('is the same in engine and reference, while people come, go and finish leads', () => {
    let state: unknown = null;
    for (let count = 0; count < 5_000; count++) {
      if (random() < 0.02) state = spoiled(state);
      const [agreement, engine] = pick(random, engines);
      const kept = JSON.stringify(state);
      const [person, to] = [pick(random, [...ids, 'nobody', '__proto__']), pick(random, targets)];
      const [wanted, got] =
        random() < 0.3
          ? [{ state: release(agreement, state, person) }, { state: engine.release(state, person) }]
          : [assign(agreement, state, to), engine.assign(state, to)];
      expect(JSON.stringify(got)).toBe(JSON.stringify(wanted));
      expect(JSON.stringify(state)).toBe(kept);
      state = JSON.parse(JSON.stringify(wanted.state));
    }
  });

  it('gives turns to all: in each stretch of leads nobody has two more than another', () => {
    const given = run('turns', 60);
    for (let from = 0; from < given.length; from++) {
      for (let until = from + 1; until <= given.length; until++)
        expect(spread(given.slice(from, until), ['ada', 'ben', 'constructor'])).toBeLessThanOrEqual(1);
    }
  });

  it('keeps the loads of people alike, who gets leads elsewhere too', () => {
    const [[, engine]] = engines as [[Agreement, Engine]];
    const gaps: number[] = [];
    let state: AssignState | null = null;
    for (let count = 0; count < 300; count++) {
      const queue = random() < 0.3 ? 'turns' : 'loads';
      const open: Readonly<Record<string, number>> = state?.open ?? {};
      const next: Assignment = engine.assign(state, queue);
      const loads = ['ben', 'cleo', 'dan'].map((id) => open[id] ?? 0);
      if (queue === 'loads') gaps.push((open[next.person ?? ''] ?? 0) - Math.min(...loads));
      state = random() < 0.2 ? engine.release(next.state, pick(random, ids)) : next.state;
    }
    expect(new Set(gaps)).toEqual(new Set([0]));
    expect(spread(run('loads', 50), ['ben', 'cleo', 'dan'])).toBe(1);
  });

  it('gives who joins the next turn, once, and forgets who left', () => {
    const [[, first], [, second]] = engines as [[Agreement, Engine], [Agreement, Engine]];
    let { state }: Assignment = first.assign(null, 'turns');
    ({ state } = first.assign(state, 'turns'));
    ({ state } = first.assign(state, 'turns'));
    expect(state.turns).toEqual({ turns: ['ada', 'ben', 'constructor'] });
    const turns = Array.from({ length: 5 }, () => {
      const next: Assignment = second.assign(state, 'turns');
      ({ state } = next);
      return next.person;
    });
    expect(turns).toEqual(['dan', 'ada', 'ben', 'dan', 'ada']);
    expect(state.turns).toEqual({ turns: ['ben', 'dan', 'ada'] });
  });

  it('knows an owner by name, and gives nobody a lead that is given by hand', () => {
    const [[, engine]] = engines as [[Agreement, Engine]];
    const nothing = { open: {}, turns: {} };
    expect(engine.assign(null, { id: 'r', queue: null, owner: 'MS. CLEO' })).toEqual({
      person: 'cleo',
      owner: 'MS. CLEO',
      state: { open: { cleo: 1 }, turns: {} },
    });
    const stranger = { id: 'r', queue: null, owner: 'Somebody' };
    expect(engine.assign(null, stranger)).toEqual({ person: null, owner: 'Somebody', state: nothing });
    expect(engine.assign(null, 'hand')).toEqual({ person: null, owner: null, state: nothing });
    expect(engine.assign(null, null)).toEqual({ person: null, owner: null, state: nothing });
    expect(engine.assign(null, 'closed_long_ago').person).toBeNull();
  });

  function run(queue: string, count: number): readonly (string | null)[] {
    const [[, engine]] = engines as [[Agreement, Engine]];
    let state: AssignState | null = null;
    return Array.from({ length: count }, () => {
      const next = engine.assign(state, queue);
      ({ state } = next);
      return next.person;
    });
  }
});

const route = (queue: string | null, owner: string | null) => ({ id: 'r', queue, owner });
const targets = [
  'turns',
  'loads',
  'hand',
  'gone',
  null,
  route('turns', null),
  route(null, 'ms. BEN'),
  route(null, 'Somebody'),
  route(null, null),
];

function spread(given: readonly (string | null)[], members: readonly string[]): number {
  const counts = members.map((member) => given.filter((one) => one === member).length);
  return Math.max(...counts) - Math.min(...counts);
}

/** A stored state that something else wrote. */
function spoiled(state: unknown): unknown {
  const strange = [null, 'text', 7, [], { open: [], turns: 'x' }, { open: { ada: -1, ben: 1.5, eve: 3 } }];
  const turns = {
    turns: ['ada', 'eve', null, 'ada', 'ben', {}],
    loads: { 0: 'ben' },
    hand: ['ada'],
    gone: ['ada'],
  };
  const hostile = JSON.parse('{ "__proto__": { "open": { "ada": 5 } } }') as unknown;
  const many = { open: { ada: Number.MAX_SAFE_INTEGER, constructor: 2 }, turns };
  return pick(random, [...strange, hostile, many, { ...(state as object), turns }, below(random, 5)]);
}
