import { Heap } from './heap.ts';

// What happens: a kind in the highest bits, and the lead or person in the others.
const kindShift = 26;
const whoMask = (1 << kindShift) - 1;

/** A lead is handed over. */
export const handOver = 0 << kindShift;
/** A person is done with the lead in hand. */
export const done = 1 << kindShift;
/** A lead takes its step. */
export const outcome = 2 << kindShift;
/** A lead has waited for as long as its stage allows. */
export const forgotten = 3 << kindShift;
/** A person begins with a lead, now that the calendar opens. */
export const begin = 4 << kindShift;

/** Something else happens to a lead, by its place in the activities. */
export const happens = 5 << kindShift;
/** A lead changes hands. */
export const moves = 6 << kindShift;

export function kindOf(what: number): number {
  return what & ~whoMask;
}

export function whoOf(what: number): number {
  return what & whoMask;
}

/** What is yet to happen in a run, and the moment it is. */
export class Agenda {
  now = 0;
  readonly heap = new Heap();

  add(at: number, kind: number, who: number): void {
    this.heap.push(at, kind | who);
  }
}
