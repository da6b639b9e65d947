import { report } from '../../diagnostics/diagnostic.ts';
import type { CheckRule } from '../rule.ts';

/** Every stage that is not an end has an owner. */
export const stageOwners: CheckRule = {
  reads: [],
  *find({ stages }) {
    for (const { end, owner, title, span } of stages)
      if (!end && owner === null) yield report('stage-without-owner', span, { stage: title });
  },
};
