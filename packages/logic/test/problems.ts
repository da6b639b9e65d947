import fc from 'fast-check';
import { Context, type Formula, type Range, type Sum, type TermInput, type Variable } from '../src/index.ts';

/** A small random problem: few enough models to go through all of them. */
export interface Problem {
  readonly context: Context;
  readonly axioms: readonly Formula[];
  readonly formulas: readonly [Formula, Formula];
  readonly sums: readonly Sum[];
}

interface Pick {
  /** An integer from 0 up to, not including, `end`. */
  (end: number): number;
}

/** Problems, each from a list of random numbers, so that fast-check can shrink them. */
export const problems: fc.Arbitrary<Problem> = fc
  .array(fc.nat(1_000_000), { minLength: 60, maxLength: 240, size: 'max' })
  .map((numbers) => {
    let at = 0;
    return build((end) => (numbers[at++ % numbers.length]! + Math.floor(at / numbers.length)) % end);
  });

function build(pick: Pick): Problem {
  const context = new Context();
  const sizes = Array.from({ length: 2 + pick(3) }, () => 2 + pick(3));
  if (pick(4) === 0) sizes[0] = 7 + pick(3);
  const variables = sizes.map((atoms, at) => context.variable(`v${at}`, atoms));
  const ranges = Array.from({ length: pick(4) === 0 ? pick(4) : pick(2) }, (_, at) =>
    range(context, pick, at),
  );
  const scope: Scope = { context, pick, variables, ranges, sums: [] };
  const count = 1 + pick(3);
  for (let made = 0; made < count; made += 1) scope.sums.push(sum(scope, made === count - 1));
  if (pick(2) === 0) scope.sums.push(...revised(scope));
  const formulas = [formula(scope, 3), formula(scope, 3)] as const;
  const axioms = Array.from({ length: pick(3) }, () =>
    context.or(formula(scope, 1), formula(scope, 1), context.not(formula(scope, 0))),
  );
  return { context, axioms, formulas, sums: scope.sums };
}

interface Scope {
  readonly context: Context;
  readonly pick: Pick;
  readonly variables: readonly Variable[];
  readonly ranges: readonly Range[];
  readonly sums: Sum[];
}

function range(context: Context, pick: Pick, at: number): Range {
  const step = pick(3) === 0 ? 2 : 1;
  const from = pick(4) - 2;
  return context.range(`r${at}`, { from, to: from + step * (1 + pick(3)), step });
}

function points(pick: Pick): number {
  const scale = [1, 5, 1, 7][pick(4)]!;
  return (pick(9) - 3) * scale;
}

function sum(scope: Scope, large: boolean): Sum {
  const { context, pick } = scope;
  const terms = Array.from({ length: 1 + pick(large ? 6 : 4) }, () => term(scope));
  const limits = {
    ...(pick(2) === 0 ? { cap: pick(16) } : {}),
    ...(pick(2) === 0 ? { floor: pick(10) - 7 } : {}),
  };
  return context.sum(terms, limits);
}

/** The last sum again with a term less and another one more, and what contains the two alike. */
function revised(scope: Scope): Sum[] {
  const { context, pick } = scope;
  const before = scope.sums.at(-1)!;
  const terms: TermInput[] = before.terms.toSpliced(pick(before.terms.length + 1), pick(3));
  const after = context.sum(pick(2) === 0 ? [...terms, term(scope)] : terms, {
    cap: before.cap,
    floor: before.floor,
  });
  if (pick(2) === 0) return [after];
  const around = Array.from({ length: 1 + pick(3) }, () => term(scope));
  return [after, ...[before, after].map((inner) => context.sum([...around, { sum: inner }]))];
}

function term(scope: Scope): TermInput {
  const { pick, ranges, sums } = scope;
  const when = pick(5) === 0 ? scope.context.true : formula(scope, pick(3) === 0 ? 2 : 0);
  const kind = pick(4);
  const times = [1, 1, 2, -1][pick(4)]!;
  const of = ranges[pick(Math.max(1, ranges.length))];
  if (kind === 0 && of) return { when, range: of, times };
  const nested = sums[pick(Math.max(1, sums.length))];
  if (kind === 1 && nested) return { when, sum: nested, times };
  return { when, points: points(pick) };
}

function formula(scope: Scope, depth: number): Formula {
  const { context, pick, sums } = scope;
  const parts = (): Formula[] => Array.from({ length: 2 + pick(2) }, () => formula(scope, depth - 1));
  switch (depth === 0 ? 0 : pick(8)) {
    case 1:
      return context.and(...parts());
    case 2:
      return context.or(...parts());
    case 3:
      return context.not(formula(scope, depth - 1));
    case 4:
      return context.atLeast(pick(4), parts());
    case 5:
    case 6:
    case 7: {
      const of = sums[pick(Math.max(1, sums.length))];
      return of ? context.sumAtLeast(of, of.least + pick(of.most - of.least + 2)) : atom(scope);
    }
    default:
      return atom(scope);
  }
}

function atom({ context, pick, variables }: Scope): Formula {
  const variable = variables[pick(variables.length)]!;
  return context.is(
    variable,
    Array.from({ length: variable.atoms }, (_, at) => at).filter(() => pick(2) === 0),
  );
}
