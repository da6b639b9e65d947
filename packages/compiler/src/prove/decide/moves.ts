import type { Formula, Variable } from '@smarketing/logic';
import { there } from '../../found.ts';
import type { Transition } from '../../ir/types.ts';
import type { World } from '../world/world.ts';
import { firstsOf, type Judge } from './judge.ts';
import { lazy, memoized } from './memo.ts';
import { type Reached, reachedFrom } from './reached.ts';

/** Where a decision can move a lead. */
export interface Moves {
  /** Its `when` holds and what it waits for happened, at any time since the lead entered the stage in which it is recorded. */
  readonly caused: (transition: Transition) => Formula;
  /** It moves every lead that is recorded in one of its stages, unless another one does so before it. */
  readonly enabled: (transition: Transition) => Formula;
  /** The first move leads into one of these stages. */
  readonly firesInto: (stages: readonly string[]) => Formula;
  /** It is the first that moves a lead recorded in this stage. */
  readonly fires: (transition: Transition, from: string) => Formula;
  /** It is looked at for a lead recorded in this stage, and all but its `when` is given. */
  readonly turn: (transition: Transition, from: string) => Formula;
  /** Where a lead in this stage goes first and from which moment on it is there, each with when, wherever it is recorded. */
  readonly goes: (from: string) => ReadonlyMap<string, Formula>;
  /** The lead is recorded in this stage, and the decision leaves it there. */
  readonly rests: (stage: string) => Formula;
  /** The decision leaves the lead in one of these stages. */
  readonly final: (stages: readonly string[]) => Formula;
  /** A move of the decision enters one of these stages. */
  readonly becomes: (stages: readonly string[]) => Formula;
}

export function createMoves(world: World, judge: Judge): Moves {
  const { logic, cells, entry } = world;
  const { stages, transitions } = judge.agreement;
  const ordered = [
    ...transitions.filter(({ by }) => by !== 'time'),
    ...transitions.filter(({ by }) => by === 'time'),
  ];
  const ids = stages.map(({ id }) => id);
  const exits = new Set(stages.flatMap(({ id, exit }) => (exit ? [id] : [])));

  /** What it needs beside its `when`, but the time since the lead entered its stage. */
  const given = memoized((transition: Transition): Formula => {
    const { by, on, where, without, after_ms: after } = transition;
    const inForce = judge.inForce(transition);
    switch (by) {
      case 'rule':
        return inForce;
      case 'people':
        return logic.and(inForce, cells.atLeast(1, cells.of({ events: on, where, since: 'entry' })));
      case 'time': {
        const recent = cells.of({
          events: without,
          where: null,
          since: [],
          within: there(after, 'time') - 1,
        });
        return logic.and(inForce, logic.not(cells.atLeast(1, recent)));
      }
    }
  });
  const caused = memoized((transition: Transition): Formula =>
    logic.and(given(transition), judge.holds(transition.when)),
  );
  const enabled = memoized((transition: Transition): Formula => {
    if (transition.by !== 'time') return caused(transition);
    return logic.and(caused(transition), entry.atLeast(there(transition.after_ms, 'time')));
  });
  const firsts = memoized((from: string) => {
    const out = ordered.filter((transition) => transition.from.includes(from));
    return { out, first: firstsOf(world, out.map(enabled)) };
  });
  const fires = (transition: Transition, from: string): Formula => {
    const { out, first } = firsts(from);
    return logic.and(entry.stage([from]), first[out.indexOf(transition)] ?? logic.false);
  };
  const rests = (stage: string): Formula =>
    logic.and(entry.stage([stage]), there(firsts(stage).first.at(-1), 'last'));

  const rule = (from: string): readonly Transition[] =>
    ordered.filter((transition) => transition.by === 'rule' && transition.from.includes(from));
  const stays = memoized((stage: string) => logic.not(logic.or(...rule(stage).map(caused))));
  const reached = lazy((): Reached => reachedFrom({ logic, stages, ordered, fires, caused }));
  const variables = lazy(() => {
    const last = logic.variable('stage in which the decision leaves the lead', ids.length);
    const entered = ids.map((id) => logic.variable(`becomes ${id}`, 2));
    world.definitions.define([last, ...entered], {
      axioms: meaning(last, entered),
      tidy: [],
      rough: [],
      tells: toTell(entered),
    });
    return { last, entered };
  });
  const toTell = (entered: readonly Variable[]): Formula[] => [
    ...ids.map((id) => entry.stage([id])),
    ...entered.map((variable) => logic.is(variable, [1])),
    ...ordered.map(caused),
  ];
  const meaning = (last: Variable, entered: readonly Variable[]): Formula[] => {
    const { ruled, ended, moved, movedThenRuled, movedThenEnded, passed } = reached();
    const isEntered = (id: string): Formula => logic.is(entered[ids.indexOf(id)] as Variable, [1]);
    return stages.flatMap(({ id, exit }, at) => {
      const is = logic.is(last, [at]);
      const enters = logic.is(entered[at] as Variable, [1]);
      const surelyThere = logic.or(rests(id), logic.and(ruled(id), stays(id)), ended(id));
      const stopped = logic.and(logic.or(moved(id), movedThenRuled(id)), stays(id));
      const surelyEnters = logic.or(...ids.flatMap((from) => firesInto(from, id)), ruled(id), ended(id));
      const later = [moved(id), movedThenRuled(id), movedThenEnded(id), passed(id)];
      return [
        logic.implies(surelyThere, is),
        logic.implies(is, logic.or(surelyThere, stopped, movedThenEnded(id), passed(id))),
        logic.implies(surelyEnters, enters),
        logic.implies(enters, logic.or(surelyEnters, ...later)),
        logic.implies(logic.and(is, logic.not(entry.stage([id]))), enters),
        logic.implies(logic.and(enters, logic.not(is)), leaves(id, exit, isEntered)),
        logic.implies(enters, comes(id, isEntered)),
      ];
    });
  };
  /** A move leads out of a stage that a move has led into. */
  const leaves = (id: string, isExit: boolean, isEntered: (id: string) => Formula): Formula => {
    const out = ordered.filter(({ from, by }) => from.includes(id) && !(isExit && by === 'rule'));
    return logic.or(...out.map((transition) => logic.and(caused(transition), isEntered(transition.to))));
  };
  /** A move leads into it, out of the recorded stage or of one that a move has led into. */
  const comes = (id: string, isEntered: (id: string) => Formula): Formula => {
    const into = ordered.filter(({ to }) => to === id);
    return logic.or(
      ...into.map((transition) => {
        const { from } = transition;
        const entered = from
          .filter((stage) => !(exits.has(stage) && transition.by === 'rule'))
          .map(isEntered);
        return logic.and(caused(transition), logic.or(entry.stage(from), ...entered));
      }),
    );
  };
  const firesInto = (from: string, to: string): Formula[] =>
    firsts(from)
      .out.filter((transition) => transition.to === to)
      .map((transition) => fires(transition, from));
  const atomsOf = (wanted: readonly string[]): number[] =>
    ids.flatMap((id, at) => (wanted.includes(id) ? [at] : []));

  return {
    caused,
    enabled,
    firesInto: (wanted) => logic.or(...wanted.flatMap((to) => ids.flatMap((from) => firesInto(from, to)))),
    fires,
    turn: (transition, from) => {
      const { out } = firsts(from);
      const before = out.slice(0, out.indexOf(transition));
      return logic.and(
        entry.stage([from]),
        given(transition),
        ...before.map((one) => logic.not(enabled(one))),
      );
    },
    goes: (from) => {
      const { out, first } = firsts(from);
      const alike = Map.groupBy(out.entries(), ([, transition]) => placeOf(transition));
      const when = (some: readonly (readonly [at: number, Transition])[]): Formula =>
        logic.or(...some.map(([at]) => first[at] as Formula));
      return new Map([...alike].map(([place, some]) => [place, when(some)]));
    },
    rests,
    final: (wanted) => logic.is(variables().last, atomsOf(wanted)),
    becomes: (wanted) => {
      const { entered } = variables();
      return logic.or(...atomsOf(wanted).map((at) => logic.is(entered[at] as Variable, [1])));
    },
  };
}

/** Where a transition leads, and when: a rule moves at the moment of the decision, people and time when something happened. */
function placeOf({ by, to, on, where, after_ms: after, without }: Transition): string {
  return JSON.stringify(by === 'rule' ? [to] : [to, on, where, after, without]);
}
