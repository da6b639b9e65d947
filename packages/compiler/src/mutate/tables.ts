import { areBoxes, rowOverlaps } from '../ir/rows.ts';
import type { Row } from '../ir/rows.ts';
import type { Agreement, Grades, Persona, RouteTarget, Routing } from '../ir/types.ts';
import { aboutLeads, changesOf } from './conditions.ts';
import { fewer, inside, replaced, swapped, without } from './lists.ts';
import { dropped } from './scores.ts';
import { movedForce } from './steps.ts';
import type { Change } from './types.ts';

/** A change of a table, with the row that it is about; `null` is the table itself. */
type OfRow<T> = Change<T> & { readonly row: Row | null };

/** Personas left out, changed and swapped. */
export function* changesOfPersonas(agreement: Agreement): Generator<OfRow<readonly Persona[]>> {
  const { personas } = agreement;
  for (const [index, row] of personas.entries()) {
    const whens = changesOf(row.when, aboutLeads(agreement));
    for (const change of inside(whens, (when) => replaced(personas, index, { ...row, when })))
      yield { ...change, row };
    yield { ...dropped(without(personas, index)), row };
    const next = personas[index + 1];
    if (next && !areApart(row, next)) yield { ...after(next.id, swapped(personas, index)), row };
  }
}

/** Rows of grades left out and changed; a matrix was written by its grades, so only they are changed. */
export function* changesOfGrades(grades: Grades, agreement: Agreement): Generator<OfRow<Grades>> {
  const { rows, order, otherwise } = grades;
  const put = (rows: Grades['rows']): Grades => ({ ...grades, rows });
  for (const [index, row] of rows.entries()) {
    yield { ...dropped(put(without(rows, index))), row };
    const to = neighbour(order, row.grade);
    if (to !== undefined)
      yield {
        ...otherwiseTo('grade', row.grade, to, put(replaced(rows, index, { ...row, grade: to }))),
        row,
      };
    if (grades.matrix !== null) continue;
    const whens = inside(changesOf(row.when, aboutLeads(agreement)), (when) => ({ ...row, when }));
    const forces = inside(movedForce(row.in_force), (force) => ({ ...row, in_force: force }));
    for (const changes of [whens, forces]) {
      for (const change of inside(changes, (to) => put(replaced(rows, index, to)))) yield { ...change, row };
    }
    const next = rows[index + 1];
    if (grades.match === 'first' && next && next.grade !== row.grade && !areApart(row, next)) {
      yield { ...after(next.id, put(swapped(rows, index))), row };
    }
  }
  const to = otherwise === null ? undefined : neighbour(order, otherwise);
  if (otherwise !== null && to !== undefined) {
    yield { ...otherwiseTo('otherwise', otherwise, to, { ...grades, otherwise: to }), row: null };
  }
}

/** Rows of the routing left out, changed, swapped, and led elsewhere. */
export function* changesOfRouting(routing: Routing, agreement: Agreement): Generator<OfRow<Routing>> {
  const { rows, stages, otherwise } = routing;
  const put = (rows: Routing['rows']): Routing => ({ ...routing, rows });
  for (const [index, row] of rows.entries()) {
    yield { ...dropped(put(without(rows, index))), row };
    const to = elsewhere(row.to, agreement);
    if (to) yield { ...targetTo(row.to, to, put(replaced(rows, index, { ...row, to }))), row };
    const whens = inside(changesOf(row.when, aboutLeads(agreement)), (when) => ({ ...row, when }));
    const forces = inside(movedForce(row.in_force), (force) => ({ ...row, in_force: force }));
    for (const changes of [whens, forces]) {
      for (const change of inside(changes, (to) => put(replaced(rows, index, to)))) yield { ...change, row };
    }
    const next = rows[index + 1];
    if (
      routing.match === 'first' &&
      next &&
      shownTarget(next.to) !== shownTarget(row.to) &&
      !areApart(row, next)
    ) {
      yield { ...after(next.id, put(swapped(rows, index))), row };
    }
  }
  for (const change of inside(fewer(stages, 'stages'), (stages) => ({ ...routing, stages })))
    yield { ...change, row: null };
  const to = otherwise === null ? undefined : elsewhere(otherwise, agreement);
  if (otherwise !== null && to)
    yield { ...targetTo(otherwise, to, { ...routing, otherwise: to }), row: null };
}

/** Whether no lead matches both rows, for certain. */
function areApart(a: Row, b: Row): boolean {
  return areBoxes([a, b]) && rowOverlaps([a, b]).length === 0;
}

function neighbour(order: readonly string[], grade: string): string | undefined {
  const place = order.indexOf(grade);
  return order[place + 1] ?? order[place - 1];
}

function elsewhere(target: RouteTarget, { queues }: Agreement): RouteTarget | undefined {
  const place = target.kind === 'queue' ? queues.findIndex(({ id }) => id === target.queue) : -1;
  const other = [...queues.slice(place + 1), ...queues.slice(0, Math.max(place, 0))][0];
  return other && { kind: 'queue', queue: other.id };
}

function shownTarget(target: RouteTarget): string {
  return target.kind === 'queue' ? target.queue : `the owner in ${target.field}`;
}

function after<T>(next: string, to: T): Change<T> {
  return { kind: 'order', change: `after ${next}`, says: `come after ${next} instead of before it`, to };
}

function otherwiseTo<T>(what: string, from: string, to: string, changed: T): Change<T> {
  return {
    kind: 'outcome',
    change: `${what} ${from} -> ${to}`,
    says: `give the grade ${to} instead of ${from}`,
    to: changed,
  };
}

function targetTo<T>(from: RouteTarget, to: RouteTarget, changed: T): Change<T> {
  const [was, is] = [shownTarget(from), shownTarget(to)];
  return {
    kind: 'outcome',
    change: `to ${was} -> ${is}`,
    says: `lead to ${is} instead of ${was}`,
    to: changed,
  };
}
