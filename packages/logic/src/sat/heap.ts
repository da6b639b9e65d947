import { grown } from './grow.ts';

/**
 * A heap of variables, the most active first; of two alike the one with the larger number: what a statement
 * rests on is made after it, and once that is decided the rest follows.
 */
export interface Heap {
  items: Int32Array;
  size: number;
  /** Where a variable lies in `items`; -1 if it is not in the heap. */
  place: Int32Array;
  activity: Float64Array;
}

export function createHeap(): Heap {
  return {
    items: new Int32Array(64),
    size: 0,
    place: new Int32Array(64).fill(-1),
    activity: new Float64Array(64),
  };
}

export function makeRoomInHeap(heap: Heap, variables: number): void {
  const known = heap.place.length;
  heap.items = grown(heap.items, variables);
  heap.place = grown(heap.place, variables);
  heap.activity = grown(heap.activity, variables);
  if (heap.place.length > known) heap.place.fill(-1, known);
}

export function clearHeap(heap: Heap): void {
  for (let at = 0; at < heap.size; at += 1) heap.place[heap.items[at] as number] = -1;
  heap.size = 0;
}

export function insert(heap: Heap, variable: number): void {
  if ((heap.place[variable] as number) >= 0) return;
  heap.items[heap.size] = variable;
  heap.place[variable] = heap.size;
  heap.size += 1;
  rise(heap, heap.size - 1);
}

export function takeFirst(heap: Heap): number {
  const first = heap.items[0] as number;
  heap.place[first] = -1;
  heap.size -= 1;
  if (heap.size > 0) {
    const last = heap.items[heap.size] as number;
    heap.items[0] = last;
    heap.place[last] = 0;
    sink(heap);
  }
  return first;
}

/** To be called when a variable became more active. */
export function moreActive(heap: Heap, variable: number): void {
  const at = heap.place[variable] as number;
  if (at >= 0) rise(heap, at);
}

function rise(heap: Heap, from: number): void {
  const { items, place, activity } = heap;
  const variable = items[from] as number;
  let at = from;
  while (at > 0) {
    const up = (at - 1) >> 1;
    const parent = items[up] as number;
    if (!isBefore(activity, variable, parent)) break;
    items[at] = parent;
    place[parent] = at;
    at = up;
  }
  items[at] = variable;
  place[variable] = at;
}

function sink(heap: Heap): void {
  const { items, place, activity, size } = heap;
  const variable = items[0] as number;
  let at = 0;
  for (;;) {
    let down = 2 * at + 1;
    if (down >= size) break;
    if (down + 1 < size && isBefore(activity, items[down + 1] as number, items[down] as number)) down += 1;
    const child = items[down] as number;
    if (!isBefore(activity, child, variable)) break;
    items[at] = child;
    place[child] = at;
    at = down;
  }
  items[at] = variable;
  place[variable] = at;
}

function isBefore(activity: Float64Array, one: number, other: number): boolean {
  const difference = (activity[one] as number) - (activity[other] as number);
  return difference > 0 || (difference === 0 && one > other);
}
