import { report } from '../../diagnostics/diagnostic.ts';
import type { Assumption } from '../../ir/types.ts';
import type { CheckRule } from '../rule.ts';

/** Two assumptions are not about the same thing. */
export const forecastOnce: CheckRule = {
  reads: ['forecast'],
  *find({ assumptions }) {
    const seen = new Map<string, string>();
    for (const assumption of assumptions) {
      const what = subject(assumption);
      if (what === null) continue;
      const other = seen.get(what);
      if (other !== undefined)
        yield report('assumption-twice', assumption.span, { id: assumption.id, what, other });
      else seen.set(what, assumption.id);
    }
  },
};

/** What an assumption is about, as the rest of a sentence; `null` where several may be about the same. */
function subject(assumption: Assumption): string | null {
  switch (assumption.kind) {
    case 'arrivals':
    case 'behaviour':
      return null;
    case 'mix':
      return `how ${assumption.field} is shared out`;
    case 'conversion':
      return `how many come from ${assumption.from} to ${assumption.to}`;
    case 'capacity':
      return `what ${assumption.queue} can work`;
    case 'money':
      return 'what deals are worth';
    case 'response':
      return `what the speed of ${assumption.promise} is worth`;
  }
}
