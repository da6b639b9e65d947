import type { Agreement, EventType, Field } from '../../ir/types.ts';
import { checkedId } from '../encode/name.ts';
import { literal } from '../encode/typescript.ts';
import { decisionTypes } from '../json-schema/decision.ts';
import { leadSchema } from '../json-schema/lead.ts';
import { assignTypes } from './assign-code.ts';
import { block, lines, sections } from './code.ts';
import { infoTypes } from './info-code.ts';
import { modelOf, type Model } from './model.ts';
import { slaTypes } from './sla-types.ts';

/** All types of an engine, exported: what goes in and comes out as json-schema-to-typescript writes it. */
export async function typesCode(agreement: Agreement): Promise<string> {
  const input = await written(leadSchema(agreement, { texts: false }));
  const decision = await written(decisionTypes(agreement));
  return sections(
    input,
    parsedTypes(modelOf(agreement)),
    decision,
    slaTypes(agreement),
    assignTypes(agreement),
    infoTypes(agreement),
    readingTypes,
  );
}

/** A copy goes in, since the library changes what it is given. It is large, and loaded when it is needed. */
async function written(schema: object): Promise<string> {
  const { compile } = await import('json-schema-to-typescript');
  const text = await compile(structuredClone(schema), 'Root', {
    additionalProperties: false,
    bannerComment: '',
    declareExternallyReferenced: true,
    format: true,
    ignoreMinAndMaxItems: true,
    style: { printWidth: 110, singleQuote: true, trailingComma: 'all' },
    unknownAny: true,
  });
  return text.trim();
}

const readingTypes = `/** Something in a lead that is not as the agreement says. */
export interface Problem {
  /** Where: \`employees\`, \`events[2].at\`; empty for the lead as a whole. */
  readonly at: string;
  /** What, as the rest of a sentence that begins with where. Never one of the lead's own values. */
  readonly message: string;
}

/** A lead that could be read, or all that is wrong with it. */
export type Reading = { readonly lead: Lead } | { readonly problems: readonly Problem[] };

export interface DecideOptions {
  /** The moment at which to decide, in milliseconds since 1970. */
  readonly asOf: number;
}

export interface ExplainOptions extends DecideOptions {
  /** \`false\`: do not look for what would bring the lead further, which takes the longest; \`next\` is then \`null\`. */
  readonly next?: boolean;
}`;

/** The lead as \`parseLead\` returns it: every key there, in one order. */
function parsedTypes(model: Model): string {
  const { fields, events } = model.agreement;
  const folded = fields.filter(({ id }) => model.folded.has(id));
  const special = events.filter(({ properties }) => properties.length > 0);
  const plain = events.filter(({ properties }) => properties.length === 0);
  return sections(
    lines(
      '/** A lead that was read and checked; `null` is missing. Moments and days are milliseconds since 1970. */',
      block(
        'export interface Lead',
        'readonly id: string;',
        'readonly created_at: number;',
        fields.map((field) => `readonly ${checkedId(field.id)}: ${fieldType(field)};`),
        '/** Texts as they are compared. */',
        block(
          'readonly folded:',
          folded.map((field) => `readonly ${field.id}: ${fieldType(field)};`),
        ) + ';',
        '/** One for each id, sorted by moment. */',
        'readonly events: readonly LeadEvent[];',
        '/** Their moments and their codes: what most rules ask for. */',
        'readonly moments: Float64Array;',
        'readonly codes: Uint16Array;',
      ),
    ),
    lines(
      '/** An event of a lead; `code` is its place in the vocabulary. */',
      `export type LeadEvent =${['PlainEvent', ...special.map((event) => eventName(event))]
        .map((name) => `\n  | ${name}`)
        .join('')};`,
    ),
    plainEvent(plain, model),
    ...special.map((event) => specialEvent(event, model)),
  );
}

export function eventName({ id }: EventType): string {
  return `Event_${checkedId(id)}`;
}

function plainEvent(events: readonly EventType[], model: Model): string {
  return lines(
    '/** An event without properties. */',
    block(
      'export interface PlainEvent',
      `readonly code: ${events.map(({ id }) => model.codes.get(id)).join(' | ')};`,
      `readonly event: ${events.map(({ id }) => literal(id)).join(' | ')};`,
      'readonly at: number;',
      'readonly id: string | null;',
      'readonly properties: null;',
      'readonly folded: null;',
    ),
  );
}

function specialEvent(event: EventType, model: Model): string {
  const { properties } = event;
  const texts = properties.filter(({ type }) => type === 'text');
  return block(
    `export interface ${eventName(event)}`,
    `readonly code: ${model.codes.get(event.id)};`,
    `readonly event: ${literal(event.id)};`,
    'readonly at: number;',
    'readonly id: string | null;',
    block('readonly properties:', members(properties)) + ';',
    texts.length === 0 ? 'readonly folded: null;' : block('readonly folded:', members(texts)) + ';',
  );
}

function members(fields: readonly Field[]): readonly string[] {
  return fields.map((field) => `readonly ${checkedId(field.id)}: ${fieldType(field)};`);
}

function fieldType(field: Field): string {
  return field.required ? presentType(field) : `${presentType(field)} | null`;
}

function presentType({ type, options }: Field): string {
  const union = options.map(({ id }) => literal(id)).join(' | ');
  switch (type) {
    case 'choice':
      return union;
    case 'choices':
      return `readonly (${union})[]`;
    case 'flag':
      return 'boolean';
    case 'text':
      return 'string';
    default:
      return 'number';
  }
}
