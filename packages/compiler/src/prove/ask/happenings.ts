import type { Model } from '@smarketing/logic';
import type { Cell } from '../events/cells.ts';
import type { Segment } from '../events/segments.ts';
import { keyOfSince } from '../events/uses.ts';
import { atomOf } from '../fields/model.ts';
import type { World } from '../world/world.ts';

/** An event of a lead; its cell, if something asks about it. */
export interface Happening {
  readonly event: string;
  readonly cell: Cell | undefined;
}

/** The events of a lead, and which of them are the ones after which others are counted. */
export interface Happened {
  readonly events: readonly Happening[];
  /** By which it entered its stage; `undefined` if it never entered one. */
  readonly entry: Happening | undefined;
  /** The latest of the events after which others are counted, by these. */
  readonly latest: ReadonlyMap<string, Happening>;
}

/** More ways than this of choosing them are not tried. */
const mostWays = 40;

/** The events that a model says and `more` of some cells, in each way in which one can be the entry and some the latest of their kind. */
export function* happenings(world: World, model: Model, more: (cell: Cell) => number): Generator<Happened> {
  const cells = world.cells.all.filter(({ variable }) => atomOf(model, variable) > 0);
  const events = cells.flatMap((cell) =>
    Array.from({ length: atomOf(model, cell.variable) + more(cell) }, (): Happening => ({
      event: cell.told.type.id,
      cell,
    })),
  );
  let ways = 0;
  for (const entry of entriesIn(world, model, events)) {
    const all = entry && !events.includes(entry) ? [...events, entry] : events;
    for (const latest of latestIn(cells, all)) {
      yield { events: all, entry, latest };
      ways += 1;
      if (ways === mostWays) return;
    }
  }
}

/** What the entry may be: one event of each cell in which it can lie; another event, if nothing asks about it. */
function entriesIn(
  { agreement, entry, told }: World,
  model: Model,
  events: readonly Happening[],
): (Happening | undefined)[] {
  const stage = agreement.stages[atomOf(model, entry.recorded) - 1];
  const segment = entry.segments[atomOf(model, entry.age)];
  if (!stage || !segment) return [undefined];
  const event = `entered_${stage.id}`;
  if (!told.has(event)) return [{ event, cell: undefined }];
  return oneOfEach(
    events.filter((one) => one.event === event && one.cell && meet(one.cell.segment, segment)),
  );
}

function meet(one: Segment, other: Segment): boolean {
  return one.from <= other.to && other.from <= one.to;
}

function oneOfEach(events: readonly Happening[]): Happening[] {
  return [...new Map(events.map((event) => [event.cell, event])).values()];
}

/** Each way to choose the latest of the events after which others are counted; the youngest stretch first. */
function* latestIn(cells: readonly Cell[], events: readonly Happening[]): Generator<Map<string, Happening>> {
  const sinces = new Map(
    cells.flatMap(({ told }) =>
      told.sinces.flatMap((since) => (since === 'entry' ? [] : [[keyOfSince(since), since] as const])),
    ),
  );
  const choices = [...sinces].flatMap(([key, names]) => {
    const marks = oneOfEach(events.filter(({ event }) => names.includes(event)));
    return marks.length === 0
      ? []
      : [{ key, marks: marks.toSorted((one, other) => fromOf(one) - fromOf(other)) }];
  });
  const ways = choices.reduce((product, { marks }) => product * marks.length, 1);
  for (let way = 0; way < Math.min(ways, mostWays); way += 1) {
    let left = way;
    const latest = new Map<string, Happening>();
    for (const { key, marks } of choices) {
      const mark = marks[left % marks.length];
      if (mark) latest.set(key, mark);
      left = Math.floor(left / marks.length);
    }
    yield latest;
  }
}

function fromOf({ cell }: Happening): number {
  return cell?.segment.from ?? 0;
}
