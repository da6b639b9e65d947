import { found } from '../../found.ts';
import type { EventType, Field } from '../../ir/types.ts';
import { checkedId, identifier } from '../encode/name.ts';
import { literal } from '../encode/typescript.ts';
import { block, type Code, lines, sections, wrapped } from './code.ts';
import type { Model } from './model.ts';

/** How many events a lead may have; as in `ir/read-events.ts`. */
const mostEvents = 5_000;

/** `parseLead` and `readLead`: the validator, then what JSON Schema cannot say, then the lead in one shape. */
export function readingCode(model: Model): string {
  const special = model.agreement.events.filter(({ properties }) => properties.length > 0);
  return sections(
    publicFunctions,
    ...model.agreement.fields.flatMap((field) => optionsConstant(field, 'field')),
    ...special.flatMap(({ id, properties }) =>
      properties.flatMap((field) => optionsConstant(field, propertyPrefix(id))),
    ),
    leadFunction(model),
    `/** All events by their codes. */\n${wrapped(
      'const eventNames: readonly string[] = [',
      model.agreement.events.map(({ id }) => literal(id)),
      '];',
    )}`,
    eventFunction(special, model),
  );
}

const publicFunctions = `/** Thrown by \`parseLead\`; \`problems\` says what is wrong, and where. */
export class LeadError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ at, message }) => (at === '' ? message : at + ' ' + message)).join('; '));
    this.name = 'LeadError';
    this.problems = problems;
  }
}

/** Reads a lead from a JSON value; throws a \`LeadError\` if it is not as the agreement says. */
export function parseLead(json: unknown): Lead {
  const reading = readLead(json);
  if ('problems' in reading) throw new LeadError(reading.problems);
  return reading.lead;
}

/** Reads a lead from a JSON value, or tells everything that is wrong with it. Never throws. */
export function readLead(json: unknown): Reading {
  if (!isRecord(json)) return { problems: [{ at: '', message: 'A lead must be an object' }] };
  const events = entry(json, 'events');
  if (Array.isArray(events) && events.length > ${mostEvents}) {
    return { problems: [{ at: 'events', message: 'must be at most ${mostEvents}, and are ' + events.length }] };
  }
  const problems: Problem[] = validateLead(json) ? [] : problemsOf(validateLead.errors ?? [], json);
  const lead = leadOf(json, problems);
  return problems.length > 0 ? { problems: firstOfEach(problems) } : { lead };
}`;

function optionsConstant({ id, type, options }: Field, prefix: string): readonly string[] {
  if (type !== 'choice' && type !== 'choices') return [];
  const ids = options.map((option) => literal(option.id));
  return [wrapped(`const options_${identifier(prefix, id)} = [`, ids, '] as const;')];
}

/** The number of letters keeps `a_b` of `c` apart from `b_c` of `a`. */
function propertyPrefix(event: string): string {
  return `event${event.length}_${checkedId(event)}`;
}

function leadFunction({ agreement: { fields }, folded }: Model): string {
  const read = fields.map(
    (field) =>
      `const ${identifier('field', field.id)} = ${reader(field, `entry(json, ${literal(field.id)})`, literal(field.id), 'field')};`,
  );
  return lines(
    '/** The lead in its one shape. Of one with problems, only the problems are of use. */',
    block(
      'function leadOf(json: object, problems: Problem[]): Lead',
      "const id = readText(entry(json, 'id'), 'id', problems);",
      "const created_at = readMoment(entry(json, 'created_at'), 'created_at', problems);",
      read,
      "const events = entry(json, 'events');",
      "const read = Array.isArray(events) ? events.map((event, index) => eventOf(event, 'events[' + index + ']', problems)) : [];",
      'const sorted = sortEvents(withoutDuplicates(read, problems));',
      block(
        'return',
        'id,',
        'created_at,',
        fields.map(({ id }) => `${checkedId(id)}: ${identifier('field', id)},`),
        block(
          'folded:',
          fields.filter(({ id }) => folded.has(id)).map(({ id }) => foldedEntry(id, 'field')),
        ) + ',',
        'events: sorted,',
        'moments: Float64Array.from(sorted, ({ at }) => at),',
        'codes: Uint16Array.from(sorted, ({ code }) => code),',
      ).replace(/\}$/, '} as Lead;'),
    ),
  );
}

function eventFunction(special: readonly EventType[], model: Model): string {
  return lines(
    '/** An event in its one shape. */',
    block(
      'function eventOf(json: unknown, path: string, problems: Problem[]): LeadEvent | null',
      'if (!isRecord(json)) return null;',
      "const id = readText(entry(json, 'id'), path + '.id', problems);",
      "const at = readMoment(entry(json, 'at'), path + '.at', problems);",
      "const event = entry(json, 'event');",
      special.length === 0 ? null : eventProperties(special, model),
      'const code = eventNames.indexOf(event as string);',
      'const name = eventNames[code];',
      'if (name === undefined || at === null) return null;',
      'return { code, event: name, at, id, properties: null, folded: null } as LeadEvent;',
    ),
  );
}

function eventProperties(special: readonly EventType[], model: Model): Code {
  return [
    "const properties = entry(json, 'properties');",
    'const given = isRecord(properties) ? properties : {};',
    "const within = path + '.properties.';",
    block(
      'switch (event)',
      special.map((type) => eventCase(type, model)),
      'default:',
      '  break;',
    ),
  ];
}

function eventCase({ id, properties }: EventType, model: Model): Code {
  const texts = properties.filter(({ type }) => type === 'text');
  const read = properties.map((field) => {
    const at = `within + ${literal(field.id)}`;
    return `const ${identifier('property', field.id)} = ${reader(field, `entry(given, ${literal(field.id)})`, at, propertyPrefix(id))};`;
  });
  const shown = properties.map((field) => `${field.id}: ${identifier('property', field.id)}`);
  const folded = texts.map((field) => foldedEntry(field.id, 'property').replace(/,$/, ''));
  return block(
    `case ${literal(id)}:`,
    read,
    'if (at === null) return null;',
    block(
      'return',
      `code: ${found(model.codes, id)},`,
      'event,',
      'at,',
      'id,',
      `properties: { ${shown.join(', ')} },`,
      texts.length === 0 ? 'folded: null,' : `folded: { ${folded.join(', ')} },`,
    ).replace(/\}$/, '} as LeadEvent;'),
  );
}

function foldedEntry(id: string, prefix: string): string {
  const name = identifier(prefix, id);
  return `${id}: ${name} === null ? null : fold(${name}),`;
}

function reader(field: Field, value: string, at: string, prefix: string): string {
  switch (field.type) {
    case 'choice':
      return `readOption(${value}, options_${identifier(prefix, field.id)}, ${at}, problems)`;
    case 'choices':
      return `readOptions(${value}, options_${identifier(prefix, field.id)}, ${at}, problems)`;
    case 'flag':
      return `readFlag(${value})`;
    case 'text':
      return `readText(${value}, ${at}, problems)`;
    case 'date':
      return `readDay(${value}, ${at}, problems)`;
    case 'moment':
      return `readMoment(${value}, ${at}, problems)`;
    default:
      return `readNumber(${value}, ${field.decimals}, ${at}, problems)`;
  }
}
