import { below, pick, seededRandom } from '../src/ir/index.ts';
import type { SourceFile } from '../src/source/source-file.ts';

type Random = () => number;

const numbers = 8;
const choices = 14;
const flags = 8;
const events = 10;

/**
 * The files of a made-up agreement with so many rules in all: scoring rules in two scores and more, and routes. `dense`: rules
 * ask about two or three fields out of a few, and their points are odd.
 */
export function madeUp(rules: number, kind: 'realistic' | 'dense'): SourceFile[] {
  const random = seededRandom(rules * 7 + (kind === 'dense' ? 1 : 0));
  const routes = Math.max(6, Math.min(60, Math.floor(rules / 10)));
  const scores = 2 + Math.floor(rules / 300);
  const each = Math.floor((rules - routes) / scores);
  const files = {
    'agreement.yaml': head,
    'vocabulary.yaml': vocabulary(),
    'funnel.yaml': funnel(scores),
    'sla.yaml':
      'promises:\n  volume: { by: marketing, says: Many leads., deliver: { stage: mql, at_least: 10, per: month } }\n',
    'scoring.yaml': `scores:\n${Array.from({ length: scores }, (_, at) => score(random, { at, rules: each, kind })).join('')}  total: { title: Total, sum: [${names(scores, 's')}] }\n`,
    'handoff.yaml': handoff(random, routes),
  };
  return Object.entries(files).map(([name, text]) => ({ path: name, name, text }));
}

const head = `smarketing: 1
title: Made up
parties:
  marketing: { title: Marketing, head: Head of Marketing, approvers: ['@example/marketing'] }
  sales: { title: Sales, head: Head of Sales, approvers: ['@example/sales'] }
roles:
  manager: { title: Manager, party: sales }
currency: EUR
time_zone: Europe/Berlin
effective_from: 2026-10-01
review_by: 2027-03-31
notice_period: 14 days
`;

function names(count: number, letter: string): string {
  return Array.from({ length: count }, (_, at) => `${letter}${at}`).join(', ');
}

function vocabulary(): string {
  const fields = [
    ...Array.from({ length: numbers }, (_, at) => `  n${at}: { type: integer, min: 0, max: 100000 }`),
    ...Array.from(
      { length: choices },
      (_, at) => `  c${at}: { type: choice, options: [${names(4 + (at % 8), 'o')}] }`,
    ),
    ...Array.from({ length: flags }, (_, at) => `  f${at}: { type: flag }`),
  ];
  const types = Array.from({ length: events }, (_, at) => `  e${at}: { by: lead, label: Deed ${at} }`);
  return `fields:\n${fields.join('\n')}\nevents:\n${types.join('\n')}\n  accepted: { by: sales, label: Accepted }\n  won: { by: sales, label: Won }\n  rejected: { by: sales, label: Rejected }\n`;
}

function funnel(scores: number): string {
  return `stages:
  lead: { zone: tofu, owner: marketing, definition: A lead., stale_after: { after: 300 days, to: recycled } }
  mql:
    zone: mofu
    owner: shared
    definition: Good enough.
    enter: { id: mql_by_score, from: lead, when: { total: { at_least: ${20 * scores + 20} } } }
    stale_after: { after: 30 days, to: recycled }
  sql: { zone: bofu, owner: sales, definition: Accepted., enter: { from: mql, on: accepted }, stale_after: { after: 60 days, to: recycled } }
  customer: { zone: bofu, definition: Signed., enter: { from: sql, on: won }, end: true }
exits:
  recycled:
    owner: marketing
    definition: Not now.
    enter: { id: sent_back, from: [mql, sql], on: rejected }
    stale_after: { after: 500 days, to: customer }
    back: { id: back_by_score, to: mql, when: { total: { at_least: ${20 * scores + 40} } } }
`;
}

function score(random: Random, { at, rules, kind }: { at: number; rules: number; kind: string }): string {
  const lines = Array.from({ length: rules }, (_, index) => {
    const size = kind === 'dense' ? 1 + 2 * below(random, 12) : 5 * (1 + below(random, 6));
    const points = below(random, 7) === 0 ? -size : size;
    return `      - { id: r${at}_${index}, points: ${points}, when: { ${condition(random, kind)} } }`;
  });
  return `  s${at}:\n    title: Score ${at}\n    cap: 100\n    floor: 0\n    rules:\n${lines.join('\n')}\n    bands: { A: { at_least: 50 }, B: { from: 25, below: 50 }, C: { below: 25 } }\n`;
}

function condition(random: Random, kind: string): string {
  const few = kind === 'dense' ? 2 + below(random, 2) : pick(random, [1, 1, 1, 1, 1, 2, 2, 3]);
  const asked = new Map<string, string>();
  while (asked.size < few) {
    const [name, test] = oneTest(random, kind === 'dense' ? 3 : 1);
    asked.set(name, test);
  }
  return [...asked].map(([name, test]) => `${name}: ${test}`).join(', ');
}

/** Of the dense kind only every third field is used. */
function oneTest(random: Random, every: number): [string, string] {
  const within = (count: number): number => below(random, Math.ceil(count / every)) * every;
  const sort = below(random, 4);
  if (sort === 0) {
    const from = pick(random, [10, 50, 200, 1000, 5000]);
    return [
      `n${within(numbers)}`,
      pick(random, [`{ at_least: ${from} }`, `{ from: ${from}, below: ${from * 4} }`]),
    ];
  }
  if (sort === 1) {
    const at = within(choices);
    return [
      `c${at}`,
      `[${[...new Set([below(random, 4 + (at % 8)), below(random, 4 + (at % 8))])].map((o) => `o${o}`).join(', ')}]`,
    ];
  }
  if (sort === 2) return [`f${within(flags)}`, pick(random, ['true', 'false'])];
  return [
    `e${within(events)}`,
    pick(random, ['ever', '{ at_least: 2, within_last: 30 days }', '{ within_last: 7 days }']),
  ];
}

function handoff(random: Random, routes: number): string {
  const queues = Array.from(
    { length: 5 },
    (_, at) => `  q${at}: { title: Desk ${at}, party: sales, assign: by_hand, manager: manager }`,
  );
  const rows = Array.from(
    { length: routes },
    (_, at) => `    - { id: row_${at}, ${condition(random, 'realistic')}, to: q${below(random, 5)} }`,
  );
  return `queues:\n${queues.join('\n')}\nrouting:\n  stages: [mql, sql]\n  match: first\n  table:\n${rows.join('\n')}\n  otherwise: q0\n`;
}
