import { report } from '../../diagnostics/diagnostic.ts';
import type { CheckRule } from '../rule.ts';

/** Every stage that is not an end has a time limit or a promise that starts there; the first is never entered, so no clock starts there. */
export const stageLimits: CheckRule = {
  reads: ['funnel', 'sla'],
  *find({ stages, promises }) {
    const starts = new Set(
      promises.flatMap((promise) => (promise.kind === 'clock' || promise.kind === 'attempts' ? promise.starts : [])),
    );
    for (const [index, { id, end, stale_after: stale, title, span }] of stages.entries())
      if (!end && stale === null && (index === 0 || !starts.has(`entered_${id}`)))
        yield report('stage-without-limit', span, { stage: title, id });
  },
};
