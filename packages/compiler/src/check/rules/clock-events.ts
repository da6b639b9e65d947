import { report } from '../../diagnostics/diagnostic.ts';
import type { AttemptsPromise, ClockPromise } from '../../ir/types.ts';
import type { CheckRule } from '../rule.ts';

/** No event plays two parts in one clock. What attempts start with may count as the first of them. */
export const clockEvents: CheckRule = {
  reads: ['sla'],
  *find({ promises }) {
    for (const promise of promises) {
      if (promise.kind !== 'clock' && promise.kind !== 'attempts') continue;
      const seen = new Map<string, string>();
      for (const [second, events] of partsOf(promise))
        for (const event of events) {
          const first = seen.get(event);
          if (first !== undefined && first !== second)
            yield report('event-in-two-roles', promise.span, { event, first, second });
          seen.set(event, second);
        }
    }
  },
};

type Part = readonly [key: string, events: readonly string[]];

function partsOf(promise: ClockPromise | AttemptsPromise): readonly Part[] {
  const starts: Part = ['starts', promise.starts];
  const stops: Part = ['stops', promise.stops];
  if (promise.kind === 'attempts') return [starts, stops];
  const pauses = promise.pauses.flatMap(({ from, until }): readonly Part[] => [
    ['pauses: from', from],
    ['pauses: until', until],
  ]);
  return [starts, ['restarts', promise.restarts], ...pauses, stops];
}
