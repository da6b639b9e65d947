import type { Agreement, Condition } from '../../../src/ir/index.ts';
import { loadPeer } from './install.ts';
import { answerOf, type Dialect, type Facts, type Peer, rulesOf, sumName, translate } from './rules.ts';

type Test = object;
interface Engine {
  readonly addRule: (rule: object) => void;
  readonly run: (facts: Facts) => Promise<{ readonly events: readonly { readonly params: Found }[] }>;
}
interface Found {
  readonly score: string;
  readonly points: number;
  readonly grade: string;
  readonly place: number;
  readonly queue: string;
}

const operators = {
  '>=': 'greaterThanInclusive',
  '>': 'greaterThan',
  '<=': 'lessThanInclusive',
  '<': 'lessThan',
} as const;

const dialect: Dialect<Test> = {
  all: (all) => ({ all }),
  any: (any) => ({ any }),
  not: (not) => ({ not }),
  oneOf: (fact, options) =>
    options.length === 1
      ? { fact, operator: 'equal', value: options[0] }
      : { fact, operator: 'in', value: options },
  is: (fact, flag) => ({ fact, operator: 'equal', value: flag }),
  compare: (fact, operator, value) => ({ fact, operator: operators[operator], value }),
};

/** A rule each for scores, grades and rows of the routing, in three runs: each asks for what the one before found. */
export async function jsonRules(agreement: Agreement): Promise<Peer> {
  const { Engine } = (await loadPeer('json-rules-engine')) as { Engine: new () => Engine };
  const add = (engine: Engine, when: Condition, params: object): void => {
    const test = translate(agreement, when, dialect);
    engine.addRule({
      conditions: 'all' in test || 'any' in test ? test : { all: [test] },
      event: { type: 'found', params },
    });
  };
  const [scoring, grading, routing] = [new Engine(), new Engine(), new Engine()];
  for (const score of ['fit', 'engagement']) {
    for (const { kind, when, points } of rulesOf(agreement, score))
      if (kind === 'lead_rule' && when) add(scoring, when, { score, points });
  }
  for (const { when, grade } of agreement.grades?.rows ?? []) add(grading, when, { grade });
  for (const [place, { when, to }] of (agreement.routing?.rows ?? []).entries())
    add(routing, when, { place, queue: to.kind === 'queue' ? to.queue : null });
  const sums = rulesOf(agreement, 'engagement').flatMap((rule) =>
    rule.kind === 'event_rule' ? [sumName(rule)] : [],
  );
  const { otherwise = null } = agreement.routing ?? {};
  const none = otherwise?.kind === 'queue' ? otherwise.queue : null;
  const decide = async (facts: Facts) => {
    const found = (await scoring.run(facts)).events.map(({ params }) => params);
    const sum = (score: string, start: number): number =>
      found.reduce((points, one) => points + (one.score === score ? one.points : 0), start);
    const fit = Math.max(0, Math.min(100, sum('fit', 0)));
    const given = sums.reduce((points, name) => points + Number(facts[name]), 0);
    const engagement = Math.max(0, Math.min(1000, sum('engagement', given)));
    const scored = { ...facts, fit, engagement };
    const grade = (await grading.run(scored)).events[0]?.params.grade ?? '';
    if (fit * 10 + engagement < 600) return answerOf(fit, engagement, { grade, queue: null });
    const rows = (await routing.run({ ...scored, grade })).events.map(({ params }) => params);
    const first = rows.toSorted((one, other) => one.place - other.place)[0];
    return answerOf(fit, engagement, { grade, queue: first === undefined ? none : first.queue });
  };
  return {
    name: 'json-rules-engine',
    most: 1_000,
    decide: async (all) => {
      const answers = [];
      for (const facts of all) answers.push(await decide(facts));
      return answers;
    },
  };
}
