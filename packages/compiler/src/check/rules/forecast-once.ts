import { report } from '../../diagnostics/diagnostic.ts';
import type { Assumption } from '../../ir/types.ts';
import type { CheckRule } from '../rule.ts';

/** Two assumptions are not about the same thing. */
export const forecastOnce: CheckRule = {
  reads: ['forecast'],
  *find({ assumptions }) {
    const seen = new Map<string, string>();
    for (const assumption of assumptions) {
      for (const what of subjects(assumption)) {
        const other = seen.get(what);
        if (other !== undefined)
          yield report('assumption-twice', assumption.span, { id: assumption.id, what, other });
        else seen.set(what, assumption.id);
      }
    }
  },
};

/** What an assumption is about, as the rest of a sentence; nothing where several may be about the same. */
function subjects(assumption: Assumption): readonly string[] {
  switch (assumption.kind) {
    case 'arrivals':
    case 'behaviour':
      return [];
    case 'mix':
      return [`how ${assumption.field} is shared out`];
    case 'conversion':
      return [`how many come from ${assumption.from} to ${assumption.to}`];
    case 'capacity':
      return [`what ${assumption.queue} can work`];
    case 'money':
      return ['what deals are worth'];
    case 'response':
      return [`what the speed of ${assumption.promise} is worth`];
    case 'activity':
      return assumption.after.map((event) => `how often ${assumption.event} happens after ${event}`);
    case 'transfer':
      return [`how many change hands of ${assumption.from ?? 'every queue'}`];
  }
}
