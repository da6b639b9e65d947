import { report } from '../../diagnostics/diagnostic.ts';
import type { InForce, SourceSpan } from '../../ir/types.ts';
import { offsetAt } from '../../time/zones.ts';
import type { CheckRule, Draft } from '../rule.ts';

/** What is in force at all begins before it ends. */
export const inForceOrder: CheckRule = {
  reads: [],
  *find(draft) {
    for (const { in_force: inForce, span } of dated(draft)) {
      const { from, until } = inForce ?? { from: null, until: null };
      if (from !== null && until !== null && until <= from)
        yield report('in-force-reversed', span, {
          from: day(from, draft.time_zone),
          until: day(until - 1, draft.time_zone),
        });
    }
  },
};

function dated(draft: Draft): { readonly in_force: InForce | null; readonly span: SourceSpan }[] {
  return [
    ...draft.transitions,
    ...draft.scores.flatMap(({ rules }) => rules),
    ...(draft.grades?.rows ?? []),
    ...(draft.routing?.rows ?? []),
    ...draft.notices,
    ...draft.promises,
  ];
}

function day(instant: number, zone: string): string {
  return new Date(instant + offsetAt(zone, instant)).toISOString().slice(0, 10);
}
