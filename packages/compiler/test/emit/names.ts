import { batchSources, sources } from '../../src/emit/typescript/runtime-text.ts';
import type { Agreement } from '../../src/ir/index.ts';
import {
  about,
  agreement,
  eventRule,
  eventType,
  field,
  leadRule,
  least,
  options,
  score,
  span,
  stage,
  transition,
} from '../ir/agreements.ts';

/** What every object has. */
const inherited = ['constructor', 'hasOwnProperty', 'isPrototypeOf', 'toString', 'valueOf'];

/** What the parts of an engine define for others, and what its code calls things. */
const ofEngines = [
  ...[...sources, ...batchSources].flatMap(({ text }) =>
    [...text.matchAll(/^export (?:async function\*|function|const|interface) (\w+)/gm)].map(
      ([, name]) => name as string,
    ),
  ),
  'lead',
  'event',
  'known',
  'tally',
  'asOf',
  'columns',
  'out',
  'row',
  'count',
  'decide',
];

const words = [...new Set([...inherited, ...ofEngines])];
const ids = words.filter((name) => /^[a-z][a-z0-9_]*$/.test(name));

/** Names of all kinds; which of them are fields, events, scores and stages depends on the turn, 0 to 3. */
export function namedLikeEngines(turn: number): Agreement {
  const [fields = [], events = [], scores = [], stages = []] = [0, 1, 2, 3].map((kind) =>
    ids.filter((_, index) => (index + turn) % 4 === kind),
  );
  const [first = '', points = ''] = [stages[0], scores[0]];
  return agreement({
    name: 'named',
    fields: fields.map((id, index) =>
      index % 2 === 0 ? field(id, 'integer', { min: 0, max: 9 }) : field(id, 'choice', options(...words)),
    ),
    events: events.map((id) => eventType(id, field(fields[0] as string, 'integer', { min: 0, max: 9 }))),
    stages: stages.map((id) => stage(id)),
    // Only the first has many rules and bands: every one is tried on its edges.
    scores: scores.map((id, at) =>
      score(id, {
        rules: [
          ...fields
            .slice(0, at === 0 ? undefined : 1)
            .map((name) => leadRule(`${id}_${name}`, 1, { when: { kind: 'present', subject: about(name) } })),
          ...(at === 0 ? events.map((name) => eventRule(name, 1, { on: [name] })) : []),
        ],
        bands: (at === 0 ? words.slice(0, 20) : words.slice(-2)).map((band, index, { length }) => ({
          id: band,
          min: index === 0 ? null : { value: index, inclusive: true },
          max: index === length - 1 ? null : { value: index + 1, inclusive: false },
          span,
        })),
      }),
    ),
    order: [...scores, 'grade'],
    grades: {
      kind: 'grades',
      order: words,
      match: 'first',
      rows: words.slice(0, 20).map((grade, index) => ({
        kind: 'grade_row',
        id: `row_${index}`,
        when: { kind: 'number', subject: { kind: 'score', id: points }, decimals: 0, ...least(20 - index) },
        grade,
        because: null,
        in_force: null,
        span,
      })),
      otherwise: null,
      worse_grade_because: null,
      matrix: null,
      span,
    },
    transitions: stages
      .slice(1)
      .map((to, index) =>
        transition(to, 'people', first, to, { on: [events[index % events.length] as string] }),
      ),
  });
}
