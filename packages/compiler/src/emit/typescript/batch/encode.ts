import { found } from '../../../found.ts';
import type { EventType } from '../../../ir/types.ts';
import { checkedId, place } from '../../encode/name.ts';
import { literal } from '../../encode/typescript.ts';
import { block, type Code, lines, sections, wrapped } from '../code.ts';
import { fold } from '../runtime/fold.ts';
import { encoded, helper, propertyPrefix } from './encode-value.ts';
import type { Layout, PropertyColumn } from './layout.ts';
import { personsOf } from './promises.ts';

/** `encodeLeads`, and what it needs. */
export function encodeCode(layout: Layout): string {
  const { model, fields, properties, byOwner } = layout;
  const helpers = [
    ...fields.map((column) => helper('field', column)),
    ...model.agreement.events.flatMap((type) =>
      found(properties, type.id).map((column) => helper(propertyPrefix(type), column)),
    ),
  ];
  return sections(
    groupTable(layout),
    emptyColumns(layout),
    encodeFunction,
    rowFunction(layout),
    groupFunction(layout),
    eventsFunction(layout),
    ...helpers,
    byOwner ? personCodes(layout) : null,
  );
}

const encodeFunction = `/** Puts leads into columns. */
export function encodeLeads(leads: readonly Lead[]): LeadColumns {
  let events = 0;
  for (const lead of leads) {
    checkLead(lead);
    const { codes } = lead;
    for (let index = 0; index < codes.length; index++) if (groups[codes[index] as number] !== none) events++;
  }
  const columns = leadColumns(leads.length, events);
  for (let row = 0; row < leads.length; row++) encodeRow(columns, row, leads[row] as Lead);
  return columns;
}`;

function groupTable({ model, groups }: Layout): string {
  const places = model.agreement.events.map((type) =>
    groups.includes(type) ? groups.indexOf(type) : 'none',
  );
  return lines(
    '/** Of each event, by its code: its group; none if no rule asks for it. */',
    'const none = 65535;',
    wrapped('const groups = new Uint16Array([', places.map(String), ']);'),
    '/** Where the next event of each group goes. */',
    `const places = new Uint32Array(${groups.length + 1});`,
  );
}

function emptyColumns({ fields, groups, owners, byOwner, slots, naming }: Layout): string {
  const arrays = { codes: 'Uint16Array', flags: 'Uint8Array', numbers: 'Float64Array' };
  return lines(
    '/** Room for so many leads with so many events. */',
    block(
      'function leadColumns(count: number, events: number): LeadColumns',
      block(
        'return',
        'count,',
        'ids: new Array<string>(count),',
        'created_at: new Float64Array(count),',
        block(
          'fields:',
          fields.map(({ field, kind, words }) => {
            const array =
              kind === 'bits'
                ? `[${Array.from({ length: words }, () => 'new Int32Array(count)').join(', ')}]`
                : `new ${arrays[kind]}(count)`;
            return `${checkedId(field.id)}: ${array},`;
          }),
        ) + ',',
        block(
          'owners:',
          owners.map((id) => `${checkedId(id)}: new Array<string | null>(count),`),
        ) + ',',
        block(
          'persons:',
          owners.map((id) => (byOwner ? `${checkedId(id)}: new Uint16Array(count),` : null)),
        ) + ',',
        block(
          'events:',
          `starts: new Uint32Array(count * ${groups.length} + 1),`,
          'moments: new Float64Array(events),',
          `properties: [${Array.from({ length: slots }, () => 'new Float64Array(events)').join(', ')}],`,
          `persons: new Uint16Array(${naming.length > 0 ? 'events' : '0'}),`,
        ) + ',',
      ) + ';',
    ),
  );
}

function rowFunction({ fields, owners, byOwner, slots, naming }: Layout): string {
  return lines(
    '/** Puts a lead into a row; all rows before it are filled. */',
    block(
      'function encodeRow(columns: LeadColumns, row: number, lead: Lead): void',
      'const { fields, events } = columns;',
      'columns.ids[row] = lead.id;',
      'columns.created_at[row] = lead.created_at;',
      fields.map((column) =>
        encoded(column, 'field', {
          value: `lead.${checkedId(column.field.id)}`,
          folded: `lead.folded.${column.field.id}`,
          to: (index) =>
            column.kind === 'bits'
              ? `(fields.${column.field.id}[${index}] as Int32Array)[row]`
              : `fields.${column.field.id}[row]`,
        }),
      ),
      owners.map((id) => `columns.owners.${checkedId(id)}[row] = lead.${id};`),
      owners.map((id) => (byOwner ? `columns.persons.${id}[row] = personOf(lead.${id});` : null)),
      'groupEvents(lead.codes, events.starts, row);',
      block(
        'for (let index = 0; index < lead.codes.length; index++)',
        'const group = groups[lead.codes[index] as number] as number;',
        'if (group === none) continue;',
        'const at = places[group] as number;',
        'places[group] = at + 1;',
        'events.moments[at] = lead.moments[index] as number;',
        slots > 0 || naming.length > 0 ? 'encodeEvent(events, at, lead.events[index] as LeadEvent);' : null,
      ),
    ),
  );
}

/** The groups of a lead's events in `starts`, and in `places` where each group begins. */
function groupFunction({ groups }: Layout): string {
  const count = groups.length;
  return lines(
    '/** Finds room for the events of a lead: of each group, where it begins. */',
    block(
      'function groupEvents(codes: Uint16Array, starts: Uint32Array, row: number): void',
      'places.fill(0);',
      block(
        'for (let index = 0; index < codes.length; index++)',
        'const group = groups[codes[index] as number] as number;',
        'if (group !== none) places[group + 1] = (places[group + 1] as number) + 1;',
      ),
      `const first = row * ${count};`,
      'places[0] = starts[first] as number;',
      block(
        `for (let group = 1; group <= ${count}; group++)`,
        'places[group] = (places[group] as number) + (places[group - 1] as number);',
        'starts[first + group] = places[group] as number;',
      ),
    ),
  );
}

function eventsFunction(layout: Layout): string | null {
  const { model, properties, slots, naming } = layout;
  if (slots === 0 && naming.length === 0) return null;
  const cases = model.agreement.events.map((type): Code => {
    const columns = found(properties, type.id);
    const names = naming.includes(type);
    if (columns.length === 0 && !names) return null;
    return [
      `case ${model.codes.get(type.id)}: // ${checkedId(type.id)} (${place(type.span)})`,
      columns.map((column) => propertyLines(type, column)),
      names ? 'persons[at] = personOf(event.properties.owner);' : null,
      'break;',
    ];
  });
  return lines(
    '/** Puts the properties of an event that rules ask for into their columns. */',
    block(
      'function encodeEvent({ properties, persons }: EventColumns, at: number, event: LeadEvent): void',
      Array.from({ length: slots }, (_, slot) => `const slot_${slot} = properties[${slot}] as Float64Array;`),
      block('switch (event.code)', cases, 'default:', '  break;'),
    ),
  );
}

function propertyLines(type: EventType, column: PropertyColumn): Code {
  return encoded(column, propertyPrefix(type), {
    value: `event.properties.${checkedId(column.field.id)}`,
    folded: `event.folded.${column.field.id}`,
    to: (index) => `slot_${column.slot + index}[at]`,
  });
}

function personCodes({ model: { agreement } }: Layout): string {
  const codes = personsOf(agreement).map(({ name }, index) => `[${literal(fold(name))}, ${index + 1}]`);
  return `/** People by their folded names. */
const person_codes = /* @__PURE__ */ new Map<string, number>([${codes.join(', ')}]);

/** Who has the name; 0 is nobody. */
function personOf(name: string | null): number {
  return name === null ? 0 : (person_codes.get(fold(name)) ?? 0);
}`;
}
