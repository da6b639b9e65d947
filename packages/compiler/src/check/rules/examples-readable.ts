import { report } from '../../diagnostics/diagnostic.ts';
import { readLead } from '../../ir/read-lead.ts';
import type { CheckRule } from '../rule.ts';

/** The lead of every example can be decided. */
export const examplesReadable: CheckRule = {
  reads: ['examples', 'vocabulary', 'funnel'],
  *find(draft) {
    for (const { lead, span } of draft.examples) {
      const result = readLead({ ...draft, hash: '' }, lead);
      if ('problems' in result)
        for (const { at, message } of result.problems) yield report('bad-example', span, { at, problem: message });
    }
  },
};
