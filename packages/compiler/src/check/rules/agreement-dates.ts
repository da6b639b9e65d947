import { report } from '../../diagnostics/diagnostic.ts';
import type { CheckRule } from '../rule.ts';

/** The agreement ends after it begins, and is looked at again in time. */
export const agreementDates: CheckRule = {
  reads: ['agreement'],
  *find({ effective_from: from, review_by: by }, { today, at }) {
    if (by < from) {
      yield report('dates-reversed', at('agreement', 'review_by').span, {
        later: '`review_by`',
        later_date: by,
        earlier: '`effective_from`',
        earlier_date: from,
      });
    } else if (by < today) yield report('review-overdue', at('agreement', 'review_by').span, { date: by });
  },
};
