import { backwards, flipped, forwards, type Gates, type Sides } from './gates.ts';
import type { Chosen, Gate, Node, Pair, Test } from './nodes.ts';
import { indexFrom, lastOf, valueAt } from './values.ts';

/** The literal of a test. */
type LiteralOf = (test: Test, sides: Sides) => number;

/**
 * Literals for "this node is at least so much". Only what is asked for is encoded, and of its parts
 * only what that rests on; two questions between which no value lies are one.
 */
export interface Thresholds {
  atLeast(node: Node, points: number, sides: Sides): number;
}

export function createThresholds(gates: Gates, literal: LiteralOf): Thresholds {
  const { yes } = gates;

  const atLeast = (node: Node, least: number, sides: Sides): number => {
    const at = indexFrom(node.values, least);
    if (at === 0) return yes;
    if (at === node.values.size) return -yes;
    const points = valueAt(node.values, at);
    switch (node.kind) {
      case 'steps':
        return literal(node.tests[at] as Test, sides);
      case 'limit':
        return atLeast(node.of, points, sides);
      case 'shift':
        return atLeast(node.of, points - node.by, sides);
      case 'times':
        if (node.times > 0) return atLeast(node.of, Math.ceil(points / node.times), sides);
        return -atLeast(node.of, Math.floor(points / node.times) + 1, flipped(sides));
      case 'gate':
        if (node.of.values.size > 1) return asked(node, points, sides);
        return points > 0 ? literal(node.when, sides) : -literal(node.when, flipped(sides));
      case 'pair':
      case 'chosen':
        return asked(node, points, sides);
    }
  };
  const asked = (node: Gate | Pair | Chosen, points: number, sides: Sides): number => {
    const known = node.asked.get(points);
    const told = known ?? { literal: gates.fresh(), sides: 0 };
    if (!known) {
      node.asked.set(points, told);
      if (node.kind !== 'gate') climb(node, points, told.literal);
    }
    return gates.tell(told, sides, (missing) => {
      gates.define(told.literal, clausesOf(node, points, told.literal, missing));
    });
  };
  const clausesOf = (
    node: Gate | Pair | Chosen,
    points: number,
    itself: number,
    sides: Sides,
  ): number[][] => {
    switch (node.kind) {
      case 'gate':
        return gateClauses(node, points, itself, sides);
      case 'pair':
        return [
          ...(sides & forwards ? tooLittle(node, points, itself) : []),
          ...(sides & backwards ? enough(node, points, itself) : []),
        ];
      case 'chosen':
        return [
          ...(sides & forwards ? [[-itself, atLeast(node.high, points, forwards)]] : []),
          ...(sides & backwards ? [[itself, -atLeast(node.low, points, backwards)]] : []),
        ];
    }
  };
  /** With more than 0 asked, both the condition and the rest must hold; else one of them need not. */
  const gateClauses = ({ when, of }: Gate, points: number, itself: number, sides: Sides): number[][] => {
    const [rest, sign] = [atLeast(of, points, sides), points > 0 ? 1 : -1];
    const condition = literal(when, points > 0 ? sides : flipped(sides));
    const together = points > 0 ? forwards : backwards;
    return [
      ...(sides & together
        ? [
            [-sign * itself, condition],
            [-sign * itself, sign * rest],
          ]
        : []),
      ...(sides & ~together ? [[sign * itself, -condition, -sign * rest]] : []),
    ];
  };
  /** Having so much of the one part, and enough of the other for that, is enough. */
  const enough = ({ few, many }: Pair, points: number, itself: number): number[][] => {
    const clauses: number[][] = [];
    const { values } = few;
    let last = 0;
    for (let at = indexFrom(values, points - lastOf(many.values)); at < values.size; at += 1) {
      const needed = atLeast(many, points - valueAt(values, at), backwards);
      if (needed === last) continue;
      clauses.push([itself, -atLeast(few, valueAt(values, at), backwards), -needed]);
      if (needed === yes) break;
      last = needed;
    }
    return clauses;
  };
  /** Having no more than so much of the one part, and less of the other than that takes, is too little. */
  const tooLittle = ({ few, many }: Pair, points: number, itself: number): number[][] => {
    const clauses: number[][] = [];
    const { values } = few;
    const start = indexFrom(values, points - lastOf(many.values));
    if (start > 0) clauses.push([-itself, atLeast(few, valueAt(values, start), forwards)]);
    const neededAt = (at: number): number =>
      at < values.size ? atLeast(many, points - valueAt(values, at), forwards) : yes;
    let needed = neededAt(start);
    for (let at = start; needed !== yes;) {
      let next = needed;
      while (next === needed) {
        at += 1;
        next = neededAt(at);
      }
      const more = at < values.size ? atLeast(few, valueAt(values, at), forwards) : -yes;
      clauses.push([-itself, more, needed]);
      needed = next;
    }
    return clauses;
  };
  /** What is at least so much is at least a bit less. */
  const climb = (node: Pair | Chosen, points: number, itself: number): void => {
    const { ladder, asked: known } = node;
    const place = placeIn(ladder, points);
    const below = known.get(ladder[place - 1] ?? Number.NaN);
    const above = known.get(ladder[place] ?? Number.NaN);
    if (below) gates.add([-itself, below.literal]);
    if (above) gates.add([itself, -above.literal]);
    // Of a choice nothing else keeps the steps in order, so all must be in scope where one is.
    if (node.kind === 'chosen') {
      for (const next of [below, above]) if (next) gates.tie([itself, next.literal]);
    }
    ladder.splice(place, 0, points);
  };
  return { atLeast };
}

/** Where a number belongs in an ascending list. */
function placeIn(list: readonly number[], number: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) > number) high = middle;
    else low = middle + 1;
  }
  return low;
}
