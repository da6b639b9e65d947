import { report } from '../../diagnostics/diagnostic.ts';
import type { CheckRule } from '../rule.ts';

/** Leads come by each source. */
export const forecastArrivals: CheckRule = {
  reads: ['forecast'],
  *find({ assumptions }) {
    for (const one of assumptions)
      if (one.kind === 'arrivals' && (one.leads.value <= 0 || one.seasonal.every((scale) => scale <= 0)))
        yield report('arrivals-without-leads', one.span, { id: one.id });
  },
};
