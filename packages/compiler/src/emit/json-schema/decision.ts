import type { Agreement } from '../../ir/types.ts';
import { idsOf } from './ids.ts';
import type { JsonSchema } from './lead.ts';

/**
 * What `decide` returns, as JSON Schema draft-07. `types` adds what json-schema-to-typescript needs to
 * make `never` of a list of no ids.
 */
export function decisionSchema(agreement: Agreement, { types }: { readonly types: boolean }): JsonSchema {
  const { name, hash, scores } = agreement;
  const banded = scores.filter(({ bands }) => bands.length > 0);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...record('Decision', {
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
      ledger: record(null, Object.fromEntries(scores.map(({ id }) => [id, list(ref('LedgerLine'))]))),
      grade: orNull(ref('GradeId')),
      persona: orNull(ref('PersonaId')),
      route: orNull(ref('Route')),
      promises: list(ref('PromiseStatus')),
      notices: list(ref('NoticeId')),
      reasons: list(ref('ReasonId')),
    }),
    definitions: definitions(agreement, types),
  };
}

const moment: JsonSchema = { type: 'integer' };
const nullableMoment: JsonSchema = { type: ['integer', 'null'] };

function definitions(agreement: Agreement, types: boolean): JsonSchema {
  const ids = Object.entries(idsOf(agreement)).map(([name, list]) => [name, idSchema(name, list, types)]);
  return {
    ...Object.fromEntries(ids),
    Move: record('Move', { id: ref('TransitionId'), from: ref('StageId'), to: ref('StageId'), at: moment }),
    LedgerLine: record('LedgerLine', {
      kind: {
        enum: [
          'rule',
          'score',
          'rule_cap',
          'rule_floor',
          'group_cap',
          'group_floor',
          'score_cap',
          'score_floor',
        ],
      },
      id: ref('LedgerId'),
      points: { type: 'number' },
    }),
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
