import type { Formula, Range, Sum, Variable } from './types.ts';

export function isSum(node: Formula | Sum): node is Sum {
  return node.kind === 'sum';
}

/** All formulas and sums in some of them, parts first, but for those already `known` and what only they contain. */
export function partsOf(
  roots: readonly (Formula | Sum)[],
  known?: { has(node: Formula | Sum): boolean },
): (Formula | Sum)[] {
  const found = new Set<Formula | Sum>();
  const stack = [...roots];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (found.has(node) || known?.has(node) === true) continue;
    found.add(node);
    stack.push(...childrenOf(node));
  }
  // Nothing is made before its parts.
  return [...found].toSorted((one, other) => one.id - other.id);
}

function childrenOf(node: Formula | Sum): readonly (Formula | Sum)[] {
  switch (node.kind) {
    case 'constant':
    case 'is':
      return [];
    case 'not':
      return [node.of];
    case 'and':
      return node.of;
    case 'sum-at-least':
      return [node.sum];
    case 'sum':
      return node.terms.flatMap((term) => (term.kind === 'sum' ? [term.when, term.sum] : [term.when]));
  }
}

/** The variables and ranges that formulas and sums speak of, in the order in which they were made. */
export function supportOf(roots: readonly (Formula | Sum)[]): { variables: Variable[]; ranges: Range[] } {
  const variables = new Set<Variable>();
  const ranges = new Set<Range>();
  for (const node of partsOf(roots)) {
    if (node.kind === 'is') variables.add(node.variable);
    if (!isSum(node)) continue;
    for (const term of node.terms) if (term.kind === 'range') ranges.add(term.range);
  }
  return { variables: [...variables].toSorted(byId), ranges: [...ranges].toSorted(byId) };
}

function byId(one: { readonly id: number }, other: { readonly id: number }): number {
  return one.id - other.id;
}
