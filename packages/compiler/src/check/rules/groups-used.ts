import { report } from '../../diagnostics/diagnostic.ts';
import type { CheckRule } from '../rule.ts';

/** Every group has a rule. */
export const groupsUsed: CheckRule = {
  reads: ['scoring'],
  *find({ scores }) {
    for (const { groups, rules } of scores)
      for (const { id, span } of groups)
        if (!rules.some(({ group }) => group === id)) yield report('group-unused', span, { group: id });
  },
};
