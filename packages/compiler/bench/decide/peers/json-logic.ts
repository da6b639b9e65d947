import type { Agreement } from '../../../src/ir/index.ts';
import { loadPeer } from './install.ts';
import { answerOf, type Dialect, type Facts, type Peer, rulesOf, sumName, translate } from './rules.ts';

type Logic = unknown;
type Compiled = (data: Facts) => unknown;

const value = (name: string): Logic => ({ var: name });

const dialect: Dialect<Logic> = {
  all: (of) => (of.length === 1 ? of[0] : { and: of }),
  any: (of) => (of.length === 1 ? of[0] : { or: of }),
  not: (of) => ({ '!': of }),
  oneOf: (name, options) =>
    options.length === 1 ? { '===': [value(name), options[0]] } : { in: [value(name), options] },
  is: (name, flag) => ({ '===': [value(name), flag] }),
  compare: (name, operator, limit) => ({
    and: [{ '!==': [value(name), null] }, { [operator]: [value(name), limit] }],
  }),
};

/** Each score, the grade and the queue as one expression, compiled. */
export async function jsonLogic(agreement: Agreement): Promise<Peer> {
  const { LogicEngine } = (await loadPeer('json-logic-engine')) as {
    LogicEngine: new () => { build: (logic: Logic) => Compiled };
  };
  const engine = new LogicEngine();
  const score = (id: string, most: number): Compiled => {
    const sums = rulesOf(agreement, id).map((rule) =>
      rule.kind === 'event_rule'
        ? value(sumName(rule))
        : { if: [translate(agreement, rule.when ?? { kind: 'all', of: [] }, dialect), rule.points, 0] },
    );
    return engine.build({ max: [0, { min: [most, { '+': sums }] }] });
  };
  const [fit, engagement] = [score('fit', 100), score('engagement', 1000)];
  const grade = engine.build({
    if: (agreement.grades?.rows ?? []).flatMap((row) => [translate(agreement, row.when, dialect), row.grade]),
  });
  const { rows = [], otherwise = null } = agreement.routing ?? {};
  const queue = engine.build({
    if: [
      ...rows.flatMap(({ when, to }) => [
        translate(agreement, when, dialect),
        to.kind === 'queue' ? to.queue : null,
      ]),
      otherwise?.kind === 'queue' ? otherwise.queue : null,
    ],
  });
  const decide = (facts: Facts) => {
    const scores = { fit: fit(facts) as number, engagement: engagement(facts) as number };
    const graded = { ...facts, ...scores, grade: grade({ ...facts, ...scores }) as string };
    const isMql = scores.fit * 10 + scores.engagement >= 600;
    const route = isMql ? (queue(graded) as string) : null;
    return answerOf(scores.fit, scores.engagement, { grade: graded.grade, queue: route });
  };
  return { name: 'json-logic-engine, compiled', most: 20_000, decide: async (facts) => facts.map(decide) };
}
