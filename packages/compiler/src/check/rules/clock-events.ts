import { report } from '../../diagnostics/diagnostic.ts';
import type { CheckRule } from '../rule.ts';

/** No event plays two parts in one clock. */
export const clockEvents: CheckRule = {
  reads: ['sla'],
  *find({ promises }) {
    for (const promise of promises) {
      if (promise.kind !== 'clock') continue;
      const parts: readonly (readonly [string, readonly string[]])[] = [
        ['starts', promise.starts],
        ['restarts', promise.restarts],
        ...promise.pauses.flatMap(({ from, until }) => [
          ['pauses: from', from] as const,
          ['pauses: until', until] as const,
        ]),
        ['stops', promise.stops],
      ];
      const seen = new Map<string, string>();
      for (const [second, events] of parts)
        for (const event of events) {
          const first = seen.get(event);
          if (first !== undefined && first !== second)
            yield report('event-in-two-roles', promise.span, { event, first, second });
          seen.set(event, second);
        }
    }
  },
};
