import type { Formula, Variable } from '@smarketing/logic';
import { ends } from '../../ir/intervals.ts';
import type { Agreement } from '../../ir/types.ts';
import type { World } from '../world/world.ts';
import type { Apart } from './points.ts';

/** When a score is at least so much, as far as that matters: before, and after. */
export interface Guesses {
  readonly before: (score: string, points: number) => Formula;
  readonly after: (score: string, points: number) => Formula;
  /** The points from which on something of a score matters, in rising order. */
  readonly edges: (score: string) => readonly number[];
}

/**
 * Scores as any numbers, instead of what their rules add up to: a score of the same rules is the same number in both versions,
 * another one lies between what its rules can add and take away, and is the same where none of them counts.
 */
export function createGuesses(
  world: World,
  apart: readonly Apart[],
  agreements: readonly Agreement[],
): Guesses {
  const { logic, edges, definitions } = world;
  const cuts = new Map<string, readonly number[]>();
  const numbers = new Map<string, Variable>();
  const askedOf = (id: string): readonly number[] => {
    const bands = agreements.flatMap(({ scores }) => scores.find((score) => score.id === id)?.bands ?? []);
    const asked = [
      ...(edges.get(id) ?? []),
      ...bands.flatMap((band) => ends(band).map((end, at) => end + at)),
    ];
    return asked.filter(Number.isFinite);
  };
  const cutsOf = (id: string): readonly number[] => {
    const known = cuts.get(id);
    if (known) return known;
    const asked = askedOf(id);
    const own = apart.find((score) => score.id === id);
    const moved = own?.by
      ? asked.flatMap((edge) => [edge - (own.by?.most ?? 0), edge - (own.by?.least ?? 0)])
      : [];
    const all = [...new Set([...asked, ...moved])].toSorted((a, b) => a - b);
    cuts.set(id, all);
    return all;
  };
  const atLeast = (key: string, id: string, points: number): Formula => {
    const edges = cutsOf(id);
    const from = edges.indexOf(points);
    if (from < 0) throw new Error(`Nothing asks whether the score ${id} is at least ${points}`);
    const variable = numbers.get(key) ?? logic.variable(key, edges.length + 1);
    numbers.set(key, variable);
    const reached = edges.slice(from).map((_, at) => from + at + 1);
    return logic.is(variable, reached);
  };
  const before = (id: string, points: number): Formula => atLeast(`${id} before`, id, points);
  const after = (id: string, points: number): Formula => {
    const own = apart.find((score) => score.id === id);
    if (!own) return before(id, points);
    const key = `${id} after`;
    const isKnown = numbers.has(key);
    const formula = atLeast(key, id, points);
    const variable = numbers.get(key);
    if (!isKnown && variable) definitions.define([variable], { axioms: likeness(own), tidy: [], rough: [] });
    return formula;
  };
  const likeness = ({ id, by, unless }: Apart): readonly Formula[] =>
    cutsOf(id).flatMap((edge) => {
      const [was, is] = [before(id, edge), atLeast(`${id} after`, id, edge)];
      const near =
        by && askedOf(id).includes(edge)
          ? [logic.implies(is, before(id, edge - by.most)), logic.implies(before(id, edge - by.least), is)]
          : [];
      return [logic.or(unless, logic.not(logic.xor(was, is))), ...near];
    });
  return { before, after, edges: cutsOf };
}
