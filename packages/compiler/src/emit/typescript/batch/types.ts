import type { Agreement, Score } from '../../../ir/types.ts';
import { checkedId } from '../../encode/name.ts';
import { literal } from '../../encode/typescript.ts';
import { block, type Code, lines, sections } from '../code.ts';
import { leadPromises } from '../promise-code.ts';
import type { Layout } from './layout.ts';

/** The types that a batch exports. */
export function batchTypes(layout: Layout): string {
  return sections(leadColumns(layout), eventColumns, decisionColumns(layout), outTypes, wordTypes(layout));
}

function leadColumns({ fields, owners, byOwner }: Layout): string {
  const arrays = { codes: 'Uint16Array', flags: 'Uint8Array', numbers: 'Float64Array', bits: '' };
  return lines(
    '/**',
    ' * Leads in columns: what the agreement asks of them, and no more. Codes count the options from 1; flags are 1 for false and 2',
    ' * for true; of both, 0 is missing. A missing number is NaN; moments and days are milliseconds since 1970. Bits say which',
    ' * options a list has, or which tests of the agreement a text passes, 30 in a number; the next bit of the first one says that',
    ' * there is a list or text at all.',
    ' */',
    block(
      'export interface LeadColumns',
      'readonly count: number;',
      'readonly ids: string[];',
      'readonly created_at: Float64Array;',
      block(
        'readonly fields:',
        fields.map(
          ({ field, kind }) =>
            `readonly ${checkedId(field.id)}: ${kind === 'bits' ? 'readonly Int32Array[]' : arrays[kind]};`,
        ),
      ) + ';',
      '/** The names in fields to which leads are routed. */',
      block(
        'readonly owners:',
        owners.map((id) => `readonly ${checkedId(id)}: (string | null)[];`),
      ) + ';',
      '/** Which people of the agreement they are, from 1; 0 is nobody. */',
      block(
        'readonly persons:',
        owners.map((id) => (byOwner ? `readonly ${checkedId(id)}: Uint16Array;` : null)),
      ) + ';',
      'readonly events: EventColumns;',
    ),
  );
}

const eventColumns = `/** The events that rules ask for: one lead after the other, those of one lead by their types, those of one type by their moments. */
export interface EventColumns {
  /** Where each type of each lead begins, in the order of \`words.events\`; and the end of the last one. */
  readonly starts: Uint32Array;
  readonly moments: Float64Array;
  /** The properties that rules ask for; which one stands where depends on the type. */
  readonly properties: readonly Float64Array[];
  /** Who is named as the owner; 0 is nobody of the agreement. */
  readonly persons: Uint16Array;
}`;

function decisionColumns({ model: { agreement } }: Layout): string {
  const banded = agreement.scores.filter(({ bands }) => bands.length > 0);
  return lines(
    '/**',
    ' * What is decided about leads, in columns. What codes mean is in `words`; the first word of those that can be missing is `null`.',
    ' * Moments are milliseconds since 1970, and NaN where there is none.',
    ' */',
    block(
      'export interface DecisionColumns',
      'count: number;',
      'readonly as_of: Float64Array;',
      'readonly stage: Uint16Array;',
      'readonly stage_since: Float64Array;',
      'readonly moves: MoveColumns;',
      block('readonly scores:', columns(agreement.scores, 'Float64Array')) + ';',
      block('readonly bands:', columns(banded, 'Uint16Array')) + ';',
      'readonly grade: Uint16Array;',
      'readonly persona: Uint16Array;',
      '/** The row of the routing; of a row that routes to an owner, the name is in the columns of leads. */',
      'readonly route: Uint16Array;',
      'readonly queue: Uint16Array;',
      block('readonly promises:', columns(leadPromises(agreement), 'PromiseColumns')) + ';',
      '/** A bit for each notice, 30 in a number. */',
      'readonly notices: readonly Int32Array[];',
    ),
  );
}

function columns(list: readonly { readonly id: string }[], type: string): Code {
  return list.map(({ id }) => `readonly ${checkedId(id)}: ${type};`);
}

const outTypes = `/** The moves of all leads, one lead after the other. */
export interface MoveColumns {
  /** Where the moves of each lead begin; and the end of the last one's. */
  readonly starts: Uint32Array;
  way: Uint16Array;
  /** The stage that it left. */
  from: Uint16Array;
  at: Float64Array;
}

/** How a promise stands; a lead whose clock never started has the state 0, and no moments. */
export interface PromiseColumns {
  readonly state: Uint8Array;
  readonly started_at: Float64Array;
  readonly due_at: Float64Array;
  readonly remind_at: Float64Array;
  readonly stopped_at: Float64Array;
  readonly escalations: readonly Float64Array[];
}

export interface BatchOptions {
  /** The moment at which to decide, in milliseconds since 1970; or one for each lead. */
  readonly asOf: number | Float64Array;
  /** What an earlier call returned, to be filled anew. It must have room for as many leads. */
  readonly into?: DecisionColumns;
}`;

/** What the codes of columns mean. */
function wordTypes({ model: { agreement }, fields }: Layout): string {
  const banded = agreement.scores.filter(({ bands }) => bands.length > 0);
  const listed = fields.filter(({ field }) => field.options.length > 0);
  return lines(
    '/** What the codes of columns mean, by code. */',
    block(
      'export interface Words',
      'readonly stages: readonly StageId[];',
      'readonly ways: readonly TransitionId[];',
      'readonly destinations: readonly StageId[];',
      'readonly personas: readonly (PersonaId | null)[];',
      'readonly grades: readonly (GradeId | null)[];',
      'readonly routes: readonly (RouteId | null)[];',
      'readonly queues: readonly (QueueId | null)[];',
      'readonly notices: readonly NoticeId[];',
      "readonly states: readonly (PromiseStatus['state'] | null)[];",
      'readonly events: readonly string[];',
      block('readonly bands:', banded.map(bandType)) + ';',
      block(
        'readonly fields:',
        listed.map(({ field }) => `readonly ${checkedId(field.id)}: readonly (string | null)[];`),
      ) + ';',
    ),
  );
}

function bandType({ id }: Score): string {
  return `readonly ${checkedId(id)}: readonly Decision['bands']['${checkedId(id)}'][];`;
}

/** `words` itself. */
export function wordsCode({ model: { agreement }, fields, groups }: Layout): string {
  const { routing, grades, stages, transitions } = agreement;
  const routes = [
    ...(routing?.rows ?? []).map(({ id }) => id),
    ...(routing?.otherwise ? ['routing_otherwise'] : []),
  ];
  return lines(
    '/** What the codes of columns mean, by code. */',
    block(
      'export const words: Words =',
      `stages: ${names(stages)},`,
      `ways: ${names(transitions)},`,
      `destinations: ${literal(transitions.map(({ to }) => to))},`,
      `personas: ${orNull(agreement.personas.map(({ id }) => id))},`,
      `grades: ${orNull(grades?.order ?? [])},`,
      `routes: ${orNull(routes)},`,
      `queues: ${orNull(agreement.queues.map(({ id }) => id))},`,
      `notices: ${names(agreement.notices)},`,
      `states: ${orNull(['running', 'paused', 'met', 'broken', 'beyond_calendar'])},`,
      `events: ${names(groups)},`,
      block('bands:', bandWords(agreement)) + ',',
      block(
        'fields:',
        fields.flatMap(({ field, kind }) =>
          field.options.length === 0
            ? []
            : [
                `${checkedId(field.id)}: ${kind === 'bits' ? names(field.options) : orNull(field.options.map(({ id }) => id))},`,
              ],
        ),
      ) + ',',
    ) + ';',
  );
}

function bandWords({ scores }: Agreement): Code {
  return scores
    .filter(({ bands }) => bands.length > 0)
    .map(({ id, bands }) => `${checkedId(id)}: ${names(bands)},`);
}

function names(list: readonly { readonly id: string }[]): string {
  return literal(list.map(({ id }) => id));
}

function orNull(list: readonly string[]): string {
  return literal([null, ...list]);
}
