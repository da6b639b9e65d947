import type { Formula } from '@smarketing/logic';
import { report } from '../../diagnostics/diagnostic.ts';
import { natural } from '../../ir/decimal.ts';
import type { Agreement, Grades, Score } from '../../ir/types.ts';
import { parts } from '../../ir/visit.ts';
import type { Asker } from '../ask/asker.ts';
import type { Judge } from '../decide/judge.ts';
import type { PropertyRule } from '../property.ts';
import type { Property } from '../report.ts';
import { edgesOf } from '../world/edges.ts';

/** In a table of grades, with all else the same, a score on the upper side of an edge never gives a worse grade. */
export const gradesRiseInTables: PropertyRule = function* (asker) {
  const { agreement } = asker.world;
  const { grades } = agreement;
  if (!grades || grades.matrix || grades.worse_grade_because !== null) return;
  const edges = edgesOf(agreement);
  for (const score of scoresAskedBy(agreement, grades)) {
    for (const edge of new Set(edges.get(score.id) ?? [])) yield across(asker, grades, score, edge);
  }
};

function scoresAskedBy({ scores }: Agreement, { rows }: Grades): readonly Score[] {
  const asked = new Set(
    rows.flatMap(({ when }) =>
      [...parts(when)].flatMap((part) =>
        'subject' in part && part.subject.kind === 'score' ? [part.subject.id] : [],
      ),
    ),
  );
  return scores.filter(({ id }) => asked.has(id));
}

function across(asker: Asker, grades: Grades, score: Score, edge: number): Property {
  const shown = (value: number): number => natural(value, score.decimals);
  const stated = { topic: 'order', about: 'grades', span: grades.span } as const;
  const says = `${score.id} of ${shown(edge)} gives no worse grade than ${shown(edge - 1)}, all else the same.`;
  const [below, above] = [withScore(asker, score, edge - 1), withScore(asker, score, edge)];
  for (const [at, better] of grades.order.entries()) {
    for (const worse of grades.order.slice(at + 1)) {
      const { logic } = asker.world;
      const falls: Formula = logic.and(below.grade(better), above.grade(worse));
      const never = asker.isNever(falls);
      if (never === true) continue;
      if (never === undefined) {
        const reason = 'it takes more than the budget';
        const finding = report('not-proved', grades.span, { statement: says, reason });
        return { ...stated, says, verdict: 'unknown', witness: null, reason, finding };
      }
      const params = {
        score: score.id,
        better: shown(edge),
        worse: shown(edge - 1),
        lower: worse,
        higher: better,
      };
      const finding = report('grade-falls', grades.span, params);
      return { ...stated, says, verdict: 'refuted', witness: null, reason: null, finding };
    }
  }
  return { ...stated, says, verdict: 'proved', witness: null, reason: null, finding: null };
}

/** The agreement as it would judge a lead with exactly so many points, whatever they come from. */
function withScore(asker: Asker, score: Score, value: number): Judge {
  const { logic } = asker.world;
  return asker.guessed((id, points) => {
    if (id !== score.id) return asker.judge.score(id).atLeast(points);
    return value >= points ? logic.true : logic.false;
  });
}
