/** A decision table over `country`, `size` (1 to 9) and `partner`, with what is wrong with it, worked out by hand. */
export interface Table {
  readonly says: string;
  readonly kind: 'routing' | 'grades' | 'points';
  readonly match: 'first' | 'exactly_one';
  /** Each row's condition; their ids are `r1`, `r2` and so on. Each does something of its own. */
  readonly rows: readonly string[];
  readonly otherwise: boolean;
  /** Rows that no lead goes by. */
  readonly dead: readonly string[];
  /** Pairs of rows that some lead meets both of, where that is forbidden. */
  readonly overlaps: readonly string[];
  /** Some lead is in no row, and nothing is said otherwise. */
  readonly gap: boolean;
}

const first = { match: 'first', otherwise: true, dead: [], overlaps: [], gap: false } as const;
const one = { match: 'exactly_one', otherwise: true, dead: [], overlaps: [], gap: false } as const;
const routing = { kind: 'routing', ...first } as const;
const grades = { kind: 'grades', ...first } as const;
const points = { kind: 'points', ...one } as const;
const open = { otherwise: false } as const;

export const tables: readonly Table[] = [
  // dead by comparing text
  { says: 'the same row twice', ...routing, rows: ['country: de', 'country: de'], dead: ['r2'] },
  {
    says: 'the same tests in another order',
    ...routing,
    rows: ['country: de, partner: true', 'partner: true, country: de'],
    dead: ['r2'],
  },
  // dead by one row
  {
    says: 'a narrower row below a wider',
    ...routing,
    rows: ['size: { at_least: 5 }', 'size: { at_least: 7 }'],
    dead: ['r2'],
  },
  {
    says: 'a wider row below a narrower is needed',
    ...routing,
    rows: ['size: { at_least: 7 }', 'size: { at_least: 5 }'],
  },
  {
    says: 'one option of a list that stands above',
    ...routing,
    rows: ['country: [de, fr]', 'country: fr'],
    dead: ['r2'],
  },
  {
    says: 'two tests below one of them',
    ...routing,
    rows: ['country: de', 'country: de, size: { below: 3 }'],
    dead: ['r2'],
  },
  {
    says: 'other words for the same numbers',
    ...routing,
    rows: ['size: { between: [3, 5] }', 'size: { from: 3, below: 6 }'],
    dead: ['r2'],
  },
  {
    says: 'the complement of a complement',
    ...routing,
    rows: ['country: present', 'not: { country: missing }'],
    dead: ['r2'],
  },
  { says: 'a number below whoever has one', ...grades, rows: ['size: present', 'size: 4'], dead: ['r2'] },
  {
    says: 'an or that meant and takes everybody',
    ...grades,
    rows: ['any: [{ size: { at_least: 5 } }, { size: { below: 7 } }]', 'size: 9'],
    dead: ['r2'],
  },
  // dead by several rows together
  {
    says: 'two halves above the whole',
    ...routing,
    rows: ['size: { below: 5 }', 'size: { at_least: 5 }', 'size: present'],
    dead: ['r3'],
  },
  {
    says: 'two halves above a middle',
    ...routing,
    rows: ['size: { below: 5 }', 'size: { at_least: 5 }', 'size: { between: [4, 5] }'],
    dead: ['r3'],
  },
  {
    says: 'each option above the list',
    ...routing,
    rows: ['country: de', 'country: fr', 'country: us', 'country: present'],
    dead: ['r4'],
  },
  {
    says: 'three values of a flag',
    ...routing,
    rows: ['partner: true', 'partner: false', 'partner: missing', 'country: de'],
    dead: ['r4'],
  },
  {
    says: 'two fields, neither row wide enough alone',
    ...grades,
    rows: [
      'country: de, size: { below: 5 }',
      'country: de, size: { at_least: 5 }',
      'country: de, size: present',
    ],
    dead: ['r3'],
  },
  {
    says: 'a staircase of four',
    ...grades,
    rows: [
      'size: { at_least: 7 }',
      'size: { from: 4, below: 7 }',
      'size: { from: 2, below: 4 }',
      'size: { between: [2, 8] }',
      'size: 1',
    ],
    dead: ['r4'],
  },
  {
    says: 'almost covered: missing is left',
    ...routing,
    rows: ['size: { below: 5 }', 'size: { at_least: 5 }', 'country: de'],
  },
  {
    says: 'almost covered: one number is left',
    ...routing,
    rows: ['size: { below: 5 }', 'size: { more_than: 5 }', 'size: { between: [4, 6] }'],
  },
  {
    says: 'two rows die, for different reasons',
    ...routing,
    rows: ['country: de', 'country: [fr, us]', 'country: de, partner: true', 'country: present'],
    dead: ['r3', 'r4'],
  },
  // what must stay
  {
    says: 'a catch-all that looks like the row above it is needed',
    ...routing,
    ...open,
    rows: ['size: { at_least: 5 }', 'any: [{ size: missing }, { size: present }]'],
  },
  {
    says: 'an exception above its rule is meant',
    ...routing,
    rows: ['country: de, size: { at_least: 8 }', 'country: de', 'size: { at_least: 8 }'],
  },
  {
    says: 'rows that cross each other are legitimate',
    ...grades,
    rows: ['country: de', 'size: { at_least: 5 }', 'partner: true'],
  },
  {
    says: 'the last row ends the table',
    ...grades,
    ...open,
    rows: ['partner: true', 'not: { partner: true }'],
  },
  // gaps
  {
    says: 'a number between two rows',
    ...routing,
    ...open,
    rows: ['size: { below: 5 }', 'size: { more_than: 5 }', 'size: missing'],
    gap: true,
  },
  {
    says: 'nobody thought of missing',
    ...grades,
    ...open,
    rows: ['size: { below: 5 }', 'size: { at_least: 5 }'],
    gap: true,
  },
  {
    says: 'one cell of a grid',
    ...grades,
    ...open,
    rows: [
      'country: de',
      'country: fr, size: { at_least: 5 }',
      'country: fr, size: { below: 5 }',
      'country: us',
      'country: missing',
    ],
    gap: true,
  },
  {
    says: 'points that leave one number out',
    ...points,
    ...open,
    rows: ['size: { below: 3 }', 'size: { more_than: 3 }', 'size: missing'],
    gap: true,
  },
  {
    says: 'points that leave nobody out',
    ...points,
    ...open,
    rows: ['size: { below: 3 }', 'size: { at_least: 3 }', 'size: missing'],
  },
  // overlaps
  {
    says: 'an edge in both rows',
    ...points,
    rows: ['size: { at_most: 5 }', 'size: { at_least: 5 }'],
    overlaps: ['r1 r2'],
  },
  {
    says: 'half-open rows meet and do not overlap',
    ...points,
    rows: ['size: { below: 5 }', 'size: { from: 5, below: 8 }', 'size: { at_least: 8 }'],
  },
  {
    says: 'two fields that can meet',
    ...points,
    rows: ['country: de', 'size: { at_least: 5 }'],
    overlaps: ['r1 r2'],
  },
  {
    says: 'two fields kept apart',
    ...points,
    rows: ['country: de', 'country: { not: de }, size: { at_least: 5 }'],
  },
  {
    says: 'three edges, two overlaps',
    ...points,
    rows: ['size: { between: [1, 3] }', 'size: { between: [3, 6] }', 'size: { between: [6, 9] }'],
    overlaps: ['r1 r2', 'r2 r3'],
  },
  {
    says: 'an overlap and a gap',
    ...points,
    ...open,
    rows: ['size: { below: 4 }', 'size: { between: [3, 6] }', 'size: { more_than: 7 }', 'size: missing'],
    overlaps: ['r1 r2'],
    gap: true,
  },
  {
    says: 'routes that promise exactly one',
    ...routing,
    match: 'exactly_one',
    rows: ['country: [de, fr]', 'country: [fr, us]'],
    overlaps: ['r1 r2'],
  },
  {
    says: 'grades that promise exactly one and keep it',
    ...grades,
    match: 'exactly_one',
    rows: ['country: [de, fr]', 'country: us'],
  },
];
