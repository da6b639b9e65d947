import type { Field, Option, Term } from '../ir/types.ts';
import { scale } from '../schema/numbers.ts';
import { sentenceCase } from '../schema/shapes.ts';
import type { FieldInput } from '../schema/vocabulary.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';
import { declareName } from './declare.ts';

/** Terms, fields and events, into the scope and as lists. */
export function lowerVocabulary(context: Context): {
  readonly terms: readonly Term[];
  readonly fields: readonly Field[];
} {
  const file = context.files.vocabulary.data;
  const root = context.root('vocabulary');
  const terms = Object.entries(file.terms ?? {}).map(([id, term]): Term => ({
    kind: 'term',
    id,
    title: term.title ?? sentenceCase(id),
    means: term.means,
    not: term.not ?? null,
    avoid: term.avoid ?? [],
    span: root.at('terms', id).whole,
  }));
  const fields = Object.entries(file.fields ?? {}).map(([id, field]) => {
    const at = root.at('fields', id);
    declareName(context, id, 'field', at.key);
    if (id.startsWith('entered_')) context.report('reserved-name', at.key, { name: id });
    return lowerField(context, id, field, at);
  });
  for (const field of [createdAt(root), ...fields]) context.scope.fields.set(field.id, field);
  lowerEvents(context, root);
  return { terms, fields };
}

function lowerEvents(context: Context, root: Cursor): void {
  for (const [id, event] of Object.entries(context.files.vocabulary.data.events ?? {})) {
    const at = root.at('events', id);
    declareName(context, id, 'event', at.key);
    if (id.startsWith('entered_')) {
      const hint = 'Each stage brings such an event of its own.';
      context.report('reserved-name', at.key, { name: id }, { hint });
    }
    const properties = Object.entries(event.properties ?? {}).map(([name, field]) =>
      lowerField(context, name, field, at.at('properties', name)),
    );
    const { by, label = sentenceCase(id), means = null } = event;
    context.scope.events.set(id, {
      kind: 'event',
      id,
      by,
      label,
      means,
      properties,
      enters: null,
      span: at.whole,
    });
  }
}

/** Every lead has it. */
function createdAt(root: Cursor): Field {
  return {
    kind: 'field',
    id: 'created_at',
    type: 'moment',
    label: 'Created',
    means: 'When the lead was first known.',
    required: true,
    personal: false,
    unit: null,
    options: [],
    decimals: 0,
    min: null,
    max: null,
    max_length: null,
    span: root.key,
  };
}

/** The required property that says why, of the events that lead to an exit or a rejection. */
export function reasonProperty(options: readonly Option[], at: Cursor): Field {
  const base = { ...createdAt(at), id: 'reason', type: 'choice', label: 'Reason', means: null } as const;
  return { ...base, options, span: at.whole };
}

const decimalsOf: Readonly<Record<string, number>> = { money: 2, percent: 2 };

function lowerField(context: Context, id: string, input: FieldInput, at: Cursor): Field {
  const decimals = input.decimals ?? decimalsOf[input.type] ?? 0;
  checkKeys(context, input, at);
  const [least, most] = [
    bound(context, input.min, decimals, at.at('min')),
    bound(context, input.max, decimals, at.at('max')),
  ];
  const isReversed = least !== null && most !== null && least > most;
  // No value would be possible, and every test of the field would be told.
  const [min, max] = isReversed ? [null, null] : [least, most];
  if (isReversed)
    context.report('reversed-range', at.at('min').span, { low: String(input.min), high: String(input.max) });
  return {
    kind: 'field',
    id,
    type: input.type,
    label: input.label ?? sentenceCase(id),
    means: input.means ?? null,
    required: input.required ?? false,
    personal: input.personal ?? false,
    unit: input.unit ?? null,
    options: uniqueOptions(context, input.options ?? [], at.at('options')),
    decimals,
    min,
    max,
    max_length: input.max_length ?? null,
    span: at.whole,
  };
}

function uniqueOptions(context: Context, options: readonly Option[], at: Cursor): readonly Option[] {
  const seen = new Set<string>();
  options.forEach(({ id }, index) => {
    if (seen.has(id)) context.report('option-twice', at.at(index).span, { option: id }, { remedy: 'remove' });
    seen.add(id);
  });
  return options;
}

function bound(context: Context, value: number | undefined, decimals: number, at: Cursor): number | null {
  if (value === undefined) return null;
  const scaled = scale(value, decimals);
  if (scaled === undefined) context.report('too-many-decimals', at.span, { got: value, decimals });
  return scaled ?? null;
}

/** Which keys go with which type. */
const keysOf: Readonly<Record<FieldInput['type'], readonly string[]>> = {
  choice: ['options'],
  choices: ['options'],
  flag: [],
  integer: ['min', 'max'],
  decimal: ['decimals', 'min', 'max'],
  money: ['min', 'max'],
  percent: ['min', 'max'],
  text: ['max_length'],
  date: [],
  moment: [],
};
const typed = ['options', 'decimals', 'min', 'max', 'max_length'];

function checkKeys(context: Context, input: FieldInput, at: Cursor): void {
  const needed = keysOf[input.type];
  const given = Object.keys(at.data as object).filter((key) => typed.includes(key));
  for (const key of needed.filter((name) => !given.includes(name)))
    context.report('missing-key', at.key, { key, where: `in \`${at.name}\` (${input.type})` });
  for (const key of given.filter((name) => !needed.includes(name)))
    context.report('unknown-key', at.at(key).key, {
      key,
      where: `in a field of type ${input.type}`,
      known: ['type', 'label', 'means', 'required', 'personal', 'unit', ...needed].join(', '),
    });
}
