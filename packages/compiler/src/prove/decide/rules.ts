import type { Formula, TermInput, Variable } from '@smarketing/logic';
import { firstOf } from '../../found.ts';
import type { EventRule, IdleRule, Rule, Score } from '../../ir/types.ts';
import type { Cell } from '../events/cells.ts';
import { hasAllLevels, levelsOf } from '../events/uses.ts';
import type { World } from '../world/world.ts';
import { clampOf, type Item, manyOf, menuOf, pointsOfSome } from './menu.ts';

/** What an event rule gives: an item of its menu, or any points within bounds. */
export interface Given {
  readonly rule: EventRule;
  readonly menu: readonly Item[];
  /** What is tried for other points. */
  readonly many: Item;
  /** Atom n: the item n; the last atom, if there is one more: other points. */
  readonly variable: Variable;
  readonly cells: readonly Cell[];
}

/** Bounds of the points of something: the least and the most that the classes of a lead leave open. */
export interface Bounds<Of> {
  readonly low: Of;
  readonly high: Of;
}

export interface Rules {
  /** The points of a rule while `when` holds. */
  readonly terms: (score: Score, rule: Rule, when: Formula) => Bounds<readonly TermInput[]>;
  /** Some event or idle span gives the rule points to give. */
  readonly active: (score: Score, rule: Rule) => Formula;
  readonly given: readonly Given[];
}

interface Term {
  readonly when: Formula;
  readonly low: number;
  readonly high: number;
}

interface Points {
  readonly terms: readonly Term[];
  readonly active: Formula;
}

/** Rules of two versions of an agreement that ask the same of events give the same points. */
export function createRules(world: World): Rules {
  const { logic, cells } = world;
  const known = new Map<string, Points>();
  const given: Given[] = [];

  const ofEvents = (score: Score, rule: EventRule): Points => {
    const counted = cells.of({ events: rule.on, where: rule.where, since: score.since });
    const some = cells.atLeast(1, counted);
    const menu = menuOf(rule);
    const [nothing, one] = [menu[0]?.points ?? 0, menu[1]?.points ?? 0];
    if (rule.fades === null && rule.at_most?.per_ms === null && rule.at_most.count === 1) {
      const terms = [
        { when: logic.true, ...exact(nothing) },
        { when: some, ...exact(one - nothing) },
      ];
      return { active: some, terms };
    }
    const variable = logic.variable(`points of ${rule.id}`, menu.length + 1);
    const [none, other] = [logic.is(variable, [0]), logic.is(variable, [menu.length])];
    const [low, high] = pointsOfSome(rule);
    const many = manyOf(rule);
    given.push({ rule, menu, many, variable, cells: counted });
    const isNone = logic.implies(none, logic.not(some));
    world.definitions.define([variable], {
      axioms: [logic.implies(logic.not(none), some), ...(rule.fades === null ? [isNone] : [])],
      tidy: [logic.not(other), isNone, ...exactly(world, counted, menu, variable)],
      rough: [isNone, ...exactly(world, counted, [...menu, many], variable)],
    });
    return {
      active: logic.not(none),
      terms: [
        ...menu.map(({ points }, at) => ({ when: logic.is(variable, [at]), ...exact(points) })),
        { when: other, low, high },
      ],
    };
  };

  const idle = (score: Score, rule: IdleRule): Points => {
    const events = [...new Set([...rule.without, ...score.since])];
    const reached = (level: number): Formula => {
      const since = level * rule.every_ms;
      const recent = cells.of({ events, where: null, since: [], within: since - 1 });
      return logic.and(world.created.atLeastOld(since), logic.not(cells.atLeast(1, recent)));
    };
    const levels = levelsOf(rule);
    const at = (level: number): number => clampOf(rule, rule.points * level);
    const last = levels.at(-1) ?? 0;
    const terms = [
      { when: logic.true, low: at(0), high: at(0) },
      ...levels.map((level) => ({
        when: reached(level),
        low: at(level) - at(level - 1),
        high: at(level) - at(level - 1),
      })),
    ];
    const active = levels.length > 0 ? reached(1) : logic.false;
    if (hasAllLevels(rule)) return { active, terms };
    const more = at(mostSpans(rule)) - at(last);
    return {
      active,
      terms: [...terms, { when: reached(last + 1), low: Math.min(0, more), high: Math.max(0, more) }],
    };
  };

  const pointsOf = (score: Score, rule: Rule): Points => {
    const points = rule.kind === 'lead_rule' ? clampOf(rule, rule.points) : 0;
    if (rule.kind === 'lead_rule') {
      return { active: logic.true, terms: [{ when: logic.true, low: points, high: points }] };
    }
    const key = keyOf(score, rule);
    const before = known.get(key);
    if (before) return before;
    const made = rule.kind === 'idle_rule' ? idle(score, rule) : ofEvents(score, rule);
    known.set(key, made);
    return made;
  };

  return {
    given,
    active: (score, rule) => pointsOf(score, rule).active,
    terms: (score, rule, when) => {
      const { terms } = pointsOf(score, rule);
      const bound = (which: keyof Bounds<unknown>): TermInput[] =>
        terms.map((term) => ({ when: logic.and(when, term.when), points: term[which] }));
      return { low: bound('low'), high: bound('high') };
    },
  };
}

function exact(points: number): Pick<Term, 'low' | 'high'> {
  return { low: points, high: points };
}

/** What a rule asks of events and gives for them, without what else makes it apply. */
function keyOf({ id, since }: Score, rule: EventRule | IdleRule): string {
  const { points, cap, floor } = rule;
  const own =
    rule.kind === 'event_rule'
      ? [rule.on, rule.where, rule.at_most, rule.fades]
      : [rule.every_ms, rule.without];
  return JSON.stringify([id, since, points, cap, floor, rule.kind, own]);
}

/** More idle spans than there are between the first and the last moment that a lead can speak of. */
export function mostSpans({ every_ms: every }: IdleRule): number {
  return Math.ceil((10_000 * 366 * 86_400_000) / every);
}

/** An item of the menu is given exactly by the events of the item; of very many, by so many or more of one kind. */
function exactly(world: World, cells: readonly Cell[], menu: readonly Item[], variable: Variable): Formula[] {
  const { logic } = world;
  const stretches = [...Map.groupBy(cells, ({ segment }) => `${segment.from} ${segment.to}`).values()];
  return menu.flatMap(({ ages, isFull }, at) => {
    if (at === 0) return [];
    const holds = stretches.flatMap((alike) => {
      const { from, to } = firstOf(alike).segment;
      const count = ages.filter((age) => from <= age && age <= to).length;
      const full = alike.map((cell) => logic.is(cell.variable, [cell.variable.atoms - 1]));
      if (alike.some(({ variable: { atoms } }) => count >= atoms)) return [logic.or(...full)];
      if (isFull) return [world.cells.atLeast(count, alike)];
      return [world.cells.atLeast(count, alike), logic.not(world.cells.atLeast(count + 1, alike))];
    });
    return [logic.implies(logic.is(variable, [at]), logic.and(...holds))];
  });
}
