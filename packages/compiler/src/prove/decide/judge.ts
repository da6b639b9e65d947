import type { Formula, Sum } from '@smarketing/logic';
import { found, foundIn } from '../../found.ts';
import { ends } from '../../ir/intervals.ts';
import type { Agreement, Band, Condition, InForce, Rule, Score, Subject } from '../../ir/types.ts';
import { isEventTest, type Simple } from '../world/asked.ts';
import type { World } from '../world/world.ts';
import type { Estimates } from './estimates.ts';
import { lazy } from './memo.ts';
import { pointsOfSome } from './menu.ts';
import { type Bounds, mostSpans, type Rules } from './rules.ts';
import { createScores, type OtherVersion, rulesOf, saturated, type ScoreModel } from './scores.ts';

/** What a condition sees besides the lead's fields and events. */
export interface View {
  /** The lead is in one of these stages. */
  readonly stage: (ids: readonly string[]) => Formula;
  readonly becomes?: (ids: readonly string[]) => Formula;
  readonly queue?: (ids: readonly string[] | null) => Formula;
}

/** An agreement's conditions, scores, personas and grades as formulas. */
export interface Judge {
  readonly agreement: Agreement;
  /** As rules, grades, personas and transitions see it: in the stage in which the lead is recorded. */
  readonly holds: (condition: Condition | null, view?: View) => Formula;
  readonly inForce: (of: { readonly in_force: InForce | null }) => Formula;
  readonly any: (formulas: readonly Formula[]) => Formula;
  readonly all: (formulas: readonly Formula[]) => Formula;
  readonly score: (id: string) => ScoreModel;
  /** The points of a score's group before its cap and floor. */
  readonly groupOf: (score: Score, group: string) => Bounds<Sum>;
  /** The points of a rule before its cap and floor, whether it applies or not. */
  readonly pointsOf: (rule: Rule) => Bounds<number>;
  readonly band: (score: string, band: Band) => Formula;
  readonly between: (score: string, low: number, high: number) => Formula;
  readonly persona: (id: string) => Formula;
  readonly grade: (id: string) => Formula;
  /** Rows of the grades in order: when each is the one that counts; the last is `otherwise`. */
  readonly gradeRows: () => readonly Formula[];
}

export interface JudgeOptions {
  /** The world's own if it is left out, or another version of it. */
  readonly agreement?: Agreement;
  readonly other?: OtherVersion;
  /** Says when a score is at least so much, in place of its rules. */
  readonly guess?: (score: string, points: number) => Formula;
}

export function createJudge(
  world: World,
  { rules, estimates }: { readonly rules: Rules; readonly estimates: Estimates },
  { agreement = world.agreement, other, guess }: JudgeOptions = {},
): Judge {
  const { logic, asOf, fields, created, cells, entry } = world;
  const recorded: View = { stage: entry.stage };
  const known = new Map<View, Map<Condition, Formula>>();

  const holds = (condition: Condition | null, view: View = recorded): Formula => {
    if (condition === null) return logic.true;
    const memo = known.get(view) ?? new Map<Condition, Formula>();
    known.set(view, memo);
    const before = memo.get(condition);
    if (before) return before;
    const made = formula(condition, view);
    memo.set(condition, made);
    return made;
  };

  const formula = (condition: Condition, view: View): Formula => {
    switch (condition.kind) {
      case 'all':
        return logic.and(...condition.of.map((part) => holds(part, view)));
      case 'any':
        return logic.or(...condition.of.map((part) => holds(part, view)));
      case 'not':
        return logic.not(holds(condition.of, view));
      case 'some':
        return logic.atLeast(
          condition.at_least,
          condition.of.map((part) => holds(part, view)),
        );
      default:
        return simple(condition, view);
    }
  };

  const simple = (test: Simple, view: View): Formula => {
    if (isEventTest(test)) {
      const { events, where, since } = test;
      const ever = cells.of({ events, where, since });
      if (test.kind === 'event_age') {
        const recent = cells.of({ events, where, since, within: test.older_than_ms });
        return logic.and(cells.atLeast(1, ever), logic.not(cells.atLeast(1, recent)));
      }
      const counted =
        test.within_ms === null ? ever : cells.of({ events, where, since, within: test.within_ms });
      return logic.and(
        cells.atLeast(test.min ?? 0, counted),
        test.max === null ? logic.true : logic.not(cells.atLeast(test.max + 1, counted)),
      );
    }
    const { subject } = test;
    switch (subject.kind) {
      case 'field': {
        const model = subject.id === 'created_at' ? created : found(fields, subject.id);
        return model.holds(test);
      }
      case 'score':
        if (test.kind === 'present') return logic.true;
        if (test.kind === 'choice') return logic.or(...bandsOf(subject.id, test.options));
        return test.kind === 'number' ? between(subject.id, ...ends(test)) : unknown(subject);
      case 'stage':
        return test.kind === 'choice' ? view.stage(test.options) : logic.true;
      case 'persona':
        return named(
          test,
          persona,
          agreement.personas.map(({ id }) => id),
        );
      case 'grade':
        return named(test, grade, agreement.grades?.order ?? []);
      case 'becomes':
        return test.kind === 'choice' ? (view.becomes?.(test.options) ?? unknown(subject)) : unknown(subject);
      case 'queue':
        return view.queue?.(test.kind === 'choice' ? test.options : null) ?? unknown(subject);
      case 'property':
        return unknown(subject);
    }
  };

  const named = (test: Simple, is: (id: string) => Formula, all: readonly string[]): Formula =>
    logic.or(...(test.kind === 'choice' ? test.options : all).map(is));

  const scoreOf = (id: string): Score => foundIn(agreement.scores, id);
  const bandsOf = (id: string, options: readonly string[]): Formula[] =>
    scoreOf(id)
      .bands.filter((one) => options.includes(one.id))
      .map((one) => band(id, one));
  const band = (id: string, of: Band): Formula => between(id, ...ends(of));
  const between = (id: string, low: number, high: number): Formula => {
    const atLeast = (points: number): Formula => guess?.(id, points) ?? score(id).atLeast(points);
    return logic.and(
      low === -Infinity ? logic.true : atLeast(low),
      high === Infinity ? logic.true : logic.not(atLeast(high + 1)),
    );
  };
  const score = createScores({
    world,
    rules,
    estimates,
    agreement,
    other,
    holds: (condition) => holds(condition),
  });

  const personas = lazy(() => firsts(agreement.personas.map(({ when }) => holds(when))));
  const persona = (id: string): Formula => {
    const at = agreement.personas.findIndex((one) => one.id === id);
    return personas()[at] ?? logic.false;
  };
  const gradeRows = lazy(() => {
    const rows = agreement.grades?.rows ?? [];
    return firsts(rows.map((row) => logic.and(asOf.inForce(row), holds(row.when))));
  });
  const grade = (id: string): Formula => {
    const { rows = [], otherwise = null } = agreement.grades ?? {};
    return logic.or(
      ...gradeRows().filter((_, at) => (at < rows.length ? rows[at]?.grade : otherwise) === id),
    );
  };
  /** When each is the first that holds, and at the end when none does. */
  const firsts = (all: readonly Formula[]): Formula[] => firstsOf(world, all);

  return {
    agreement,
    holds,
    inForce: asOf.inForce,
    any: (formulas) => logic.or(...formulas),
    all: (formulas) => logic.and(...formulas),
    score,
    groupOf: (of, group) => {
      const { low, high } = rulesOf({ world, rules, holds: (condition) => holds(condition) }, of, group);
      const limits = foundIn(of.groups, group);
      return { low: logic.sum(saturated(low, limits)), high: logic.sum(saturated(high, limits)) };
    },
    pointsOf,
    band,
    between,
    persona,
    grade,
    gradeRows,
  };
}

/** When each formula is the first of them that holds, and at the end when none does. */
export function firstsOf({ logic }: World, all: readonly Formula[]): Formula[] {
  let none = logic.true;
  const firsts = all.map((one) => {
    const first = logic.and(none, one);
    none = logic.and(none, logic.not(one));
    return first;
  });
  return [...firsts, none];
}

function pointsOf(rule: Rule): Bounds<number> {
  const free = { ...rule, cap: null, floor: null };
  const spans = free.kind === 'idle_rule' ? mostSpans(free) : 1;
  const ends = free.kind === 'event_rule' ? pointsOfSome(free) : [free.points * spans];
  return { low: Math.min(0, ...ends), high: Math.max(0, ...ends) };
}

function unknown(subject: Subject): never {
  throw new Error(`A condition asks of something that is not there: ${JSON.stringify(subject)}`);
}
