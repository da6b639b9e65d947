import type { Condition, InForce } from '@smarketing/compiler/ir';
import type { HarderFor, Level, Verb } from './change.ts';
import { type Turn, turnOf } from './conditions.ts';
import type { Aspect, Item, Kind, Told } from './items.ts';
import { wording } from './items.ts';
import { asksApart, term } from './words/phrases.ts';

const verbs: Readonly<Record<Turn, Verb>> = {
  wider: 'widened',
  narrower: 'narrowed',
  other: 'changed',
  same: 'changed',
};

/** How a condition's change is told: who has it harder when it holds for more leads, for fewer, or for others. */
export interface Effect<T> {
  readonly wider: (item: T) => HarderFor;
  readonly narrower: (item: T) => HarderFor;
  readonly level?: Level;
}

/** The condition of an item. */
export function whenAspect<T extends Item & { readonly when: Condition | null }>(
  name: Kind<T>['name'],
  effect: Effect<T>,
): Aspect<T> {
  return {
    of: ({ when }) => when,
    tell: ({ before, after }, sides): Told => {
      const turn = turnOf(before.when, after.when);
      const { was, is } = asksApart({ before: before.when, after: after.when }, sides);
      const says = `${name(after, sides.after)} holds for ${leads[turn]}: it asks that ${is}; before: ${was}.`;
      return {
        verb: verbs[turn],
        says,
        was,
        is,
        level: effect.level ?? 'notable',
        ...harder(effect, turn, after),
      };
    },
  };
}

const leads: Readonly<Record<Turn, string>> = {
  wider: 'more leads',
  narrower: 'fewer leads',
  other: 'other leads',
  same: 'the same leads',
};

function harder<T>({ wider, narrower }: Effect<T>, turn: Turn, item: T): { readonly harderFor: HarderFor } {
  if (turn === 'wider') return { harderFor: wider(item) };
  if (turn === 'narrower') return { harderFor: narrower(item) };
  const [one, other] = [wider(item), narrower(item)];
  return { harderFor: one === other ? one : 'both' };
}

/** The time in which an item is in force. */
export function inForceAspect<T extends Item & { readonly in_force: InForce | null }>(
  name: Kind<T>['name'],
  effect: Effect<T>,
): Aspect<T> {
  return {
    of: ({ in_force: span }) => span,
    tell: ({ before, after }, sides): Told => {
      const [was, is] = [term(sides.before, before.in_force), term(sides.after, after.in_force)];
      const turn = turnOfSpans(before.in_force, after.in_force);
      const says = `${name(after, sides.after)} is in force ${is}; before: ${was}.`;
      return {
        verb: verbs[turn],
        says,
        was,
        is,
        level: effect.level ?? 'notable',
        ...harder(effect, turn, after),
      };
    },
  };
}

function turnOfSpans(before: InForce | null, after: InForce | null): Turn {
  const [was, is] = [before, after].map(
    (span) => [span?.from ?? -Infinity, span?.until ?? Infinity] as const,
  );
  if (!was || !is) return 'other';
  if (is[0] <= was[0] && is[1] >= was[1]) return 'wider';
  return is[0] >= was[0] && is[1] <= was[1] ? 'narrower' : 'other';
}

/** Why it is so. */
export function becauseAspect<T extends Item & { readonly because: string | null }>(
  name: Kind<T>['name'],
): Aspect<T> {
  return wording('the reason', ({ because }) => because, name);
}
