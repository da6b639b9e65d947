import { describe, expect, test } from 'vitest';
import {
  Context,
  createSession,
  createSolver,
  type Formula,
  type Model,
  type Sat,
  type Sum,
  under,
  type Variable,
} from '../src/index.ts';

interface Lead {
  readonly logic: Context;
  readonly role: Variable;
  readonly size: Variable;
  readonly visits: Variable;
}

/** Atom 0 of each is "not known". */
function lead(): Lead {
  const logic = new Context();
  const [role, size, visits] = [
    logic.variable('role', 4),
    logic.variable('size', 5),
    logic.variable('visits', 3),
  ];
  return { logic, role, size, visits };
}

function atomsOf({ atoms }: Model): Record<string, number> {
  return Object.fromEntries([...atoms].map(([variable, atom]) => [variable.name, atom]));
}

/** More leads than slots, in the words of this package. */
function crowd(slots: number): { logic: Context; formula: Formula } {
  const logic = new Context();
  const leads = Array.from({ length: slots + 1 }, (_, at) => logic.variable(`lead_${at}`, slots));
  const apart = leads.flatMap((one, at) =>
    leads
      .slice(at + 1)
      .flatMap((other) =>
        Array.from({ length: slots }, (_, slot) =>
          logic.not(logic.and(logic.is(one, [slot]), logic.is(other, [slot]))),
        ),
      ),
  );
  return { logic, formula: logic.and(...apart) };
}

describe('boxes', () => {
  test('are the conditions that someone would write', () => {
    const { logic, role, size } = lead();
    const formula = logic.or(logic.is(role, [2, 3]), logic.and(logic.is(role, [1]), logic.is(size, [4])));
    const answer = createSession(logic).boxes(formula);
    const boxes = answer.verdict === 'covered' ? answer.boxes : [];
    const read = boxes.map(({ atoms }) => [...atoms].map(([variable, among]) => [variable.name, among]));
    expect(read).toEqual([
      [['role', [2, 3]]],
      [
        ['role', [1, 2, 3]],
        ['size', [4]],
      ],
    ]);
  });

  test('are none of what cannot be, and one without limits of what must be', () => {
    const { logic } = lead();
    const session = createSession(logic);
    expect(session.boxes(logic.false)).toEqual({ verdict: 'covered', boxes: [] });
    expect(session.boxes(logic.true)).toEqual({
      verdict: 'covered',
      boxes: [{ atoms: new Map(), points: new Map() }],
    });
  });

  test('stop at so many', () => {
    const { logic, role, size, visits } = lead();
    const same = logic.or(
      ...[0, 1, 2].map((atom) =>
        logic.and(...[role, size, visits].map((variable) => logic.is(variable, [atom]))),
      ),
    );
    const answer = createSession(logic).boxes(same, { most: 2 });
    expect(answer).toMatchObject({ verdict: 'more' });
    expect(answer.verdict === 'more' && answer.boxes.length).toBe(2);
  });

  test('may ignore what axioms rule out', () => {
    const { logic, role, size } = lead();
    const axioms = [logic.implies(logic.is(size, [4]), logic.is(role, [3]))];
    const answer = createSession(logic, { axioms }).boxes(
      logic.and(logic.is(size, [4]), logic.is(role, [3])),
    );
    expect(answer).toEqual({
      verdict: 'covered',
      boxes: [{ atoms: new Map([[size, [4]]]), points: new Map() }],
    });
  });

  test('bound ranges', () => {
    const { logic, role } = lead();
    const fade = logic.range('fade', { from: 0, to: 10 });
    const sum = logic.sum([{ range: fade }, { when: logic.is(role, [1, 2, 3]), points: 6 }]);
    const answer = createSession(logic).boxes(logic.and(logic.is(role, [0]), logic.sumAtLeast(sum, 4)));
    const [box] = answer.verdict === 'covered' ? answer.boxes : [];
    expect([...(box?.points ?? [])]).toEqual([[fade, { from: 4, to: 10 }]]);
  });
});

describe('a witness', () => {
  test('is as plain as can be, and says what matters', () => {
    const { logic, role, size, visits } = lead();
    const formula = logic.or(
      logic.and(logic.is(role, [2]), logic.is(size, [3]), logic.is(visits, [1, 2])),
      logic.and(logic.is(role, [3]), logic.is(visits, [2])),
    );
    const answer = createSession(logic).witness(formula);
    expect(answer.verdict === 'satisfiable' && atomsOf(answer.model)).toEqual({
      role: 3,
      size: 0,
      visits: 2,
    });
    expect(answer.verdict === 'satisfiable' && [...answer.matters.atoms]).toEqual([
      [role, [3]],
      [visits, [2]],
    ]);
  });

  test('is refused where there is none', () => {
    const { logic, role } = lead();
    const axioms = [logic.is(role, [0, 1])];
    expect(createSession(logic, { axioms }).witness(logic.is(role, [2]))).toEqual({
      verdict: 'unsatisfiable',
    });
  });
});

describe('counts', () => {
  test('are of the variables of the formula, or of those asked for', () => {
    const { logic, role, size, visits } = lead();
    const session = createSession(logic);
    const formula = logic.or(logic.is(role, [1]), logic.is(size, [2, 3]));
    expect(session.count(formula)).toEqual({ verdict: 'counted', classes: 11n });
    expect(session.count(formula, { over: [role, size, visits] })).toEqual({
      verdict: 'counted',
      classes: 33n,
    });
    expect(session.count(formula, { over: [role] })).toEqual({ verdict: 'counted', classes: 4n });
    expect(session.count(logic.false)).toEqual({ verdict: 'counted', classes: 0n });
    expect(session.count(logic.true, { over: [] })).toEqual({ verdict: 'counted', classes: 1n });
  });

  test('of very many are exact', () => {
    const logic = new Context();
    const over = Array.from({ length: 40 }, (_, at) => logic.variable(`field_${at}`, 10));
    const formula = logic.is(over[0]!, [1, 2, 3]);
    expect(createSession(logic).count(formula, { over })).toEqual({
      verdict: 'counted',
      classes: 3n * 10n ** 39n,
    });
  });

  test('stop after so many steps', () => {
    const { logic, role, size } = lead();
    const same = logic.or(...[0, 1, 2].map((at) => logic.and(logic.is(role, [at]), logic.is(size, [at]))));
    expect(createSession(logic).count(same, { most: 2 })).toEqual({ verdict: 'more-than', classes: 2n });
  });
});

describe('a budget', () => {
  test('of conflicts ends a question, the same in every run', () => {
    const answers = [1, 2].map(() => {
      const { logic, formula } = crowd(6);
      const session = createSession(logic, { conflicts: 100 });
      return [session.satisfiable(formula), session.satisfiable(logic.true), session.count(formula)];
    });
    const unknown = { verdict: 'unknown', reason: 'conflicts', spent: 100 };
    expect(answers[0]).toMatchObject([unknown, { verdict: 'satisfiable' }, unknown]);
    expect(answers[1]).toEqual(answers[0]);
  });

  test('of clauses refuses what is too large, and only that', () => {
    const { logic, formula } = crowd(6);
    const session = createSession(logic, { clauses: 100 });
    expect(session.satisfiable(formula)).toMatchObject({ verdict: 'unknown', reason: 'size' });
    expect(session.satisfiable(logic.is(logic.variables[0]!, [1])).verdict).toBe('satisfiable');
  });

  test('of clauses is used up once only: what is too large again is refused sooner', () => {
    const { logic, formula } = crowd(56);
    let added = 0;
    const solver = (): Sat => {
      const own = createSolver();
      return {
        newVar: (preferred) => own.newVar(preferred),
        addClause: (literals) => {
          added += 1;
          own.addClause(literals);
        },
        solve: (assumptions, conflicts, scope) => own.solve(assumptions, conflicts, scope),
        value: (variable) => own.value(variable),
        core: () => own.core(),
        get conflicts() {
          return own.conflicts;
        },
      };
    };
    const session = createSession(logic, { clauses: 80_000, solver });
    const cost = (asked: Formula): number => {
      const before = added;
      expect(session.satisfiable(asked)).toMatchObject({ verdict: 'unknown', reason: 'size' });
      return added - before;
    };
    expect(cost(formula)).toBeGreaterThan(79_000);
    expect(cost(logic.and(formula, logic.is(logic.variables[0]!, [1])))).toBeLessThan(51_000);
    expect(session.satisfiable(logic.is(logic.variables[0]!, [1])).verdict).toBe('satisfiable');
  });

  test('of clauses is not used up by small questions, however many were too large before', () => {
    const { logic, formula } = crowd(56);
    const session = createSession(logic, { clauses: 80_000 });
    for (const variable of logic.variables.slice(0, 3))
      expect(session.satisfiable(logic.and(formula, logic.is(variable, [1]))).verdict).toBe('unknown');
    const fields = Array.from({ length: 14 }, (_, at) => logic.variable(`field_${at}`, 4));
    const small = Array.from({ length: 300 }, (_, at) => {
      const terms = fields.map((field, by) => ({
        when: logic.is(field, [1, 2]),
        points: (at + 7) ** by % 101,
      }));
      return logic.sumAtLeast(logic.sum(terms), 100 + at);
    });
    expect(small.filter((asked) => session.satisfiable(asked).verdict === 'unknown')).toEqual([]);
  });

  test('of clauses is enough for two bounds of a sum that a few terms move far apart', () => {
    const logic = new Context();
    const on = Array.from({ length: 60 }, (_, at) => logic.is(logic.variable(`field_${at}`, 2), [1]));
    const bound = (far: (at: number) => number): Sum =>
      logic.sum(
        on.map((when, at) => ({ when, points: at < 45 ? 5 + (at % 7) : far(at) })),
        { floor: 0, cap: 200 },
      );
    const [low, high] = [bound((at) => -190 - at), bound((at) => 190 + at)];
    const session = createSession(logic, { clauses: 150_000 });
    const between = logic.and(logic.sumAtLeast(high, 150), logic.not(logic.sumAtLeast(low, 20)));
    expect(session.satisfiable(between).verdict).toBe('satisfiable');
  });

  test('that is large enough changes nothing', () => {
    const { logic, formula } = crowd(6);
    expect(createSession(logic).satisfiable(formula).verdict).toBe('unsatisfiable');
  });
});

test('a model leaves at atom 0 what does not matter, whatever was asked before', () => {
  const logic = new Context();
  const fields = Array.from({ length: 12 }, (_, at) => logic.variable(`field_${at}`, 4));
  const score = logic.sum(fields.map((field) => ({ when: logic.is(field, [2, 3]), points: 10 })));
  const session = createSession(logic);
  expect(session.satisfiable(logic.sumAtLeast(score, 120)).verdict).toBe('satisfiable');
  const answer = session.satisfiable(
    logic.and(logic.is(fields[0]!, [1]), logic.not(logic.sumAtLeast(score, 100))),
  );
  expect(answer.verdict === 'satisfiable' && Object.values(atomsOf(answer.model))).toEqual([
    1,
    ...Array(11).fill(0),
  ]);
});

test('formulas that are the same statement are the same object', () => {
  const { logic, role, size } = lead();
  const [one, other] = [logic.is(role, [1, 2]), logic.is(size, [0])];
  expect(logic.and(one, other)).toBe(logic.and(other, one, logic.true, one));
  expect(logic.not(logic.not(logic.and(one, other)))).toBe(logic.and(one, other));
  expect(logic.and(one, logic.is(role, [0, 3]))).toBe(logic.false);
  expect(logic.or(one, logic.not(one))).toBe(logic.true);
  expect(logic.and(one, logic.or(one, other))).toBe(one);
  expect(under({ atoms: new Map([[role, 1]]), points: new Map() }).holds(one)).toBe(true);
});
