import { report } from '../../diagnostics/diagnostic.ts';
import type { CheckRule } from '../rule.ts';

/** Every stage that leads can leave has a promise that starts there, or a time limit. (A dead end is told as such.) */
export const stageLimits: CheckRule = {
  reads: ['funnel', 'sla'],
  *find({ stages, transitions, promises }) {
    const starts = new Set(
      promises.flatMap((promise) =>
        promise.kind === 'clock' || promise.kind === 'attempts' ? promise.starts : [],
      ),
    );
    const left = new Set(transitions.flatMap(({ from, to }) => from.filter((id) => id !== to)));
    for (const { id, end, stale_after: stale, title, span } of stages)
      if (!end && stale === null && left.has(id) && !starts.has(`entered_${id}`))
        yield report('stage-without-limit', span, { stage: title, id });
  },
};
