import { sharesOf } from '../formula/bounds.ts';
import type { Formula, PointsTerm, Range, RangeTerm, Sum, SumTerm, Term } from '../formula/types.ts';
import type { Change, Difference } from './kinship.ts';
import { type Chosen, type Node, type Nodes, type Test, unitOf } from './nodes.ts';
import { groupRanges, highOf, lowOf, unitOfTerm } from './ranges.ts';
import { sumUp } from './sum-up.ts';
import type { Universe } from './universe.ts';

/** Sums as nodes, each made once. */
export interface Sums {
  node(sum: Sum): Node;
  /** The integer of one range; for encodings that keep all ranges apart. */
  range(range: Range): Chosen;
  /** The nodes that have a choice. */
  readonly chosen: readonly Chosen[];
}

export interface Means {
  readonly nodes: Nodes;
  readonly universe: Universe;
  /** Give every range an integer of its own, so that it can be asked about? */
  readonly apart: boolean;
}

export function createSums(means: Means): Sums {
  const { nodes } = means;
  const made = new Map<Sum, Node>();
  const raws = new Map<Sum, Node>();
  const integers = new Map<Range, Chosen>();
  const blocks = new Map<string, Chosen>();
  const chosen: Chosen[] = [];

  /** Sums before they are cut off, and after. */
  const raw = (sum: Sum): Node =>
    once(raws, sum, () => {
      const difference = means.universe.difference(sum);
      return difference ? derived(difference) : total(sum.terms);
    });
  const node = (sum: Sum): Node => once(made, sum, () => nodes.limit(raw(sum), sum.floor, sum.cap));
  const derived = ({ base, added, removed, changed, least, most }: Difference): Node => {
    const parts = [total(added), nodes.times(total(removed), -1), ...changed.map(change)];
    return nodes.add(raw(base), nodes.limit(sumUp(nodes, parts), least, most));
  };
  const change = ({ before, after, least, most }: Change): Node => {
    const more = nodes.add(
      nodes.times(node(after.sum), after.times),
      nodes.times(node(before.sum), -before.times),
    );
    return nodes.gate(after.when, nodes.limit(more, least, most));
  };
  const total = (terms: readonly Term[]): Node => {
    const ranges = groupRanges(
      terms.filter((term) => term.kind === 'range'),
      means,
    );
    const points = terms.filter((term) => term.kind === 'points');
    const others = [
      ...terms.filter((term) => term.kind === 'sum').map(nested),
      ...ranges.apart.map(single),
      ...[...ranges.blocks].map(([key, block]) => once(blocks, key, () => choose([], [], block, []))),
    ];
    const { own } = ranges;
    const [first] = own;
    if (!first) return sumUp(nodes, [...pointsNodes(nodes, points), ...others]);
    const unit = unitOfTerm(first);
    const isEven = [...pointsNodes(nodes, points), ...others].every((part) => unitOf(part) % unit === 0);
    const rest = terms.filter((term) => !own.some((range) => range === term));
    if (isEven) return choose(points, others, own, rest);
    return sumUp(nodes, [...pointsNodes(nodes, points), ...others, choose([], [], own, [])]);
  };
  const choose = (
    points: readonly PointsTerm[],
    others: readonly Node[],
    ranges: readonly RangeTerm[],
    rest: readonly Term[],
  ): Chosen => {
    const end = (of: (term: RangeTerm) => number): Node => {
      const ends = ranges.map((term): PointsTerm => ({ kind: 'points', when: term.when, points: of(term) }));
      return sumUp(nodes, [...pointsNodes(nodes, [...points, ...ends]), ...others]);
    };
    const unit = unitOfTerm(ranges[0] as RangeTerm);
    const fresh = nodes.chosen({ low: end(lowOf), high: end(highOf), unit, ranges, rest });
    chosen.push(fresh);
    return fresh;
  };
  const range = (of: Range): Chosen =>
    once(integers, of, () => {
      const fresh = nodes.chosen({
        low: nodes.constant(of.from),
        high: nodes.constant(of.to),
        unit: of.step,
        ranges: [{ kind: 'range', when: always, range: of, times: 1 }],
        rest: [],
      });
      chosen.push(fresh);
      return fresh;
    });
  const single = (term: RangeTerm): Node => nodes.gate(term.when, nodes.times(range(term.range), term.times));
  const nested = ({ when, sum, times }: SumTerm): Node => nodes.gate(when, nodes.times(node(sum), times));
  return { node, range, chosen };
}

const always: Formula = { kind: 'constant', id: 0, value: true };

/** Points as nodes: those that hang on one variable as one node, every other term as one of its own. */
function pointsNodes(nodes: Nodes, terms: readonly PointsTerm[]): Node[] {
  const { shares, rest } = sharesOf(terms);
  const ofShares = shares.map(({ variable, points }) => {
    const values = [...new Set(points)].toSorted((one, other) => one - other);
    const tests = values.map((least): Test => {
      const atoms = points.flatMap((value, atom) => (value >= least ? [atom] : []));
      return { kind: 'one-of', variable, atoms };
    });
    return nodes.steps(values, tests);
  });
  return [...ofShares, ...rest.map(({ when, points }) => nodes.gate(when, nodes.constant(points)))];
}

function once<Key, Made>(map: Map<Key, Made>, key: Key, make: () => Made): Made {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}
