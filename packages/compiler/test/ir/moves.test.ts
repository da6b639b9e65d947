import { describe, expect, test } from 'vitest';
import type { Agreement, Condition, Explanation, EventInput, Transition } from '../../src/ir/index.ts';
import { about, agreement, day, decide, happened, hour, lead, least, now, transition } from './agreements.ts';

const history = (...moments: number[]): EventInput[] => [
  entered('mql', now - day),
  ...moments.map((at) => ({ event: 'called', at })),
];

const inStage = (id: string): Condition => ({ kind: 'choice', subject: { kind: 'stage' }, options: [id] });

const onFromMql = (when: Condition): Transition => transition('on', 'rule', 'mql', 'sql', { when });

const path: Condition = {
  kind: 'text',
  subject: { kind: 'property', id: 'path' },
  op: 'equals',
  values: ['/x'],
};
const big: Condition = { kind: 'number', subject: about('staff'), decimals: 0, ...least(10) };

function moved(
  transitions: readonly Transition[],
  events: readonly EventInput[],
  parts: Partial<Agreement> = {},
): Explanation {
  return decide(agreement({ transitions, ...parts }), lead({ events }));
}

function entered(stage: string, at: number): EventInput {
  return { event: `entered_${stage}`, at };
}

describe('the recorded stage', () => {
  test('is the first one since creation, if nothing was recorded', () => {
    expect(moved([], [])).toMatchObject({ stage: 'lead', stage_since: now - 10 * day, moves: [] });
  });

  test('is that of the latest entry; at one moment, the one later in the funnel', () => {
    const events = [
      entered('recycled', now - 5),
      entered('sql', now - 5),
      entered('mql', now - 9),
      entered('mql', now + 1),
    ];
    expect(moved([], events)).toMatchObject({ stage: 'recycled', stage_since: now - 5 });
    expect(moved([], [entered('sql', now - 9), entered('mql', now - 5)])).toMatchObject({ stage: 'mql' });
  });
});

describe('people', () => {
  const called = transition('call', 'people', 'mql', 'sql', { on: ['called', 'visit'] });

  test('move it at the first event strictly after it entered', () => {
    expect(moved([called], history(now - day)).moves).toEqual([]);
    expect(moved([called], history(now - 5, now - day + 1, now - day)).moves).toEqual([
      { id: 'call', from: 'mql', to: 'sql', at: now - day + 1 },
    ]);
    expect(moved([called], history(now + 1)).moves).toEqual([]);
  });

  test('may ask for properties of the event, and for a condition at as_of', () => {
    const visit = { ...called, where: path };
    const events = [
      entered('mql', now - day),
      { event: 'visit', at: now - 9, properties: { path: '/y' } },
      { event: 'visit', at: now - 5, properties: { path: '/x' } },
    ];
    expect(moved([visit], events).stage_since).toBe(now - 5);
    expect(moved([{ ...visit, when: big }], events).moves).toEqual([]);
  });
});

describe('time', () => {
  const stale = transition('stale', 'time', 'lead', 'recycled', { after_ms: 2 * day, without: ['visit'] });

  test('moves it when it was up, since entry or the latest of the events without', () => {
    expect(moved([stale], []).moves).toEqual([
      { id: 'stale', from: 'lead', to: 'recycled', at: now - 8 * day },
    ]);
    const visited = (at: number): Explanation => moved([stale], [{ event: 'visit', at }]);
    expect(visited(now - 2 * day).stage_since).toBe(now);
    expect(visited(now - 2 * day + 1).moves).toEqual([]);
    expect(visited(now - 20 * day).stage_since).toBe(now - 8 * day);
  });

  test('is tried after all others', () => {
    const rule = transition('up', 'rule', 'lead', 'mql');
    expect(moved([stale, rule], []).reasons).toEqual(['up']);
  });
});

describe('chains', () => {
  test('go on from each stage, in the order written', () => {
    const transitions = [
      transition('big', 'rule', 'lead', 'mql', { when: big }),
      transition('call', 'people', ['lead', 'mql'], 'sql', { on: ['called'] }),
      transition('off', 'time', 'sql', 'recycled', { after_ms: hour }),
      transition('again', 'people', 'recycled', 'lead', { on: ['asked'] }),
    ];
    const decision = moved(transitions, [
      { event: 'called', at: now - day },
      { event: 'called', at: now - hour },
      { event: 'asked', at: now - 5 * day },
      { event: 'asked', at: now - 5 * hour },
    ]);
    expect(decision.moves).toEqual([
      { id: 'call', from: 'lead', to: 'sql', at: now - day },
      { id: 'off', from: 'sql', to: 'recycled', at: now - day + hour },
      { id: 'again', from: 'recycled', to: 'lead', at: now - 5 * hour },
      { id: 'call', from: 'lead', to: 'sql', at: now - hour },
      { id: 'off', from: 'sql', to: 'recycled', at: now },
    ]);
    expect(decision).toMatchObject({ stage: 'recycled', stage_since: now });
    expect(decision.reasons).toEqual(decision.moves.map(({ id }) => id));
  });

  test('do not leave an exit by a rule in the decision that led there', () => {
    const off = transition('off', 'time', 'lead', 'recycled', { after_ms: day });
    const back = transition('back', 'rule', 'recycled', 'mql');
    expect(moved([off, back], []).moves.map(({ id }) => id)).toEqual(['off']);
    expect(moved([off, back], [entered('recycled', now - day)]).reasons).toEqual(['back']);
  });

  test('see the recorded stage and no event of their own', () => {
    const up = transition('up', 'rule', 'lead', 'mql');
    expect(moved([up, onFromMql(inStage('lead'))], []).stage).toBe('sql');
    expect(moved([up, onFromMql(inStage('mql'))], []).stage).toBe('mql');
    expect(moved([up, onFromMql(happened('entered_mql'))], []).stage).toBe('mql');
  });

  test('leave out what is not in force, and a circle is our bug', () => {
    const up = transition('up', 'rule', 'lead', 'mql');
    expect(moved([{ ...up, in_force: { from: now + 1, until: null } }], []).moves).toEqual([]);
    expect(() => moved([up, transition('down', 'rule', 'mql', 'lead')], [])).toThrow('circle: ');
  });
});
