import { report } from '../../diagnostics/diagnostic.ts';
import type { CheckRule } from '../rule.ts';

/** Every stage can be reached from the first. */
export const stagesReachable: CheckRule = {
  reads: ['funnel'],
  *find({ stages, transitions }) {
    const reached = new Set<string>();
    const open = stages.slice(0, 1).map(({ id }) => id);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const here = id;
      if (reached.has(here)) continue;
      reached.add(here);
      open.push(...transitions.filter(({ from }) => from.includes(here)).map(({ to }) => to));
    }
    for (const { id, title, span } of stages)
      if (!reached.has(id)) yield report('stage-unreachable', span, { stage: title });
  },
};
