import { report } from '../../diagnostics/diagnostic.ts';
import type { CheckRule } from '../rule.ts';

/** A forecast that says what one desk can work says it of every desk of sales that gets leads. */
export const forecastCapacity: CheckRule = {
  reads: ['forecast', 'handoff'],
  *find({ assumptions, queues, routing }) {
    const known = new Set(assumptions.flatMap((one) => (one.kind === 'capacity' ? [one.queue] : [])));
    if (known.size === 0) return;
    const targets = [...(routing?.rows.map(({ to }) => to) ?? []), routing?.otherwise];
    const used = new Set(targets.flatMap((to) => (to?.kind === 'queue' ? [to.queue] : [])));
    for (const { id, title, party, span } of queues)
      if (party === 'sales' && used.has(id) && !known.has(id))
        yield report('queue-without-capacity', span, { queue: title });
  },
};
