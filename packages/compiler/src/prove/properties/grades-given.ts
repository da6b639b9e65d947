import { report } from '../../diagnostics/diagnostic.ts';
import type { PropertyRule } from '../property.ts';
import { some } from '../property.ts';

/** Some lead has each grade that a row gives. */
export const gradesGiven: PropertyRule = function* (asker) {
  const { grades } = asker.world.agreement;
  if (!grades) return;
  const given = new Set([...grades.rows.map(({ grade }) => grade), grades.otherwise]);
  for (const grade of grades.order.filter((one) => given.has(one))) {
    const place = grades.rows.find((row) => row.grade === grade)?.span ?? grades.span;
    const says = `Some lead has the grade ${grade}.`;
    yield some(
      asker,
      { topic: 'reach', says, about: grade, span: place },
      {
        question: { formula: asker.judge.grade(grade), holds: ({ decision }) => decision.grade === grade },
        tell: () => report('grade-unreachable', place, { grade }),
      },
    );
  }
};
