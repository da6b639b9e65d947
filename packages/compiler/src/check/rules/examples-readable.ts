import { report } from '../../diagnostics/diagnostic.ts';
import { readLead } from '../../ir/read-lead.ts';
import type { CheckRule } from '../rule.ts';

/** The lead of every example can be decided. */
export const examplesReadable: CheckRule = {
  reads: ['examples', 'vocabulary', 'funnel'],
  *find(draft, { at: placeOf }) {
    const agreement = { ...draft, hash: '' };
    for (const [index, { lead }] of draft.examples.entries()) {
      const result = readLead(agreement, lead);
      if (!('problems' in result)) continue;
      for (const { at, message } of result.problems)
        yield report('bad-example', placeOf('examples', 'examples', String(index), ...steps(at)).whole, {
          at,
          problem: message,
        });
    }
  },
};

/** From `events[1].properties.path` to the steps from the example; `lead` holds the fields. */
function steps(at: string): string[] {
  const parts = at.split(/[.[\]]+/);
  return parts[0] === 'events' ? parts : ['lead', ...parts];
}
