import { report } from '../../diagnostics/diagnostic.ts';
import type { CheckRule } from '../rule.ts';

/** Leads convert along the funnel's ways, and leave each stage once. */
export const forecastConversions: CheckRule = {
  reads: ['forecast', 'funnel'],
  *find({ assumptions, transitions }) {
    const sums = new Map<string, number>();
    for (const assumption of assumptions) {
      if (assumption.kind !== 'conversion') continue;
      const { from, to, rate, span } = assumption;
      if (!transitions.some((way) => way.to === to && way.from.includes(from)))
        yield report('conversion-without-way', span, { from, to });
      const before = sums.get(from) ?? 0;
      const sum = before + rate.value;
      sums.set(from, sum);
      if (before <= 10_000 && sum > 10_000)
        yield report('conversion-over-whole', span, { from, sum: `${sum / 100}%` });
    }
  },
};
