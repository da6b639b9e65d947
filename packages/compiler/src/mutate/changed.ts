import type {
  Agreement,
  ClockPromise,
  AttemptsPromise,
  Condition,
  Notice,
  Rule,
  Score,
  Transition,
} from '../ir/types.ts';

/** What stands in one agreement and not in the other: the same objects are the same things. */
export interface Changed {
  /** Conditions of rows, personas and scores. */
  readonly conditions: readonly Condition[];
  readonly scores: readonly Score[];
  readonly rules: readonly { readonly score: Score; readonly rule: Rule }[];
  readonly transitions: readonly Transition[];
  readonly notices: readonly Notice[];
  readonly promises: readonly (ClockPromise | AttemptsPromise)[];
  /** Stages whose leads are routed otherwise. */
  readonly routes: readonly string[];
  /** Moments at which something that changed comes into force, or goes out of it. */
  readonly edges: readonly number[];
}

/** What of an agreement another one has not, or has in another order. */
export function changedIn(agreement: Agreement, other: Agreement): Changed {
  const { personas, grades, routing } = agreement;
  const scores = news(agreement.scores, other.scores);
  const rules = scores.flatMap((score) => {
    const before = other.scores.find(({ id }) => id === score.id);
    return news(score.rules, before?.rules ?? []).map((rule) => ({ score, rule }));
  });
  const rows = [
    ...news(personas, other.personas),
    ...news(grades?.rows ?? [], other.grades?.rows ?? []),
    ...news(routing?.rows ?? [], other.routing?.rows ?? []),
  ];
  const transitions = news(agreement.transitions, other.transitions);
  const notices = news(agreement.notices, other.notices);
  const promises = news(agreement.promises, other.promises);
  const whole = scores.filter((score) => !rules.some((one) => one.score === score));
  const forces = [...rules.map(({ rule }) => rule), ...rows, ...transitions, ...notices, ...promises];
  return {
    conditions: [...rows, ...scores, ...scores.flatMap(({ groups }) => groups)].flatMap(
      ({ when }) => when ?? [],
    ),
    scores: whole,
    rules,
    transitions,
    notices,
    promises: promises.filter((promise) => promise.kind === 'clock' || promise.kind === 'attempts'),
    routes: routing !== null && routing !== other.routing ? routing.stages : [],
    edges: forces.flatMap((thing) => edgesOf(thing)),
  };
}

/** Items that the other list has not at the same place among those that both have. */
function news<T extends { readonly id: string }>(list: readonly T[], other: readonly T[]): readonly T[] {
  const known = new Set(other);
  const missing = list.filter((item) => !known.has(item));
  if (missing.length > 0) return missing;
  return list.length === other.length ? list.filter((item, index) => item !== other[index]) : [];
}

function edgesOf(thing: object): readonly number[] {
  if (!('in_force' in thing) || typeof thing.in_force !== 'object' || thing.in_force === null) return [];
  return Object.values(thing.in_force).filter((edge) => typeof edge === 'number');
}
