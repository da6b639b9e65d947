import { there } from '../../found.ts';
import type { Agreement, EventType, Field } from '../../ir/types.ts';

export type JsonSchema = { readonly [key: string]: unknown };

/** How many events a lead may have; as in `ir/read-events.ts`. */
const mostEvents = 5_000;
const identity: JsonSchema = { type: 'string', minLength: 1, maxLength: 200 };
const eventId: JsonSchema = { ...identity, type: ['string', 'null'] };
const moment: JsonSchema = { type: ['string', 'integer'] };

/** For json-schema-to-typescript alone, which writes an empty object as `{}`: a type to which everything belongs. */
const noProperties: JsonSchema = { tsType: 'Record<string, never> | null' };

/**
 * The payload of an engine, as JSON Schema draft-07. What a schema cannot say (exact decimals, days that
 * exist, one event for each id) the engine checks itself.
 *
 * With `texts`, labels and definitions stand in it; without, no word of the agreement but ids.
 */
export function leadSchema(agreement: Agreement, { texts }: { readonly texts: boolean }): JsonSchema {
  return payload(agreement, { type: 'object', oneOf: eventSchemas(agreement.events, texts) }, texts);
}

/**
 * The same for a validator: what all events share stands once, and the rest is asked only of the events
 * that it is about, so that the errors are about the right ones and the validator is small.
 */
export function validatorSchema(agreement: Agreement): JsonSchema {
  const { events } = agreement;
  const plain = events.filter(({ properties }) => properties.length === 0).map(({ id }) => id);
  const special = events.filter(({ properties }) => properties.length > 0);
  const items = {
    type: 'object',
    properties: {
      id: eventId,
      event: { enum: events.map(({ id }) => id) },
      at: moment,
      properties: { type: ['object', 'null'] },
    },
    required: ['event', 'at'],
    additionalProperties: false,
    allOf: [onlyOf(plain, []), ...special.map(({ id, properties }) => onlyOf([id], properties))],
  };
  return payload(agreement, items, false);
}

function onlyOf(events: readonly string[], fields: readonly Field[]): JsonSchema {
  return {
    if: { properties: { event: { enum: events } }, required: ['event'] },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: {
      properties: { properties: propertiesSchema(fields, false) },
      ...(requiredIds(fields).length > 0 ? { required: ['properties'] } : {}),
    },
  };
}

function payload(agreement: Agreement, event: JsonSchema, texts: boolean): JsonSchema {
  const { fields } = agreement;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'LeadInput',
    ...(texts ? { description: `What the engine of “${agreement.title}” takes: one lead.` } : {}),
    type: 'object',
    properties: {
      id: identity,
      created_at: moment,
      ...Object.fromEntries(fields.map((field) => [field.id, fieldSchema(field, texts)])),
      events: {
        type: ['array', 'null'],
        maxItems: mostEvents,
        items: { title: 'EventInput', ...event },
      },
    },
    required: ['id', 'created_at', ...requiredIds(fields)],
    additionalProperties: false,
  };
}

/** Without texts, the events that have no properties are all alike. */
function eventSchemas(events: readonly EventType[], texts: boolean): readonly JsonSchema[] {
  if (texts)
    return events.map((event) => ({
      description: described(event),
      ...eventSchema([event.id], propertiesSchema(event.properties, texts), event.properties),
    }));
  const plain = events.filter(({ properties }) => properties.length === 0).map(({ id }) => id);
  return [
    eventSchema(plain, noProperties),
    ...events
      .filter(({ properties }) => properties.length > 0)
      .map(({ id, properties }) => eventSchema([id], propertiesSchema(properties, texts), properties)),
  ];
}

function described({ label, means }: EventType): string {
  return means === null ? label : `${label}: ${means}`;
}

function eventSchema(
  names: readonly string[],
  properties: JsonSchema,
  fields: readonly Field[] = [],
): JsonSchema {
  return {
    type: 'object',
    properties: {
      id: eventId,
      event: { enum: names },
      at: moment,
      properties,
    },
    required: ['event', 'at', ...(requiredIds(fields).length > 0 ? ['properties'] : [])],
    additionalProperties: false,
  };
}

function propertiesSchema(fields: readonly Field[], texts: boolean): JsonSchema {
  const required = requiredIds(fields);
  return {
    type: required.length > 0 ? 'object' : ['object', 'null'],
    properties: Object.fromEntries(fields.map((field) => [field.id, fieldSchema(field, texts)])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

function requiredIds(fields: readonly Field[]): readonly string[] {
  return fields.filter(({ required }) => required).map(({ id }) => id);
}

function fieldSchema(field: Field, texts: boolean): JsonSchema {
  const { label, means, unit } = field;
  const description = [means, unit === null ? null : `Unit: ${unit}.`].filter((text) => text !== null);
  return {
    ...(texts ? { title: label } : {}),
    ...(texts && description.length > 0 ? { description: description.join(' ') } : {}),
    ...valueSchema(field),
  };
}

function valueSchema(field: Field): JsonSchema {
  const orNull = <T>(type: T): T | readonly [T, 'null'] => (field.required ? type : [type, 'null']);
  const options = field.options.map(({ id }) => id);
  switch (field.type) {
    case 'choice':
      return { enum: field.required ? options : [...options, null] };
    case 'choices':
      return { type: orNull('array'), items: { enum: options } };
    case 'flag':
      return { type: orNull('boolean') };
    case 'text':
      return {
        type: orNull('string'),
        maxLength: there(field.max_length, `length of ${field.id}`),
      };
    case 'date':
      return { type: orNull('string') };
    case 'moment':
      return { type: ['string', 'integer', ...(field.required ? [] : ['null'])] };
    case 'integer':
    case 'decimal':
    case 'money':
    case 'percent':
      return { type: orNull(field.decimals === 0 ? 'integer' : 'number'), ...limits(field) };
  }
}

/** In natural numbers, which are the nearest to what was written, as those of a payload are. */
function limits({ id, min, max, decimals }: Field): JsonSchema {
  const [least, most] = [there(min, `min of ${id}`), there(max, `max of ${id}`)];
  return { minimum: least / 10 ** decimals, maximum: most / 10 ** decimals };
}
