import { type Diagnostic, report } from '../../diagnostics/diagnostic.ts';
import { foundIn } from '../../found.ts';
import type { Option } from '../../ir/types.ts';
import type { Asked, CheckRule, Draft } from '../rule.ts';

/** Where recycling is written down for an exit, each reason to go there is in exactly one row. */
export const reasonsRecycled: CheckRule = {
  reads: ['handoff', 'funnel'],
  *find(draft, { at }) {
    for (const exit of new Set(draft.recycling.map((row) => row.exit))) yield* look(draft, exit, at);
  },
};

function* look(draft: Draft, exit: string, at: Asked['at']): Generator<Diagnostic> {
  const rows = draft.recycling.filter((row) => row.exit === exit);
  const reasons = reasonsOf(draft, exit);
  const seen = new Set<string>();
  for (const row of rows)
    for (const [index, reason] of row.reasons.entries()) {
      const path = ['recycling', String(draft.recycling.indexOf(row)), 'reasons', String(index)];
      const { span } = at('handoff', ...path);
      if (!reasons.some(({ id }) => id === reason))
        yield report('unknown-reason', span, {
          reason,
          exit,
          reasons: reasons.map(({ id }) => id).join(', ') || 'none',
        });
      else if (seen.has(reason)) yield report('reason-recycled-twice', span, { reason, exit });
      seen.add(reason);
    }
  for (const { id } of reasons)
    if (!seen.has(id) && rows[0])
      yield report('reason-without-recycling', rows[0].span, { exit, reason: id });
}

/** Reasons that the exit lists itself, and those of a rejection that leads to it. */
function reasonsOf({ stages, transitions, rejection }: Draft, exit: string): readonly Option[] {
  const own = foundIn(stages, exit).reasons;
  const rejected = transitions.some(
    ({ to, on }) => to === exit && on.some((event) => rejection?.on.includes(event)),
  );
  return rejected && rejection ? [...own, ...rejection.reasons] : own;
}
