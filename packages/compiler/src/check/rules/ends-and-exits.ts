import { report } from '../../diagnostics/diagnostic.ts';
import type { CheckRule } from '../rule.ts';

/** A stage is an end or has a way out; an exit is final or has a way back; nothing leads to itself. */
export const endsAndExits: CheckRule = {
  reads: ['funnel'],
  *find({ stages, transitions }) {
    const exits = new Set(stages.filter((stage) => stage.exit).map(({ id }) => id));
    for (const { id, title, end, exit, span } of stages) {
      const out = transitions.filter(({ from, to }) => from.includes(id) && to !== id);
      if (end) {
        for (const way of out) yield report('end-with-way-out', way.span, { stage: title });
      } else if (exit) {
        if (!out.some(({ by, to }) => by !== 'time' && !exits.has(to)))
          yield report('exit-without-way-back', span, { exit: title });
      } else if (out.length === 0) yield report('stage-dead-end', span, { stage: title });
    }
    for (const { from, to, span } of transitions)
      if (from.includes(to)) yield report('loop-to-itself', span, { stage: to });
  },
};
