import { foundIn } from '../found.ts';
import type { Context } from './context.ts';
import { gradeOf } from './grades.ts';
import { personaOf } from './personas.ts';
import { computeScore, rulesOf } from './scores.ts';
import type { Agreement } from './types.ts';

/** A context with all scores, the persona and the grade, and the ids of the rules and the row that made them. */
export interface Judged {
  readonly context: Context;
  readonly reasons: readonly string[];
}

/** Computes scores, persona and grade, each once, in the order in which they depend on each other. */
export function judge(agreement: Agreement, unjudged: Context): Judged {
  return agreement.order.reduce<Judged>(
    ({ context, reasons }, name) => {
      const next = judgeOne(agreement, name, context);
      return { context: next.context, reasons: [...reasons, ...next.reasons] };
    },
    { context: unjudged, reasons: [] },
  );
}

function judgeOne(agreement: Agreement, name: string, context: Context): Judged {
  if (name === 'persona') {
    return { context: { ...context, persona: personaOf(agreement.personas, context) }, reasons: [] };
  }
  if (name === 'grade') {
    const { grade, row } = gradeOf(agreement.grades, context);
    return { context: { ...context, grade }, reasons: row === null ? [] : [row] };
  }
  const result = computeScore(foundIn(agreement.scores, name), context);
  const scores = { ...context.scores, [name]: result };
  return { context: { ...context, scores }, reasons: rulesOf(result.lines) };
}
