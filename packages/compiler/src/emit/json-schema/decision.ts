import type { Agreement } from '../../ir/types.ts';
import { idsOf } from './ids.ts';
import type { JsonSchema } from './lead.ts';

/** What `decide` returns, as JSON Schema draft-07. */
export function decisionSchema(agreement: Agreement): JsonSchema {
  return {
    $schema: draft,
    ...record('Decision', ofDecision(agreement)),
    definitions: definitions(agreement, false),
  };
}

/** What `explain` returns, as JSON Schema draft-07. */
export function explanationSchema(agreement: Agreement): JsonSchema {
  return {
    $schema: draft,
    ...record('Explanation', { ...ofDecision(agreement), ...ofExplanation(agreement) }),
    definitions: { ...definitions(agreement, false), ...ofWhy(agreement) },
  };
}

/** Both for json-schema-to-typescript: an explanation is a decision and more. */
export function decisionTypes(agreement: Agreement): JsonSchema {
  return {
    ...record('Explanation', ofExplanation(agreement)),
    extends: ref('Decision'),
    definitions: {
      ...definitions(agreement, true),
      Decision: record('Decision', ofDecision(agreement)),
      ...ofWhy(agreement),
    },
  };
}

const draft = 'http://json-schema.org/draft-07/schema#';

function ofDecision({ name, hash, scores }: Agreement): Record<string, JsonSchema> {
  const banded = scores.filter(({ bands }) => bands.length > 0);
  return {
    agreement: record(null, { name: { const: name }, hash: { const: hash } }),
    lead: { type: 'string' },
    as_of: moment,
    stage: ref('StageId'),
    stage_since: moment,
    moves: list(ref('Move')),
    scores: record(null, Object.fromEntries(scores.map(({ id }) => [id, { type: 'number' }]))),
    bands: record(
      null,
      Object.fromEntries(banded.map(({ id, bands }) => [id, { enum: bands.map((band) => band.id) }])),
    ),
    grade: orNull(ref('GradeId')),
    persona: orNull(ref('PersonaId')),
    route: orNull(ref('Route')),
    promises: list(ref('PromiseStatus')),
    notices: list(ref('NoticeId')),
  };
}

function ofExplanation({ scores }: Agreement): Record<string, JsonSchema> {
  return {
    ledger: record(null, Object.fromEntries(scores.map(({ id }) => [id, list(ref('LedgerLine'))]))),
    reasons: list(ref('ReasonId')),
    next: orNull(ref('Next')),
  };
}

const moment: JsonSchema = { type: 'integer' };
const nullableMoment: JsonSchema = { type: ['integer', 'null'] };

/** What only explanations have. */
function ofWhy({ fields, events }: Agreement): JsonSchema {
  const field = (kinds: readonly string[]): JsonSchema => {
    const ids = fields.filter(({ type }) => kinds.includes(type)).map(({ id }) => id);
    return ids.length === 0 ? { type: 'string' } : { enum: ids };
  };
  const limit: JsonSchema = { type: ['number', 'null'] };
  const values = (type: JsonSchema['type']): JsonSchema => list({ type });
  return {
    LedgerLine: ledgerLine,
    Next: record('Next', {
      stage: ref('StageId'),
      by: { enum: ['lead', 'people'] },
      points_missing: orNull(record(null, { score: ref('ScoreId'), points: { type: 'number' } })),
      ways: list(list(ref('Change'))),
    }),
    Change: {
      title: 'Change',
      anyOf: ['ValueChange', 'OptionChange', 'NumberChange', 'EventChange'].map(ref),
    },
    ValueChange: record('ValueChange', {
      kind: { const: 'value' },
      field: field(['choice', 'flag']),
      one_of: values(['string', 'boolean']),
    }),
    OptionChange: record('OptionChange', {
      kind: { const: 'option' },
      field: field(['choices']),
      one_of: values('string'),
    }),
    NumberChange: record('NumberChange', {
      kind: { const: 'number' },
      field: field(['integer', 'decimal', 'money', 'percent', 'date', 'moment']),
      at_least: limit,
      below: limit,
    }),
    EventChange: record('EventChange', {
      kind: { const: 'event' },
      event: { enum: events.map(({ id }) => id) },
      properties: { type: 'object', additionalProperties: true },
      times: { type: 'integer' },
    }),
  };
}

const ledgerLine: JsonSchema = record('LedgerLine', {
  kind: {
    enum: ['rule', 'score', 'rule_cap', 'rule_floor', 'group_cap', 'group_floor', 'score_cap', 'score_floor'],
  },
  id: ref('LedgerId'),
  points: { type: 'number' },
});

function definitions(agreement: Agreement, types: boolean): JsonSchema {
  const ids = Object.entries(idsOf(agreement)).map(([name, list]) => [name, idSchema(name, list, types)]);
  return {
    ...Object.fromEntries(ids),
    Move: record('Move', { id: ref('TransitionId'), from: ref('StageId'), to: ref('StageId'), at: moment }),
    Route: record('Route', {
      id: ref('RouteId'),
      queue: orNull(ref('QueueId')),
      owner: { type: ['string', 'null'] },
    }),
    PromiseStatus: record('PromiseStatus', {
      id: ref('PromiseId'),
      state: { enum: ['running', 'paused', 'met', 'broken', 'beyond_calendar'] },
      started_at: moment,
      due_at: nullableMoment,
      remind_at: nullableMoment,
      stopped_at: nullableMoment,
      escalations: list(record(null, { to: { type: 'string' }, at: nullableMoment })),
    }),
  };
}

/** `types`: with the hint that makes `never` of a list of no ids. */
function idSchema(title: string, ids: readonly string[], types: boolean): JsonSchema {
  if (ids.length > 0) return { title, enum: ids };
  return { title, not: {}, ...(types ? { tsType: 'never' } : {}) };
}

function record(title: string | null, properties: Record<string, JsonSchema>): JsonSchema {
  return {
    ...(title === null ? {} : { title }),
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

function list(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

function ref(name: string): JsonSchema {
  return { $ref: `#/definitions/${name}` };
}

function orNull(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: 'null' }] };
}
