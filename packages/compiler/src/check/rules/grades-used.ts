import { report } from '../../diagnostics/diagnostic.ts';
import type { CheckRule } from '../rule.ts';

/** Every grade of the order is given by some row. */
export const gradesUsed: CheckRule = {
  reads: ['scoring'],
  *find({ grades }) {
    if (!grades) return;
    const given = new Set([...grades.rows.map(({ grade }) => grade), grades.otherwise]);
    for (const grade of grades.order)
      if (!given.has(grade)) yield report('grade-unused', grades.span, { grade });
  },
};
