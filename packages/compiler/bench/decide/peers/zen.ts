import type { Agreement } from '../../../src/ir/index.ts';
import { loadPeer } from './install.ts';
import { answerOf, type Dialect, type Facts, type Peer, rulesOf, sumName, translate } from './rules.ts';

const quoted = (word: string): string => `'${word}'`;

const dialect: Dialect<string> = {
  all: (of) => `(${of.length === 0 ? 'true' : of.join(' and ')})`,
  any: (of) => `(${of.length === 0 ? 'false' : of.join(' or ')})`,
  not: (of) => `not (${of})`,
  oneOf: (name, options) => `${read(name)} in [${options.map(quoted).join(', ')}]`,
  is: (name, flag) => `${read(name)} == ${flag}`,
  compare: (name, operator, value) => `(${read(name)} != null and ${read(name)} ${operator} ${value})`,
};

/** What the same node found before is under `$`. */
function read(name: string): string {
  return ['fit', 'engagement', 'grade'].includes(name) ? `$.${name}` : name;
}

interface Found {
  readonly fit: number;
  readonly engagement: number;
  readonly grade: string;
  readonly queue: string | null;
}

/** One node with an expression for each score, the grade and the queue. */
export async function zen(agreement: Agreement): Promise<Peer> {
  const { ZenEngine } = (await loadPeer('@gorules/zen-engine')) as {
    ZenEngine: new () => {
      createDecision: (content: object) => {
        evaluate: (facts: Facts) => Promise<{ readonly result: Found }>;
      };
    };
  };
  const decision = new ZenEngine().createDecision(contentOf(expressionsOf(agreement)));
  const decide = async (facts: Facts) => {
    const { fit, engagement, grade, queue } = (await decision.evaluate(facts)).result;
    return answerOf(fit, engagement, { grade, queue });
  };
  return {
    name: '@gorules/zen-engine',
    most: 1_000,
    decide: async (all) => {
      const answers = [];
      for (const facts of all) answers.push(await decide(facts));
      return answers;
    },
  };
}

function expressionsOf(agreement: Agreement): Readonly<Record<string, string>> {
  const score = (id: string, most: number): string => {
    const sums = rulesOf(agreement, id).map((rule) =>
      rule.kind === 'event_rule'
        ? sumName(rule)
        : `(${translate(agreement, rule.when ?? { kind: 'all', of: [] }, dialect)} ? ${rule.points} : 0)`,
    );
    return `max([0, min([${most}, ${sums.join(' + ')}])])`;
  };
  const grades = (agreement.grades?.rows ?? []).map(
    ({ when, grade }) => `${translate(agreement, when, dialect)} ? ${quoted(grade)} : `,
  );
  const { rows = [], otherwise = null } = agreement.routing ?? {};
  const routes = rows.map(
    ({ when, to }) =>
      `${translate(agreement, when, dialect)} ? ${to.kind === 'queue' ? quoted(to.queue) : 'null'} : `,
  );
  const last = otherwise?.kind === 'queue' ? quoted(otherwise.queue) : 'null';
  return {
    fit: score('fit', 100),
    engagement: score('engagement', 1000),
    grade: `${grades.join('')}''`,
    queue: `$.fit * 10 + $.engagement < 600 ? null : (${routes.join('')}${last})`,
  };
}

function contentOf(expressions: Readonly<Record<string, string>>): object {
  const entries = Object.entries(expressions).map(([key, value]) => ({ id: key, key, value }));
  return {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', content: {} },
      { id: 'rules', name: 'rules', type: 'expressionNode', content: { expressions: entries } },
      { id: 'out', name: 'out', type: 'outputNode', content: {} },
    ],
    edges: [
      { id: 'one', sourceId: 'in', targetId: 'rules', type: 'edge' },
      { id: 'two', sourceId: 'rules', targetId: 'out', type: 'edge' },
    ],
  };
}
