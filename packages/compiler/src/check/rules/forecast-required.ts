import { report } from '../../diagnostics/diagnostic.ts';
import { foundIn } from '../../found.ts';
import type { CheckRule } from '../rule.ts';

/** The leads and events that the forecast draws can be read. */
export const forecastRequired: CheckRule = {
  reads: ['forecast', 'vocabulary'],
  *find({ assumptions, fields, events }) {
    const mixed = new Set(assumptions.flatMap((one) => (one.kind === 'mix' ? [one.field] : [])));
    for (const assumption of assumptions) {
      if (assumption.kind === 'arrivals')
        for (const { id, required } of fields)
          if (required && !mixed.has(id) && !Object.hasOwn(assumption.with, id))
            yield report('required-not-drawn', assumption.span, {
              name: id,
              fix: `Add a \`mix\` of ${id}, or say it under \`with\``,
            });
      if (assumption.kind !== 'behaviour') continue;
      const drawn = new Set(assumption.properties.map(({ id }) => id));
      for (const { id, required } of foundIn(events, assumption.event).properties)
        if (required && !drawn.has(id))
          yield report('required-not-drawn', assumption.span, {
            name: `${assumption.event}.${id}`,
            fix: `Say it under \`properties\``,
          });
      if (assumption.times.value < 1)
        yield report('behaviour-below-once', assumption.span, {
          event: assumption.event,
          times: assumption.times.value,
        });
    }
  },
};
