import { type Node, type Nodes, unitOf } from './nodes.ts';

/**
 * One node for the sum of many: a balanced tree. Where most parts are single terms, these are added one by one
 * instead: each doubles the values at most, so that takes far fewer clauses, if longer chains of reasoning.
 */
export function sumUp(nodes: Nodes, parts: readonly Node[]): Node {
  const single = parts.filter(({ values }) => values.size <= 2);
  const others = parts.filter(({ values }) => values.size > 2);
  if (single.length <= others.length) return byUnit(nodes, parts);
  return single.reduce((sum, part) => nodes.add(sum, part), byUnit(nodes, others));
}

/** The coarsest parts first: adding what is fine to them asks for few of their values. */
function byUnit(nodes: Nodes, parts: readonly Node[]): Node {
  const units = [...Map.groupBy(parts, unitOf)].toSorted(([one], [other]) => other - one);
  const sums = units.map(([, alike]) => balanced(nodes, alike));
  return sums.length === 0 ? nodes.constant(0) : sums.reduce((sum, part) => nodes.add(sum, part));
}

function balanced(nodes: Nodes, parts: readonly Node[]): Node {
  const [first] = parts;
  if (!first) return nodes.constant(0);
  if (parts.length === 1) return first;
  const middle = Math.ceil(parts.length / 2);
  return nodes.add(balanced(nodes, parts.slice(0, middle)), balanced(nodes, parts.slice(middle)));
}
