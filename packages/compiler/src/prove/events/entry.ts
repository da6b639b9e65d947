import type { Context, Formula, Variable } from '@smarketing/logic';
import type { Agreement } from '../../ir/types.ts';
import { within } from '../fields/intervals.ts';
import type { DatedModel } from '../times/dated-model.ts';
import type { Dated } from '../times/dated.ts';
import type { Cells } from './cells.ts';
import { type Segment, segmentsOf } from './segments.ts';
import type { Told } from './types.ts';
import type { Use } from './uses.ts';

/** In which stage a lead is recorded, and since when. */
export interface Entry {
  /** Atom 0: in the first stage, never entered; atom n: it entered the stage n - 1. */
  readonly recorded: Variable;
  /** The stretches of {@link Entry.segments}, and as the last atom: the lead is created after the decision. */
  readonly age: Variable;
  readonly segments: readonly Segment[];
  readonly stage: (ids: readonly string[]) => Formula;
  /** It is at least so long ago that the lead entered its stage; the time is one of the bounds. */
  readonly atLeast: (ms: number) => Formula;
}

/** Bounds of the age of the entry that something asks about. */
export function entryBoundsOf(
  versions: readonly Agreement[],
  uses: readonly Use[],
  bounds: (event: string) => readonly number[],
): number[] {
  const transitions = versions.flatMap((version) => version.transitions);
  const times = transitions.flatMap(({ by, after_ms: after }) =>
    by === 'time' && after !== null ? [after - 1] : [],
  );
  const after = uses.filter(({ since }) => since === 'entry').flatMap(({ events }) => events.flatMap(bounds));
  return [...times, ...after];
}

export function createEntry(logic: Context, agreement: Agreement, bounds: readonly number[]): Entry {
  const { stages } = agreement;
  const segments = segmentsOf(bounds);
  const recorded = logic.variable('recorded stage', stages.length + 1);
  const age = logic.variable('age of the entry', segments.length + 1);
  const atomsOf = (ids: readonly string[]): number[] =>
    stages.flatMap(({ id }, at) => (ids.includes(id) ? (at === 0 ? [0, 1] : [at + 1]) : []));
  return {
    recorded,
    age,
    segments,
    stage: (ids) => logic.is(recorded, atomsOf(ids)),
    atLeast: (ms) =>
      logic.is(
        age,
        segments.flatMap(({ from }, at) => (from >= ms ? [at] : [])),
      ),
  };
}

/** What holds between the entry, the creation of the lead, and its events. */
export function entryAxioms(
  logic: Context,
  {
    agreement,
    entry,
    cells,
    told,
    created,
  }: {
    readonly agreement: Agreement;
    readonly entry: Entry;
    readonly cells: Cells;
    readonly told: ReadonlyMap<string, Told>;
    readonly created: { readonly dated: Dated; readonly model: DatedModel };
  },
): Formula[] {
  const { recorded, age, segments } = entry;
  const never = logic.is(recorded, [0]);
  const future = segments.length;
  const is = (at: (segment: Segment) => boolean, more: readonly number[] = []): Formula =>
    logic.is(age, [...segments.flatMap((segment, index) => (at(segment) ? [index] : [])), ...more]);
  const createdIn = ({ from, to }: Segment): Formula =>
    created.model.aged(within(created.dated.ages, [from, to]));
  return [
    ...segments.map((segment, at) =>
      logic.implies(logic.and(never, logic.is(age, [at])), createdIn(segment)),
    ),
    logic.implies(logic.is(age, [future]), logic.and(never, createdIn({ from: -Infinity, to: -1 }))),
    ...cells.all.flatMap((cell) => {
      const happened = logic.not(logic.is(cell.variable, [0]));
      const { from, to } = cell.segment;
      const isEntry = cell.told.type.enters !== null;
      const looksAtEntry = cell.told.sinces.includes('entry');
      const before = is((segment) => segment.from <= to, [future]);
      return [
        ...(isEntry ? [logic.implies(happened, logic.and(logic.not(never), before))] : []),
        ...(looksAtEntry
          ? [logic.implies(happened, cell.after.has('*') ? is((segment) => segment.to > from) : before)]
          : []),
      ];
    }),
    ...agreement.stages.flatMap(({ id }, stage) => {
      const event = `entered_${id}`;
      if (!told.has(event)) return [];
      return segments.map((segment, at) => {
        const there = cells
          .of({ events: [event], where: null, since: [] })
          .filter((cell) => cell.segment.from >= segment.from && cell.segment.to <= segment.to);
        return logic.implies(
          logic.and(logic.is(recorded, [stage + 1]), logic.is(age, [at])),
          cells.atLeast(1, there),
        );
      });
    }),
  ];
}
