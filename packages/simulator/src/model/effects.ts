import type { Activity, Model } from './types.ts';

/** Whether an activity, or what comes after it, does something to a clock that runs while people have the lead, or takes their time. */
export function matters(model: Model, index: number): boolean {
  return takesWork(model, index) || clocksMovedBy(model, index).length > 0;
}

/** The clocks that run while people have the lead and to which an activity, or what comes after it, does something. */
export function clocksMovedBy(model: Model, index: number): readonly number[] {
  const own = model.clocks.flatMap(({ apart, acts }, clock) =>
    !apart && acts.some(({ activity }) => activity === index) ? [clock] : [],
  );
  const { next } = model.activities[index] as Activity;
  return [...new Set([...own, ...next.flatMap((one) => clocksMovedBy(model, one))])];
}

/** Whether it, or what comes after it, waits for people who have other things to do. */
export function takesWork(model: Model, index: number): boolean {
  const { effort, by_people: byPeople, next } = model.activities[index] as Activity;
  return (byPeople && effort >= 0) || next.some((one) => takesWork(model, one));
}
