import type { Code } from '../diagnostics/catalogue.ts';
import { duration, limit, percent, period } from './counts.ts';
import { name } from './names.ts';
import type { Rewrite } from './rewrite.ts';
import { date, hours, moment, time } from './times.ts';

const rewrites: Partial<Record<Code, Rewrite>> = {
  'bad-date': date,
  'bad-moment': moment,
  'bad-time': time,
  'bad-hours': hours,
  'bad-duration': duration,
  'bad-period': period,
  'bad-limit': limit,
  'bad-percent': percent,
  'bad-name': name,
};

/** How the language writes a text that has a wrong form, if only one thing can have been meant. */
export function rewrite(code: Code, text: string): string | undefined {
  return rewrites[code]?.(text.replace(/\s+/g, ' '));
}
