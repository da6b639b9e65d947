import { report } from '../../diagnostics/diagnostic.ts';
import type { CheckRule } from '../rule.ts';

/** Every queue gets leads. */
export const queuesUsed: CheckRule = {
  reads: ['handoff'],
  *find({ queues, routing, promises }) {
    const targets = [...(routing?.rows.map(({ to }) => to) ?? []), routing?.otherwise];
    const used = new Set(targets.flatMap((to) => (to?.kind === 'queue' ? [to.queue] : [])));
    for (const promise of promises)
      if (promise.kind === 'deliver' && promise.for_each) used.add(promise.for_each);
    for (const { id, title, party, span } of queues)
      if (!used.has(id) && party === 'sales') yield report('queue-unused', span, { queue: title });
  },
};
