import type { GradeRow, Grades } from '@smarketing/compiler/ir';
import { becauseAspect, inForceAspect, whenAspect } from '../aspects.ts';
import type { Found, HarderFor } from '../change.ts';
import { contentOf } from '../content.ts';
import { aspectChanges, findItemChanges, type Kind, type Sides, wording } from '../items.ts';
import { findOrderChange } from '../order.ts';
import { asks } from '../words/phrases.ts';

const name = ({ id }: GradeRow): string => `The row “${id}” of the grades`;

const both = (): HarderFor => 'both';

/** A better grade makes more work for sales, a worse one asks more of marketing. */
function rowsOf({ order }: Grades): Kind<GradeRow> {
  const rank = (grade: string): number => order.indexOf(grade);
  return {
    part: 'grade',
    name,
    added: ({ grade, when }, book) => ({
      level: 'notable',
      harderFor: 'both',
      more: `: grade ${grade} where ${asks(book, when)}`,
    }),
    removed: ({ grade, when }, book) => ({
      level: 'notable',
      harderFor: 'both',
      more: `: it gave grade ${grade} where ${asks(book, when)}`,
    }),
    aspects: [
      {
        of: ({ grade }) => grade,
        tell: ({ before, after }, sides) => {
          const isBetter = rank(after.grade) < rank(before.grade);
          return {
            verb: isBetter ? 'raised' : 'lowered',
            says: `A lead gets grade ${after.grade} where ${asks(sides.after, after.when)}; before: ${before.grade}.`,
            was: before.grade,
            is: after.grade,
            level: 'notable',
            harderFor: isBetter ? 'sales' : 'marketing',
          };
        },
      },
      whenAspect(name, { wider: both, narrower: both }),
      inForceAspect(name, { wider: both, narrower: both }),
      becauseAspect(name),
    ],
  };
}

const none: Grades = {
  kind: 'grades',
  order: [],
  match: 'first',
  rows: [],
  otherwise: null,
  worse_grade_because: null,
  matrix: null,
  span: { file: '', line: 1, col: 1, end_line: 1, end_col: 1 },
};

/** Changes of how leads are graded. */
export function findGradeChanges(sides: Sides): readonly Found[] {
  const [was, is] = [sides.before.agreement.grades, sides.after.agreement.grades];
  if (was === null && is === null) return [];
  const [before, after] = [was ?? none, is ?? none];
  const order = {
    part: 'grade',
    about: 'grades',
    says: 'The rows of the grades are tried in another order.',
    name,
    does: 'is tried',
    level: 'notable',
    harderFor: 'both',
  } as const;
  const rows = { before: before.rows, after: after.rows };
  return [
    ...findItemChanges(sides, rows, rowsOf(after)),
    ...(after.match === 'first' ? findOrderChange(sides, rows, order) : []),
    ...aspectChanges(sides, { before: headOf(before), after: headOf(after) }, heads),
  ];
}

type Head = Omit<Grades, 'rows' | 'kind'> & { readonly id: string; readonly rows: readonly [] };

function headOf(grades: Grades): Head {
  return { ...grades, id: 'grades', rows: [], matrix: grades.matrix };
}

const heads: Pick<Kind<Head>, 'aspects' | 'part' | 'name'> = {
  part: 'grade',
  name: () => 'The table of grades',
  aspects: [
    {
      of: ({ order }) => order,
      tell: ({ before, after }) => {
        const isGone = before.order.some((grade) => !after.order.includes(grade));
        return {
          verb: 'changed',
          says: `The grades, best first, are ${after.order.join(', ')}; before: ${before.order.join(', ')}.`,
          level: isGone ? 'breaking' : 'notable',
          harderFor: 'both',
        };
      },
    },
    {
      of: ({ otherwise, match }) => [otherwise, match],
      tell: ({ before, after }) => ({
        verb: 'changed',
        says: `A lead that no row matches gets ${gradeWords(after)}; before: ${gradeWords(before)}.`,
        level: 'notable',
        harderFor: 'both',
      }),
    },
    wording(
      'why a better score may give a worse grade',
      ({ worse_grade_because: because }) => because,
      () => 'The table of grades',
    ),
    {
      of: ({ matrix }) => matrix && contentOf(matrix),
      tell: () => ({
        verb: 'reworded',
        says: 'The table of grades is written otherwise.',
        level: 'wording',
        harderFor: 'nobody',
      }),
    },
  ],
};

const gradeWords = ({ otherwise }: Head): string => (otherwise === null ? 'no grade' : `grade ${otherwise}`);
