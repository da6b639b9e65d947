import { report } from '../../diagnostics/diagnostic.ts';
import type { CheckRule } from '../rule.ts';

/** Every stage that is not an end has a promise that starts there, or a time limit. */
export const stageLimits: CheckRule = {
  reads: ['funnel', 'sla'],
  *find({ stages, promises }) {
    const starts = new Set(
      promises.flatMap((promise) => (promise.kind === 'clock' || promise.kind === 'attempts' ? promise.starts : [])),
    );
    for (const { id, end, stale_after: stale, title, span } of stages)
      if (!end && stale === null && !starts.has(`entered_${id}`))
        yield report('stage-without-limit', span, { stage: title, id });
  },
};
