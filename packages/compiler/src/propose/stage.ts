import type { Agreement, Field } from '../ir/types.ts';
import { type Fit, fitOf } from './fits.ts';
import { likeness, meaningOf } from './names.ts';
import { leastAlike, named, type Reason, surenessOf } from './reason.ts';
import type { ColumnSurvey } from './survey.ts';

export interface ProposedStage extends Reason {
  readonly column: string;
  readonly fit: Fit;
  readonly entered_at: string | null;
}

/** The column whose words are stages, and the one that says since when. */
export function proposeStage(agreement: Agreement, columns: readonly ColumnSurvey[]): ProposedStage | null {
  const options = agreement.stages.map(({ id, title }) => ({ id, label: title }));
  const asField = { ...agreement.fields[0], type: 'choice', options } as Field;
  const rated = columns.flatMap((column) => {
    const like = likeness(meaningOf(column.name), meaningOf('stage'));
    const fit = like >= leastAlike ? fitOf(asField, column, { dates: 'iso', mark: '.' }) : undefined;
    return fit && fit.share >= 0.5
      ? [{ column: column.name, fit, like, score: 0.6 * like + 0.4 * fit.share }]
      : [];
  });
  const [best] = rated.toSorted((a, b) => b.score - a.score);
  if (!best) return null;
  const { column, fit, like, score } = best;
  const since = columns.find(
    ({ name, filled, kinds }) =>
      name !== column &&
      filled > 0 &&
      Math.max(kinds.iso, kinds.dmy, kinds.mdy) / filled > 0.9 &&
      name.startsWith(column),
  );
  return {
    column,
    fit,
    sureness: surenessOf(score),
    why: `${named(like)}, ${fit.why}`,
    entered_at: since?.name ?? null,
  };
}
