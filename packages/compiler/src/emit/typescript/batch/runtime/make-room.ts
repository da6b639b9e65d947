import { checkMoment } from '../../runtime/check-input.ts';
import type { MoveColumns, PromiseColumns } from './columns.ts';

/** Room for moves: one for each lead, until there are more. */
export function moveColumns(count: number): MoveColumns {
  return {
    starts: new Uint32Array(count + 1),
    way: new Uint16Array(count),
    from: new Uint16Array(count),
    at: new Float64Array(count),
  };
}

/** Twice the room, what is there kept. */
export function makeRoom(moves: MoveColumns): void {
  const { way, from, at } = moves;
  const size = Math.max(64, way.length * 2);
  moves.way = new Uint16Array(size);
  moves.from = new Uint16Array(size);
  moves.at = new Float64Array(size);
  moves.way.set(way);
  moves.from.set(from);
  moves.at.set(at);
}

export function promiseColumns(count: number, escalations: number): PromiseColumns {
  return {
    state: new Uint8Array(count),
    started_at: new Float64Array(count),
    due_at: new Float64Array(count),
    remind_at: new Float64Array(count),
    stopped_at: new Float64Array(count),
    escalations: Array.from({ length: escalations }, () => new Float64Array(count)),
  };
}

/** The moments at which leads are decided: one for all, or one for each. */
export function setMoments(as_of: Float64Array, count: number, asOf: number | Float64Array): void {
  if (typeof asOf === 'number') as_of.fill(asOf, 0, count);
  else if (asOf.length < count) throw new RangeError('asOf must have a moment for each lead');
  else for (let row = 0; row < count; row++) as_of[row] = asOf[row] as number;
  for (let row = 0; row < count; row++) checkMoment(as_of[row]);
}
