import { report } from '../../diagnostics/diagnostic.ts';
import type { Mapping } from '../../ir/types.ts';
import type { CheckRule } from '../rule.ts';

/** No clock waits for leads to enter the stage in which they are created, unless a mapping tells that they did. */
export const clocksOfNewLeads: CheckRule = {
  reads: ['funnel', 'sla'],
  *find({ stages: [first], promises, mappings }) {
    if (!first || mappings.some((mapping) => tellsEntry(mapping, first.id))) return;
    const entry = `entered_${first.id}`;
    for (const promise of promises) {
      const isClock = promise.kind === 'clock' || promise.kind === 'attempts';
      if (isClock && promise.starts.every((event) => event === entry))
        yield report('clock-misses-new-leads', promise.span, { id: promise.id, stage: first.title });
    }
  },
};

/** Whether rows of an export say that a lead is in the stage, or entered it. */
function tellsEntry({ stage, events }: Mapping, id: string): boolean {
  const says = stage && [...stage.values, ...(stage.others ? [stage.others] : [])];
  return events.some(({ event }) => event === `entered_${id}`) || (says ?? []).some(({ to }) => to === id);
}
