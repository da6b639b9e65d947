import { createRandom, pick, type Random } from './random.ts';

/**
 * `realistic`: most rules ask about one field, and points are multiples of 5. `dense`: rules ask about two or
 * three fields out of a few, and points are odd. `fading`: realistic, but points fade, in tenths.
 */
export type Kind = 'realistic' | 'dense' | 'fading';

/** One test of a field; several in a list must all hold. */
export interface Test {
  readonly field: number;
  readonly atoms: readonly number[];
}

export interface Rule {
  readonly tests: readonly Test[];
  readonly points: number;
  readonly group: number | undefined;
  readonly fades: boolean;
}

export interface ScorePlan {
  readonly rules: readonly Rule[];
  readonly groupCaps: readonly number[];
  readonly cap: number;
  readonly floor: number;
  /** Bands begin here: C, B, A. */
  readonly edges: readonly [number, number];
}

export interface Row {
  readonly tests: readonly Test[];
  readonly bands: readonly { readonly score: number; readonly band: number }[];
  readonly queue: number;
}

/** A made-up agreement as plain data. */
export interface Plan {
  readonly kind: Kind;
  /** Atoms of each field. Fields are numbers, choices, and counts of an event in two windows. */
  readonly fields: readonly number[];
  readonly windows: readonly (readonly [short: number, long: number])[];
  readonly scores: readonly ScorePlan[];
  readonly threshold: number;
  readonly rows: readonly Row[];
}

export function createPlan(kind: Kind, rules: number, seed = 1): Plan {
  const random = createRandom(seed * 1000 + rules);
  const { fields, windows } = createFields(random);
  const shared = kind === 'dense' ? fields.map((_, field) => field).slice(0, 20) : fields.map((_, at) => at);
  const width = kind === 'dense' ? 1 : 3;
  const tests = (few: number): Test[] => createTests(random, fields, shared, few, width);
  const scores = 2 + Math.floor(rules / 300);
  const rows = Math.max(6, Math.min(60, Math.floor(rules / 10)));
  const perScore = Math.floor((rules - rows) / scores);
  return {
    kind,
    fields,
    windows,
    scores: Array.from({ length: scores }, (_, at) => createScore(random, kind, perScore, at, tests)),
    threshold: 60 * scale(kind),
    rows: Array.from({ length: rows }, () => createRow(random, scores, tests)),
  };
}

/** Points of a fading agreement have one decimal. */
export function scale(kind: Kind): number {
  return kind === 'fading' ? 10 : 1;
}

function createFields(random: Random): Pick<Plan, 'fields' | 'windows'> {
  const fields: number[] = [];
  const windows: [number, number][] = [];
  const count = 37 + random(21);
  while (fields.length < count) {
    const sort = random(4);
    if (sort === 0) fields.push(2 + random(2));
    else if (sort === 1) fields.push(4 + random(8));
    else if (sort === 2) fields.push(5 + random(6));
    else {
      windows.push([fields.length, fields.length + 1]);
      fields.push(4, 4);
    }
  }
  return { fields, windows };
}

/** Tests of a few fields; one in `width` of them of a wide range of atoms. */
function createTests(
  random: Random,
  fields: readonly number[],
  among: readonly number[],
  few: number,
  width: number,
): Test[] {
  const chosen = new Set<number>();
  while (chosen.size < few) chosen.add(pick(random, among));
  return [...chosen].map((field) => {
    const atoms = fields[field] as number;
    const first = 1 + random(atoms - 1);
    const last = Math.min(atoms - 1, first + random(random(width + 1) > 0 ? 2 : atoms));
    return { field, atoms: Array.from({ length: last - first + 1 }, (_, at) => first + at) };
  });
}

function createScore(
  random: Random,
  kind: Kind,
  count: number,
  at: number,
  tests: (few: number) => Test[],
): ScorePlan {
  const groups = at % 2 === 1 || count > 60 ? Math.ceil(count / 12) : 0;
  const rules = Array.from({ length: count }, (): Rule => {
    const few = kind === 'dense' ? 2 + random(2) : pick(random, [1, 1, 1, 1, 1, 1, 1, 2, 2, 3]);
    const size = kind === 'dense' ? 1 + 2 * random(12) : 5 * (1 + random(6));
    const sign = random(7) === 0 ? -1 : 1;
    const isGrouped = groups > 0 && random(4) > 0;
    return {
      tests: tests(few),
      points: sign * size * scale(kind),
      group: isGrouped ? random(groups) : undefined,
      fades: kind === 'fading' && at % 2 === 1 && random(2) === 0,
    };
  });
  return {
    rules,
    groupCaps: Array.from({ length: groups }, () => 5 * (3 + random(6)) * scale(kind)),
    cap: 100 * scale(kind),
    floor: 0,
    edges: [25 * scale(kind), 50 * scale(kind)],
  };
}

function createRow(random: Random, scores: number, tests: (few: number) => Test[]): Row {
  const bands = random(2) === 0 ? [{ score: random(scores), band: random(3) }] : [];
  return { tests: tests(1 + random(2)), bands, queue: random(5) };
}
