import type {
  Agreement,
  EventType,
  Field,
  FieldType,
  MappedEvent,
  MappedField,
  Mapping,
} from '../../src/ir/types.ts';

const span = { file: 'mappings/crm.yaml', line: 1, col: 1, end_line: 1, end_col: 2 };

export function field(id: string, type: FieldType, rest: Partial<Field> = {}): Field {
  const decimals = type === 'money' || type === 'percent' ? 2 : 0;
  return {
    kind: 'field',
    id,
    type,
    label: id,
    means: null,
    required: false,
    personal: false,
    unit: null,
    options: [],
    decimals,
    min: null,
    max: null,
    max_length: null,
    span,
    ...rest,
  };
}

export function options(...ids: string[]): Field['options'] {
  return ids.map((id) => ({ id, label: id }));
}

export function mapped(fieldId: string, column: string | null, rest: Partial<MappedField> = {}): MappedField {
  return { field: fieldId, column, constant: null, values: [], others: null, separator: null, span, ...rest };
}

export function words(values: Readonly<Record<string, string | boolean | null>>): MappedField['values'] {
  return Object.entries(values).map(([from, to]) => ({ from, to }));
}

export function happens(event: string, rest: Partial<MappedEvent> = {}): MappedEvent {
  return { event, at: null, at_fixed: null, if: null, times: null, properties: [], span, ...rest };
}

/** The fields and events of the small agreement in docs/language.md, as far as mappings need them. */
export const fields: readonly Field[] = [
  field('seniority', 'choice', { options: options('individual', 'manager', 'vp'), required: true }),
  field('country', 'choice', { options: options('de', 'fr', 'us') }),
  field('employees', 'integer', { min: 1, max: 5_000_000 }),
  field('deal_size', 'money', { min: 0, max: 10_000_000_000 }),
  field('margin', 'percent', { min: -10_000, max: 10_000 }),
  field('nps', 'decimal', { decimals: 1, min: -1000, max: 1000 }),
  field('job_title', 'text', { max_length: 10 }),
  field('interests', 'choices', { options: options('analytics', 'billing') }),
  field('gave_consent', 'flag'),
  field('contract_ends', 'date'),
  field('trial_started', 'moment'),
  field('email', 'text', { max_length: 20, personal: true }),
];

const seen: EventType = {
  kind: 'event',
  id: 'page_viewed',
  by: 'lead',
  label: 'Saw a page',
  means: null,
  properties: [
    field('path', 'text', { required: true, max_length: 20 }),
    field('seconds', 'integer', { min: 0, max: 10 }),
  ],
  enters: null,
  span,
};

export const agreement: Agreement = {
  fields,
  events: [seen, { ...seen, id: 'demo_requested', properties: [] }],
  stages: [{ id: 'lead' }, { id: 'mql' }],
} as unknown as Agreement;

export function mapping(rest: Partial<Mapping> = {}): Mapping {
  return {
    kind: 'mapping',
    id: 'crm',
    system: 'A CRM export',
    columns: [],
    id_column: 'Lead ID',
    created: { fixed: Date.UTC(2026, 0, 1) },
    missing: ['select', 'n/a'],
    dates: 'iso',
    zone: 'Europe/Berlin',
    decimal_mark: '.',
    fields: [],
    events: [],
    stage: null,
    outcomes: [],
    ignore: [],
    span,
    ...rest,
  };
}
