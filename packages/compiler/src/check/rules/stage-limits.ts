import { report } from '../../diagnostics/diagnostic.ts';
import type { CheckRule } from '../rule.ts';

const first =
  'Add `stale_after: { after: 30 days, to: … }`: leads begin here, and no promise starts when a lead is created.';

/**
 * Every stage that leads can leave has a time limit, or a promise that starts there; but no clock starts at a lead's
 * creation, so the first stage needs a limit. (A dead end is told as such.)
 */
export const stageLimits: CheckRule = {
  reads: ['funnel', 'sla'],
  *find({ stages, transitions, promises }) {
    const starts = new Set(
      promises.flatMap((promise) =>
        promise.kind === 'clock' || promise.kind === 'attempts' ? promise.starts : [],
      ),
    );
    const left = new Set(transitions.flatMap(({ from, to }) => from.filter((id) => id !== to)));
    for (const [index, { id, end, stale_after: stale, title, span }] of stages.entries())
      if (!end && stale === null && left.has(id) && (index === 0 || !starts.has(`entered_${id}`)))
        yield report('stage-without-limit', span, { stage: title, id }, index === 0 ? { help: first } : {});
  },
};
