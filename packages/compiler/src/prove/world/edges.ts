import { ends } from '../../ir/intervals.ts';
import type { Agreement } from '../../ir/types.ts';
import { askedOf, type Simple, simpleTests } from './asked.ts';

/** By score, the points from which on something holds or ends. */
export type Edges = ReadonlyMap<string, readonly number[]>;

/** The edges of bands, and of what tests ask of scores. */
export function edgesIn(agreements: readonly Agreement[], tests: readonly Simple[]): Edges {
  const edges = new Map<string, Set<number>>();
  const add = (id: string, [low, high]: readonly [number, number]): void => {
    const more = [low, high + 1].filter(Number.isFinite);
    edges.set(id, new Set([...(edges.get(id) ?? []), ...more]));
  };
  for (const { scores } of agreements) {
    for (const { id, bands } of scores) for (const band of bands) add(id, ends(band));
  }
  for (const test of tests) {
    if (test.kind === 'number' && test.subject.kind === 'score') add(test.subject.id, ends(test));
  }
  return new Map([...edges].map(([id, all]) => [id, [...all]]));
}

/** The edges of an agreement's own bands and conditions. */
export function edgesOf(agreement: Agreement): Edges {
  return edgesIn([agreement], simpleTests(askedOf(agreement)));
}
