import type { Band } from '../ir/types.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';
import { readLimits } from './ranges.ts';
import { type Reading, unread } from './reading.ts';
import type { Asked } from './subjects.ts';

/** Reads one band of a score: an interval. */
export function readBand(
  context: Context,
  name: string,
  score: string,
  decimals: number,
  at: Cursor,
): Band[] {
  const reading: Reading = {
    context,
    event: null,
    outcome: false,
    own: [],
    negated: false,
    slips: [],
    mentioned: new Set(),
    where: () => unread,
  };
  const asked: Asked = {
    subject: { kind: 'score', id: score },
    name: score,
    type: 'score',
    required: true,
    options: [],
    decimals,
    min: null,
    max: null,
  };
  const limits = readLimits(reading, asked, at);
  if (!limits) context.scope.broken.add(`${score}.bands`);
  return limits ? [{ id: name, ...limits, span: at.whole }] : [];
}
