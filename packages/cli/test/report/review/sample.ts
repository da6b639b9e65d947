import type { ReviewedAgreement } from '@smarketing/review';

/** A review in which every text of an agreement is the same one. */
export interface Sample {
  readonly text: string;
  readonly changes?: number;
  readonly bump?: ReviewedAgreement['review']['bump'];
  readonly needs?: 'nobody' | 'all';
  readonly waitsFor?: ReviewedAgreement['approvals']['waitsFor'];
}

const fingerprint = 'f'.repeat(64);

export function reviewOf({
  text,
  changes = 1,
  bump = 'major',
  needs = 'all',
  waitsFor = ['sales'],
}: Sample): ReviewedAgreement {
  const place = { file: text, line: 3, col: 1, end_line: 4, end_col: 9 };
  const change = {
    kind: 'route-moved',
    part: 'route',
    verb: 'moved',
    about: text,
    says: text,
    was: text,
    is: text,
    level: 'breaking',
    harderFor: 'sales',
    before: place,
    after: place,
    fingerprint,
  } as const;
  const set = {
    aspect: 'queue',
    about: text,
    outcomes: [{ from: text, to: text }],
    what: text,
    who: [text],
    besides: [text],
    exact: true,
    how: 'all',
    example: text,
  };
  const approval = {
    fingerprint,
    needs: { from: needs, parties: needs === 'all' ? (['sales'] as const) : [] },
    given: [{ by: text, party: 'marketing' as const }],
    isApproved: waitsFor.length === 0,
  };
  return {
    folder: text,
    review: {
      agreement: text,
      title: text,
      verdict: text,
      bump,
      before: { hash: text },
      after: { hash: text },
      changes: Array.from({ length: changes }, () => change),
      proof: {
        verdict: 'different',
        says: text,
        reason: text,
        sets: [set],
        deadlines: [{ promise: text, says: text }],
        points: [text],
      },
    },
    approvals: {
      isApproved: waitsFor.length === 0,
      changes: Array.from({ length: changes }, () => approval),
      waitsFor,
      refused: [{ by: text, reason: 'author' }],
    },
    forecast: null,
    replay: null,
  };
}
