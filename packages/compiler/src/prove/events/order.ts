import type { Context, Formula } from '@smarketing/logic';
import type { Agreement } from '../../ir/types.ts';
import { type Cell, type Cells, isPart } from './cells.ts';
import type { Entry } from './entry.ts';
import { keyOfSince, type Since } from './uses.ts';

interface Known {
  readonly agreement: Agreement;
  readonly cells: Cells;
  readonly entry: Entry;
}

/** The moment after which events are counted: the latest of some events, or the entry into the stage. */
interface Mark {
  readonly key: string;
  readonly since: Since;
  /** There are such events. */
  readonly happened: Formula;
  /** The latest is surely at most so old, in ms; surely older, if there is one. */
  readonly within: (age: number) => Formula;
  readonly beyond: (age: number) => Formula;
}

/**
 * What holds between the moments after which events are counted. For each two of them: whether the first is later than
 * the second. An event before the one and after the other tells that, and so do the stretches of age in which they lie.
 */
export function orderAxioms(logic: Context, known: Known): Formula[] {
  const { cells } = known;
  const sinces = new Map(
    cells.all.flatMap(({ told }) => told.sinces.map((since) => [keyOfSince(since), since])),
  );
  const marks = [...sinces].map(([key, since]) => markOf(logic, known, key, since));
  const variables = new Map(
    marks.flatMap((one) =>
      marks
        .filter((other) => other !== one)
        .map((other) => {
          const variable = logic.variable(`latest of ${one.key} is later than that of ${other.key}`, 2);
          return [`${one.key}/${other.key}`, logic.is(variable, [1])] as const;
        }),
    ),
  );
  const isLater = (one: string, other: string): Formula => variables.get(`${one}/${other}`) ?? logic.false;
  return [
    ...cells.all.flatMap((cell) => ofCell(logic, cell, marks, isLater)),
    ...marks.flatMap((one) =>
      marks.flatMap((other) => (one === other ? [] : ofTwo(logic, known, isLater, [one, other]))),
    ),
    ...ofThree(logic, marks, isLater),
  ];
}

type IsLater = (one: string, other: string) => Formula;

function markOf(logic: Context, { cells, entry }: Known, key: string, since: Since): Mark {
  if (since === 'entry') {
    const is = (ok: (from: number, to: number) => boolean): number[] =>
      entry.segments.flatMap(({ from, to }, at) => (ok(from, to) ? [at] : []));
    const future = entry.segments.length;
    return {
      key,
      since,
      happened: logic.true,
      within: (age) => logic.is(entry.age, [...is((_, to) => to <= age), future]),
      beyond: (age) =>
        logic.is(
          entry.age,
          is((from) => from > age),
        ),
    };
  }
  const own = cells.of({ events: since, where: null, since: [] });
  return {
    key,
    since,
    happened: cells.atLeast(1, own),
    within: (age) =>
      cells.atLeast(
        1,
        own.filter(({ segment }) => segment.to <= age),
      ),
    beyond: (age) =>
      logic.not(
        cells.atLeast(
          1,
          own.filter(({ segment }) => segment.from <= age),
        ),
      ),
  };
}

/** An event that is after one mark and not after another one lies between them; so does a mark that is itself counted. */
function ofCell(logic: Context, cell: Cell, marks: readonly Mark[], isLater: IsLater): Formula[] {
  const { told, after, variable } = cell;
  const empty = logic.is(variable, [0]);
  const keys = told.sinces.map(keyOfSince);
  const [later, earlier] = [keys.filter((key) => !after.has(key)), keys.filter((key) => after.has(key))];
  const marked = marks
    .filter(({ since }) => since !== 'entry' && since.includes(told.type.id))
    .map(({ key }) => key);
  const isNever = marked.some((key) => after.has(key)) || (told.type.enters !== null && after.has('*'));
  if (isNever) return [empty];
  return [...new Set([...later, ...marked])].flatMap((one) =>
    earlier.map((other) => logic.or(empty, isLater(one, other))),
  );
}

function ofTwo(
  logic: Context,
  known: Known,
  isLater: IsLater,
  [one, other]: readonly [Mark, Mark],
): Formula[] {
  const { agreement, cells, entry } = known;
  const later = isLater(one.key, other.key);
  const types = cells.all.filter(({ told }) =>
    [one, other].every(({ key }) => told.sinces.some((since) => keyOfSince(since) === key)),
  );
  const bounds = new Set(types.map(({ segment }) => segment.to).filter(Number.isFinite));
  const entered = agreement.stages.flatMap(({ id }, at) =>
    other.since !== 'entry' && other.since.includes(`entered_${id}`) ? [at + 1] : [],
  );
  const own = one.since === 'entry' ? [] : cells.of({ events: one.since, where: null, since: [] });
  const areCounted = own.every(({ told }) => told.sinces.some((since) => keyOfSince(since) === other.key));
  return [
    logic.not(logic.and(later, isLater(other.key, one.key))),
    logic.implies(later, one.happened),
    logic.implies(logic.and(one.happened, logic.not(other.happened)), later),
    ...[...bounds].flatMap((age) => [
      logic.implies(logic.and(one.within(age), other.beyond(age)), later),
      logic.not(logic.and(later, one.beyond(age), other.within(age))),
    ]),
    ...(isPart(one.since, other.since) ? [logic.not(later)] : []),
    ...(one.since === 'entry' ? [logic.implies(logic.is(entry.recorded, entered), logic.not(later))] : []),
    ...(one.since !== 'entry' && areCounted
      ? [
          logic.implies(
            later,
            cells.atLeast(
              1,
              own.filter(({ after }) => after.has(other.key)),
            ),
          ),
        ]
      : []),
  ];
}

function ofThree(logic: Context, marks: readonly Mark[], isLater: IsLater): Formula[] {
  return marks.flatMap(({ key: a }) =>
    marks.flatMap(({ key: b }) =>
      marks.flatMap(({ key: c }) => {
        if (a === b || b === c || a === c) return [];
        return [
          logic.implies(logic.and(isLater(a, b), logic.not(isLater(c, b))), isLater(a, c)),
          logic.implies(logic.and(logic.not(isLater(b, a)), isLater(b, c)), isLater(a, c)),
        ];
      }),
    ),
  );
}
