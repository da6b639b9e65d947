import { suggestion } from '../diagnostics/suggest.ts';
import { fold } from '../ir/fold.ts';
import { keepColumns } from '../ir/places.ts';
import type { EventType, Field, MappedEvent, MappedField, Mapping, SourceSpan } from '../ir/types.ts';
import type { Tree } from '../parse/tree.ts';
import type { ColumnInput, MappedEventInput, MappingInput } from '../schema/mapping.ts';
import { zoneName } from './calendars.ts';
import type { Context } from './context.ts';
import { Cursor } from './cursor.ts';
import { instant } from './moments.ts';

/** The mappings, in the order of their names. */
export function lowerMappings(context: Context): Mapping[] {
  return [...context.mappings].map(([id, { data, tree }]) => lowerMapping(context, id, data, tree));
}

const ignored = '`ignore`';

/** Which columns are used, and for what. */
class Columns {
  readonly #context: Context;
  readonly #known: readonly string[];
  readonly #used = new Map<string, string>();
  readonly #taken = new Map<string, string>();
  /** Where each is named first. */
  readonly spans = new Map<string, SourceSpan>();

  constructor(context: Context, known: readonly string[]) {
    this.#context = context;
    this.#known = known;
  }

  /** Takes a column for one purpose that nothing else may share. */
  take(column: string, purpose: string, at: Cursor): string {
    const other = this.#taken.get(column) ?? (purpose === ignored ? this.#used.get(column) : undefined);
    this.#taken.set(column, purpose);
    if (other !== undefined) this.#context.report('column-mapped-twice', at.span, { column, other });
    return this.use(column, purpose, at);
  }

  /** Looks at a column that others may look at too. */
  use(column: string, purpose: string, at: Cursor): string {
    if (!this.#used.has(column)) this.spans.set(column, at.span);
    this.#used.set(column, this.#used.get(column) ?? purpose);
    if (this.#known.length > 0 && !this.#known.includes(column)) {
      const columns = this.#known.join(', ');
      this.#context.report('unknown-column', at.span, { column, columns }, suggestion(column, this.#known));
    }
    return column;
  }

  reportUnused(at: Cursor): void {
    this.#known.forEach((column, index) => {
      if (!this.#used.has(column))
        this.#context.report('column-not-mapped', at.at('columns', index).span, { column });
    });
  }
}

function lowerMapping(context: Context, id: string, input: MappingInput, tree: Tree): Mapping {
  const root = new Cursor(tree);
  const columns = new Columns(context, input.columns ?? []);
  const zone = input.zone === undefined ? context.timeZone : zoneName(context, input.zone, root.at('zone'));
  const id_column = columns.take(input.id, 'the id', root.at('id'));
  const created =
    typeof input.created_at === 'string'
      ? { column: columns.take(input.created_at, 'created_at', root.at('created_at')) }
      : { fixed: instant(input.created_at.fixed, zone) };
  const fields = Object.entries(input.fields ?? {}).flatMap(([name, given]) => {
    const at = root.at('fields', name);
    const field = context.resolveKey('field', context.scope.fields, name, at);
    return field ? [lowerColumn(context, columns, field, given, at)] : [];
  });
  const events = (input.events ?? []).flatMap((event, index) =>
    lowerEvent(context, columns, event, zone, root.at('events', index)),
  );
  const stage = lowerStage(context, columns, input.stage, root.at('stage'));
  const outcomes = Object.entries(input.outcomes ?? {}).map(([name, { column, is }]) => ({
    id: name,
    column: columns.use(column, `the outcome ${name}`, root.at('outcomes', name, 'column')),
    is: is.map(fold),
  }));
  (input.ignore ?? []).forEach((column, index) => columns.take(column, ignored, root.at('ignore', index)));
  columns.reportUnused(root);
  for (const field of context.scope.fields.values())
    if (field.required && field.id !== 'created_at' && !fields.some((mapped) => mapped.field === field.id))
      context.report('required-not-mapped', root.at('fields').key, { field: field.id });
  const mapping: Mapping = {
    kind: 'mapping',
    id,
    system: input.system,
    columns: input.columns ?? [],
    id_column,
    created,
    missing: (input.missing ?? []).map(fold),
    dates: input.dates ?? 'iso',
    zone,
    decimal_mark: input.decimal_mark ?? '.',
    fields,
    events,
    stage,
    outcomes,
    ignore: input.ignore ?? [],
    span: root.span,
  };
  return keepColumns(mapping, columns.spans);
}

function lowerColumn(
  context: Context,
  columns: Columns,
  field: Field,
  given: ColumnInput,
  at: Cursor,
  shared = false,
): MappedField {
  const none = {
    field: field.id,
    column: null,
    constant: null,
    values: [],
    others: null,
    separator: null,
    span: at.whole,
  };
  const take = shared ? columns.use.bind(columns) : columns.take.bind(columns);
  if (typeof given === 'string') return { ...none, column: take(given, field.id, at) };
  if (!('column' in given)) return { ...none, constant: given.value };
  const word = (to: string | boolean, place: Cursor): string | boolean | null => {
    checkWord(context, field, to, place);
    return to === 'missing' ? null : to;
  };
  return {
    ...none,
    column: take(given.column, field.id, at.at('column')),
    values: foldedWords(context, given.values, at).map(([from, to, place]) => ({
      from,
      to: word(to, place),
    })),
    others: given.others === undefined ? null : { to: word(given.others, at.at('others')) },
    separator: given.separator ?? null,
  };
}

/** The words of `values` as they are compared; two that are then the same are a duplicate key that the eye may not see. */
function foldedWords<To>(
  context: Context,
  values: Readonly<Record<string, To>> = {},
  at: Cursor,
): (readonly [from: string, to: To, place: Cursor])[] {
  const seen = new Set<string>();
  return Object.entries(values).map(([written, to]) => {
    const place = at.at('values', written);
    const from = fold(written.trim());
    if (seen.has(from)) context.report('duplicate-key', place.key, { key: written });
    seen.add(from);
    return [from, to, place] as const;
  });
}

/** What a word is translated to must be a value of the field. */
function checkWord(context: Context, field: Field, to: string | boolean, at: Cursor): void {
  if (to === 'missing') return;
  if (field.type === 'flag') {
    if (typeof to !== 'boolean')
      context.report('wrong-type', at.span, { got: `“${to}”`, expected: 'true, false or missing' });
    return;
  }
  if (field.type !== 'choice' && field.type !== 'choices') return;
  const options = field.options.map(({ id }) => id);
  if (typeof to === 'string' && options.includes(to)) return;
  const known = [...options, 'missing'].join(', ');
  context.report(
    'unknown-option',
    at.span,
    { option: String(to), field: field.id, options: known },
    suggestion(String(to), options),
  );
}

function lowerEvent(
  context: Context,
  columns: Columns,
  input: MappedEventInput,
  zone: string,
  at: Cursor,
): MappedEvent[] {
  const type = context.resolve('event', context.scope.events, input.event, at.at('event'));
  if (!type) return [];
  const fixed = typeof input.at === 'string' ? null : instant(input.at.fixed, zone);
  const moment = typeof input.at === 'string' && input.at !== 'created_at' ? input.at : null;
  return [
    {
      event: input.event,
      at: moment === null ? null : columns.use(moment, input.event, at.at('at')),
      at_fixed: fixed,
      if: input.if
        ? {
            column: columns.use(input.if.column, input.event, at.at('if', 'column')),
            is: (input.if.is ?? []).map(fold),
          }
        : null,
      times: input.times === undefined ? null : columns.use(input.times, input.event, at.at('times')),
      properties: Object.entries(input.properties ?? {}).flatMap(([name, given]) =>
        lowerProperty(context, columns, type, name, given, at.at('properties', name)),
      ),
      span: at.whole,
    },
  ];
}

function lowerProperty(
  context: Context,
  columns: Columns,
  type: EventType,
  name: string,
  given: ColumnInput,
  at: Cursor,
): MappedField[] {
  const known = new Map(type.properties.map((property) => [property.id, property]));
  const property = context.resolveKey('property', known, name, at);
  return property ? [lowerColumn(context, columns, property, given, at, true)] : [];
}

function lowerStage(
  context: Context,
  columns: Columns,
  input: MappingInput['stage'],
  at: Cursor,
): Mapping['stage'] {
  if (!input) return null;
  const stage = (to: string, place: Cursor): string | null => {
    if (to === 'missing') return null;
    context.resolve('stage', context.scope.stages, to, place);
    return to;
  };
  return {
    column: columns.take(input.column, 'the stage', at.at('column')),
    values: foldedWords(context, input.values, at).map(([from, to, place]) => ({
      from,
      to: stage(to, place),
    })),
    others: input.others === undefined ? null : { to: stage(input.others, at.at('others')) },
    entered_at:
      input.entered_at === undefined ? null : columns.use(input.entered_at, 'the stage', at.at('entered_at')),
  };
}
