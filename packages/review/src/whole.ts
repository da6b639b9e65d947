import type { Agreement } from '@smarketing/compiler/ir';
import type { Change } from './changes/change.ts';
import { withFingerprint } from './changes/content.ts';
import type { ReviewData } from './render/json.ts';
import { bumpOf } from './versions/bump.ts';

const words = {
  added: { verdict: 'A new agreement.', says: 'is new', level: 'notable' },
  removed: { verdict: 'An agreement ends.', says: 'is no longer there', level: 'breaking' },
} as const;

/** The one change that an agreement is new, or that it is gone: it is harder for both teams. */
export function wholeChange(agreement: Agreement, verb: 'added' | 'removed'): Change {
  const { says, level } = words[verb];
  return withFingerprint({
    part: 'agreement',
    verb,
    about: agreement.name,
    says: `The agreement “${agreement.title}” ${says}.`,
    level,
    harderFor: 'both',
    before: null,
    after: null,
    content: [agreement.hash, verb],
  });
}

/** The review of an agreement that is new or gone, with nothing to compare it with. */
export function wholeReview(agreement: Agreement, verb: 'added' | 'removed'): ReviewData {
  const changes = [wholeChange(agreement, verb)];
  const [is, none] = [{ hash: agreement.hash }, { hash: 'none' }];
  return {
    agreement: agreement.name,
    title: agreement.title,
    verdict: words[verb].verdict,
    bump: bumpOf(changes),
    before: verb === 'added' ? none : is,
    after: verb === 'added' ? is : none,
    changes,
    proof: {
      verdict: 'unknown',
      says: 'There is no other version to compare it with.',
      reason: null,
      sets: [],
      deadlines: [],
      points: [],
    },
  };
}
