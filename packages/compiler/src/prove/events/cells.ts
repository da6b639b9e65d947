import { type Context, type Formula, supportOf, type TermInput, type Variable } from '@smarketing/logic';
import type { Condition } from '../../ir/types.ts';
import type { Definitions } from '../world/definitions.ts';
import { keyOfWhere } from './kinds.ts';
import type { Segment } from './segments.ts';
import type { Told } from './types.ts';
import { keyOfSince, type Since } from './uses.ts';

/** So many events of one kind and age, after the latest of some others or not. */
export interface Cell {
  readonly told: Told;
  readonly kind: number;
  readonly segment: Segment;
  readonly segmentAt: number;
  /** The ways of {@link Told.sinces} after which they happened. */
  readonly after: ReadonlySet<string>;
  /** Atom n: n events; the last atom: so many or more. */
  readonly variable: Variable;
}

/** Which events are counted. */
export interface Counted {
  readonly events: readonly string[];
  readonly where: Condition | null;
  readonly since: Since;
  /** At most so old; any age if left out. */
  readonly within?: number;
}

export interface Cells {
  readonly all: readonly Cell[];
  readonly of: (counted: Counted) => readonly Cell[];
  /** There are at least so many such events. */
  readonly atLeast: (count: number, cells: readonly Cell[]) => Formula;
}

export function createCells(
  logic: Context,
  told: ReadonlyMap<string, Told>,
  definitions: Definitions,
): Cells {
  const all = [...told.values()].flatMap((type) => cellsOf(logic, type));
  const byType = Map.groupBy(all, (cell) => cell.told.type.id);
  /** More events than cells tell apart: as many as they tell or more. */
  const uncounted = new Map<string, Formula>();
  const happened = (cell: Cell): Formula => logic.not(logic.is(cell.variable, [0]));
  return {
    all,
    of: ({ events, where, since, within }) => {
      const [asked, after] = [keyOfWhere(where), keyOfSince(since)];
      return events
        .flatMap((event) => byType.get(event) ?? [])
        .filter((cell) => asked === '' || cell.told.kinds[cell.kind]?.holds.has(asked) === true)
        .filter((cell) => after === '' || cell.after.has(after))
        .filter(({ segment }) => within === undefined || segment.to <= within);
    },
    atLeast: (count, cells) => {
      if (count <= 0) return logic.true;
      if (count === 1) return logic.or(...cells.map(happened));
      const sum = logic.sum(cells.flatMap((cell) => counts(logic, cell)));
      const least = logic.sumAtLeast(sum, count);
      const exact = Math.min(...cells.map(({ variable }) => variable.atoms - 1));
      if (count <= exact || cells.length === 0) return least;
      const key = `${sum.id} ${count}`;
      const many = uncounted.get(key) ?? logic.is(logic.variable(`at least ${count} events`, 2), [1]);
      uncounted.set(key, many);
      const enough = logic.sumAtLeast(sum, exact);
      definitions.define(supportOf([many]).variables, {
        axioms: [logic.implies(least, many), logic.implies(many, enough)],
        tidy: [logic.implies(many, least)],
        rough: [logic.implies(many, least)],
      });
      return many;
    },
  };
}

function counts(logic: Context, { variable }: Cell): TermInput[] {
  return Array.from({ length: variable.atoms - 1 }, (_, less) => ({
    when: logic.is(
      variable,
      Array.from({ length: variable.atoms - 1 - less }, (_, at) => at + less + 1),
    ),
    points: 1,
  }));
}

function cellsOf(logic: Context, told: Told): Cell[] {
  return told.kinds.flatMap((_, kind) =>
    told.segments.flatMap((segment, segmentAt) =>
      afterSets(told.sinces).map((after): Cell => {
        const name = `${told.type.id} ${kind} ${segment.from} ${[...after].join(' ')}`;
        const variable = logic.variable(name, (told.counts[segmentAt] as number) + 1);
        return { told, kind, segment, segmentAt, after, variable };
      }),
    ),
  );
}

/** What can be after the latest of more events is after the latest of fewer of them. */
function afterSets(sinces: readonly Since[]): ReadonlySet<string>[] {
  const sets = sinces.reduce<Since[][]>((all, since) => [...all, ...all.map((set) => [...set, since])], [[]]);
  return sets
    .filter((set) =>
      set.every((since) => sinces.every((other) => !isPart(other, since) || set.includes(other))),
    )
    .map((set) => new Set(set.map(keyOfSince)));
}

/** Whether all events of the first are of the second, so that the latest of the second is not earlier. */
export function isPart(one: Since, other: Since): boolean {
  if (one === 'entry') return other === 'entry';
  if (other === 'entry') return one.every((event) => event.startsWith('entered_'));
  return one.every((event) => other.includes(event));
}
