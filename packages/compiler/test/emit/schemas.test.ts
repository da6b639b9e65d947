import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { decisionSchema, explanationSchema } from '../../src/emit/json-schema/decision.ts';
import { idsOf } from '../../src/emit/json-schema/ids.ts';
import { leadSchema } from '../../src/emit/json-schema/lead.ts';
import { agreement, eventType, field } from '../ir/agreements.ts';
import { everything } from '../ir/everything.ts';
import { corners, smallest } from './corners.ts';

const ajv = (): Ajv => new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true });

const decision = {
  agreement: { name: 'test', hash: '0'.repeat(64) },
  lead: '1',
  as_of: 1000,
  stage: 'mql',
  stage_since: 1000,
  moves: [{ id: 'by_score', from: 'lead', to: 'mql', at: 1000 }],
  scores: { fit: 45.5, engagement: 40, total: 85 },
  bands: { fit: 'A' },
  grade: 'A1',
  persona: 'boss',
  route: { id: 'routing_otherwise', queue: 'desk', owner: 'somebody' },
  promises: [
    {
      id: 'persistence',
      state: 'running',
      started_at: 0,
      due_at: 1,
      remind_at: null,
      stopped_at: 2,
      escalations: [{ to: 'boss', at: 3 }],
    },
  ],
  notices: ['tell_mql'],
};

const explanation = {
  ...decision,
  ledger: {
    fit: [
      { kind: 'rule', id: 'senior', points: 20.5 },
      { kind: 'group_cap', id: 'web', points: -1 },
    ],
    engagement: [],
    total: [{ kind: 'score', id: 'fit', points: 45 }],
  },
  reasons: ['senior', 'grades_otherwise', 'by_score', 'routing_otherwise'],
  next: {
    stage: 'sql',
    by: 'lead',
    points_missing: { score: 'fit', points: 2.5 },
    ways: [
      [{ kind: 'value', field: 'level', one_of: ['top', true] }],
      [{ kind: 'option', field: 'topics', one_of: ['a'] }],
      [
        { kind: 'number', field: 'staff', at_least: 5, below: null },
        { kind: 'number', field: 'ends', at_least: null, below: 5.5 },
      ],
      [{ kind: 'event', event: 'tried', properties: { any: 'thing' }, times: 1 }],
    ],
  },
};

/** Texts that may be any, by the name of where they stand. */
const free = new Set(['lead', 'owner', 'to', 'one_of']);
const whole = new Set(['as_of', 'stage_since', 'at', 'started_at', 'due_at', 'stopped_at', 'times']);

/** A value with one thing changed, in every way that is wrong: what was changed, and the value. */
function* wrong(value: unknown, path = '', name = ''): Generator<readonly [string, unknown]> {
  if (Array.isArray(value)) {
    yield [`${path}: no list`, {}];
    for (const [at, item] of value.entries())
      for (const [what, changed] of wrong(item, `${path}[${at}]`, name))
        yield [what, value.with(at, changed)];
  } else if (typeof value === 'object' && value !== null) {
    yield [`${path}: a text in place of it`, 'text'];
    yield [`${path}: more`, { ...value, no_such: 1 }];
    for (const [key, inside] of Object.entries(value)) {
      const { [key]: _, ...others } = value as Record<string, unknown>;
      yield [`${path}.${key}: missing`, others];
      if (key === 'properties') yield [`${path}.${key}: no object`, { ...value, [key]: [] }];
      else
        for (const [what, changed] of wrong(inside, `${path}.${key}`, key))
          yield [what, { ...value, [key]: changed }];
    }
  } else {
    yield [`${path}: an object`, {}];
    if (typeof value === 'number') yield [`${path}: a text`, '7'];
    if (typeof value === 'string') yield [`${path}: a number`, 7];
    if (typeof value === 'string' && !free.has(name)) yield [`${path}: another text`, 'no such'];
    if (whole.has(name) && value !== null) yield [`${path}: half`, 0.5];
  }
}

describe.each([
  ['decision', decisionSchema(everything), decision],
  ['explanation', explanationSchema(everything), explanation],
])('the schema of a %s', (_, schema, value) => {
  const takes = ajv().compile(schema);

  test('takes one', () => {
    takes(value);
    expect(takes.errors).toBeNull();
  });

  test('takes what is not there', () => {
    const bare = { ...value, moves: [], grade: null, persona: null, route: null, promises: [], notices: [] };
    takes('next' in value ? { ...bare, next: null, reasons: [] } : bare);
    expect(takes.errors).toBeNull();
  });

  test('refuses whatever differs in one place', () => {
    const changed = [...wrong(value)];
    expect(changed.length).toBeGreaterThan(100);
    expect(changed.filter(([, one]) => takes(one)).map(([what]) => what)).toEqual([]);
  });
});

test.each([
  ['state', ['running', 'paused', 'met', 'broken', 'beyond_calendar']],
  [
    'kind',
    ['rule', 'score', 'rule_cap', 'rule_floor', 'group_cap', 'group_floor', 'score_cap', 'score_floor'],
  ],
])('the schema of an explanation takes each word of a %s', (key, words) => {
  const takes = ajv().compile(explanationSchema(everything));
  const texts = words.map((word) =>
    JSON.stringify(explanation).replace(new RegExp(`"${key}":"(running|group_cap)"`), `"${key}":"${word}"`),
  );
  expect(new Set(texts).size).toBe(words.length);
  expect(texts.filter((text) => !takes(JSON.parse(text)))).toEqual([]);
});

test('a field of each type may be what would bring a lead further', () => {
  const takes = ajv().compile(explanationSchema(everything));
  const kinds = {
    value: ['level', 'flagged'],
    option: ['topics'],
    number: ['staff', 'nps', 'deal', 'share', 'ends', 'tried_at'],
  };
  for (const { id } of everything.fields) {
    const taken = Object.keys(kinds).filter((kind) => {
      const change = kind === 'number' ? { at_least: 1, below: 2 } : { one_of: ['a'] };
      const ways = [[{ kind, field: id, ...change }]];
      return takes({ ...explanation, next: { ...explanation.next, ways } });
    });
    const expected = Object.entries(kinds).filter(([, fields]) => fields.includes(id));
    expect([id, taken]).toEqual([id, expected.map(([kind]) => kind)]);
  }
});

describe('the ids of an agreement', () => {
  test('are those that a decision can name', () => {
    expect(idsOf(everything)).toMatchObject({
      StageId: ['lead', 'mql', 'sql', 'recycled'],
      GradeId: ['A1', 'B1', 'C1'],
      PersonaId: ['boss'],
      QueueId: ['desk', 'inbound'],
      ScoreId: ['fit', 'engagement', 'total'],
      RouteId: ['known', 'big', 'boss', 'routing_otherwise'],
      PromiseId: ['contact', 'persistence'],
      NoticeId: ['tell_mql', 'tell_back'],
    });
    const { RuleId: rules, LedgerId: ledger, TransitionId: ways, ReasonId: reasons } = idsOf(everything);
    expect(ledger).toEqual([...(rules ?? []), 'web', 'fit', 'engagement', 'total']);
    expect(reasons).toEqual([
      ...(rules ?? []),
      'grade_a',
      'grade_b',
      'grades_otherwise',
      ...(ways ?? []),
      'known',
      'big',
      'boss',
      'routing_otherwise',
    ]);
  });

  test('are none where there is nothing to name, and no “otherwise” where nobody wrote one', () => {
    const { StageId: _, TransitionId: ways, ...others } = idsOf(smallest);
    expect(Object.values(others).flat()).toEqual(ways?.length ? others['ReasonId'] : []);
    expect(idsOf(corners)['ReasonId']?.filter((id) => id.endsWith('otherwise'))).toEqual([]);
  });
});

test('the schema of a lead says what its fields and events are called, what they mean, and in which unit they are', () => {
  const told = agreement({
    fields: [
      {
        ...field('staff', 'integer', { min: 0, max: 9 }),
        label: 'Staff',
        means: 'Who works there.',
        unit: 'people',
      },
      { ...field('level', 'integer', { min: 0, max: 9 }), label: 'Level' },
    ],
    events: [
      { ...eventType('asked'), label: 'Asked us', means: 'In a form.' },
      { ...eventType('called'), label: 'Called' },
    ],
  });
  const { description, properties } = leadSchema({ ...told, title: 'Ours' }, { texts: true }) as unknown as {
    description: string;
    properties: Record<string, { title?: string; description?: string }> & {
      events: { items: { oneOf: { description: string }[] } };
    };
  };
  expect(description).toBe('What the engine of “Ours” takes: one lead.');
  expect(properties['staff']).toMatchObject({
    title: 'Staff',
    description: 'Who works there. Unit: people.',
  });
  expect(properties['level']?.title).toBe('Level');
  expect(properties['level']).not.toHaveProperty('description');
  expect(properties.events.items.oneOf.map((one) => one.description).slice(0, 2)).toEqual([
    'Asked us: In a form.',
    'Called',
  ]);
  expect(JSON.stringify(leadSchema(told, { texts: false }))).not.toMatch(
    /Staff|Who works|Asked us|description/,
  );
});
