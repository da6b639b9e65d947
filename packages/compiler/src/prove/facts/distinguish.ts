import type { Agreement, LeadInput } from '../../ir/types.ts';
import { createAsker } from '../ask/asker.ts';
import { minimal } from '../ask/minimal.ts';
import { type Case, isDecidedOtherwise } from '../ask/replay.ts';
import { mayDiffer, mayDifferAtFirst } from '../decide/version.ts';

/** A lead that two versions of an agreement decide differently, or that there is none. */
export type Distinguished =
  | { readonly verdict: 'same' }
  | { readonly verdict: 'different'; readonly lead: LeadInput; readonly asOf: number }
  | { readonly verdict: 'unknown' };

/**
 * Whether two versions of an agreement ever decide differently: in stage, grade, persona, band, route, notices, or which
 * promises apply. Differences in points and deadlines alone are not looked for.
 */
export function distinguish(before: Agreement, after: Agreement): Distinguished {
  const asker = createAsker(before, { versions: [after] });
  const other = asker.otherVersion(after, { unless: asker.world.logic.true, only: 0 });
  const holds = (found: Case): boolean => isDecidedOtherwise(after, found);
  const found = asker.find({
    easier: () => mayDifferAtFirst(asker.world, asker.version, other),
    formula: () => mayDiffer(asker.world, asker.version, other),
    holds,
  });
  switch (found.verdict) {
    case 'none':
      return { verdict: 'same' };
    case 'unknown':
      return { verdict: 'unknown' };
    case 'found': {
      const { input, asOf } = minimal(before, found.lead, holds);
      return { verdict: 'different', lead: input, asOf };
    }
  }
}
