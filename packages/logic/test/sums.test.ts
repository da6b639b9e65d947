import { describe, expect, test } from 'vitest';
import { Context, createSession, type Formula, type Sum, type TermInput } from '../src/index.ts';

/** Answers as numbers: the least and the most that a sum can be. */
function boundsOf(logic: Context, sum: Sum, when?: Formula): (number | undefined)[] {
  const session = createSession(logic);
  return [session.minimum(sum, when), session.maximum(sum, when)].map((answer) =>
    answer.verdict === 'found' ? answer.points : undefined,
  );
}

/** Three switches and what they give. */
function switches(...points: readonly number[]): { logic: Context; on: Formula[]; terms: TermInput[] } {
  const logic = new Context();
  const on = points.map((_, at) => logic.is(logic.variable(`switch_${at}`, 2), [1]));
  return { logic, on, terms: points.map((each, at) => ({ when: on[at]!, points: each })) };
}

describe('a sum', () => {
  test('is what its terms add up to', () => {
    const { logic, terms, on } = switches(10, 25, -5);
    const sum = logic.sum([...terms, { points: 3 }]);
    expect(boundsOf(logic, sum)).toEqual([-2, 38]);
    expect(boundsOf(logic, sum, on[2])).toEqual([-2, 33]);
  });

  test('is cut off at its cap, then at its floor', () => {
    const { logic, terms } = switches(10, 25, -50);
    expect(boundsOf(logic, logic.sum(terms, { cap: 20, floor: -7 }))).toEqual([-7, 20]);
    expect(boundsOf(logic, logic.sum(terms, { cap: 5, floor: 8 }))).toEqual([8, 8]);
  });

  test('cut off inside another one loses what is beyond', () => {
    const { logic, terms, on } = switches(30, 30, -20);
    const group = logic.sum(terms.slice(0, 2), { cap: 40 });
    const score = logic.sum([{ sum: group }, terms[2]!]);
    expect(boundsOf(logic, score, logic.and(...on))).toEqual([20, 20]);
    const session = createSession(logic);
    expect(session.valid(logic.implies(on[2]!, logic.not(logic.sumAtLeast(score, 21)))).verdict).toBe(
      'proved',
    );
  });

  test('counts other sums so many times, and only where it should', () => {
    const { logic, terms, on } = switches(3, 4, 100);
    const inner = logic.sum(terms.slice(0, 2));
    const outer = logic.sum([{ when: on[2]!, sum: inner, times: -2 }]);
    expect(boundsOf(logic, outer)).toEqual([-14, 0]);
    expect(boundsOf(logic, outer, logic.and(on[0]!, on[2]!))).toEqual([-14, -6]);
  });

  test('takes from one variable the points of one atom only', () => {
    const logic = new Context();
    const seniority = logic.variable('seniority', 4);
    const terms = [1, 2, 3].map((atom) => ({ when: logic.is(seniority, [atom]), points: 10 * atom }));
    expect(boundsOf(logic, logic.sum(terms))).toEqual([0, 30]);
  });

  test('may contain any integer of a range', () => {
    const { logic, on } = switches(0);
    const fade = logic.range('fade', { from: 2, to: 20, step: 3 });
    const sum = logic.sum([{ when: on[0]!, range: fade, times: -1 }, { points: 7 }]);
    expect(boundsOf(logic, sum)).toEqual([-13, 7]);
    const session = createSession(logic);
    const exactly = (points: number): Formula =>
      logic.and(logic.sumAtLeast(sum, points), logic.not(logic.sumAtLeast(sum, points + 1)));
    expect(session.satisfiable(exactly(5)).verdict).toBe('satisfiable');
    expect(session.satisfiable(exactly(4)).verdict).toBe('unsatisfiable');
  });

  test('shares a range with another sum', () => {
    const logic = new Context();
    const fade = logic.range('fade', { from: 0, to: 10 });
    const [one, other] = [logic.sum([{ range: fade }]), logic.sum([{ range: fade, times: 3 }])];
    const session = createSession(logic);
    expect(session.implied(logic.sumAtLeast(one, 4), logic.sumAtLeast(other, 12)).verdict).toBe('proved');
    expect(session.implied(logic.sumAtLeast(one, 4), logic.sumAtLeast(other, 13)).verdict).toBe(
      'counterexample',
    );
  });

  test('that a range makes is in order wherever it is asked about', () => {
    const logic = new Context();
    const fade = logic.range('fade', { from: 0, to: 10 });
    const sum = logic.sum([{ range: fade }]);
    const session = createSession(logic);
    const least = (points: number): Formula => logic.sumAtLeast(sum, points);
    for (const points of [3, 4, 5, 6, 7]) {
      expect(session.satisfiable(least(points)).verdict).toBe('satisfiable');
    }
    expect(session.satisfiable(logic.and(least(7), logic.not(least(3)))).verdict).toBe('unsatisfiable');
  });

  test('that is another one but for a fading term is compared with it exactly', () => {
    const { logic, terms, on } = switches(10, 20, 5, 15, 30);
    const [kept, left] = ['kept', 'left'].map((name) => logic.range(name, { from: 0, to: 9 }));
    const before = logic.sum([...terms, { range: kept! }, { when: on[0]!, range: left! }], { cap: 60 });
    const after = logic.sum([...terms, { range: kept! }], { cap: 60 });
    const session = createSession(logic);
    const [is, was] = [after, before].map((sum) => (points: number) => logic.sumAtLeast(sum, points));
    expect(session.implied(is!(50), was!(50)).verdict).toBe('proved');
    expect(session.implied(was!(50), is!(41)).verdict).toBe('proved');
    expect(session.implied(was!(50), is!(42)).verdict).toBe('counterexample');
    expect(session.implied(logic.and(was!(50), logic.not(on[0]!)), is!(50)).verdict).toBe('proved');
  });

  test('refuses what is no whole number', () => {
    const logic = new Context();
    expect(() => logic.sum([{ points: 1.5 }])).toThrow(RangeError);
    expect(() => logic.sum([], { cap: 0.5 })).toThrow(RangeError);
    expect(() => logic.range('fade', { from: 0, to: 5, step: 2 })).toThrow(RangeError);
    expect(() => logic.variable('none', 0)).toThrow(RangeError);
    expect(() => logic.is(logic.variable('two', 2), [2])).toThrow(RangeError);
  });
});
