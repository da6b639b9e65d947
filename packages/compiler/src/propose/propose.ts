import type { Agreement, Field } from '../ir/types.ts';
import { proposeEvents, type ProposedEvent } from './events.ts';
import { type Fit, fitOf, type Style } from './fits.ts';
import { likeness, meaningOf } from './names.ts';
import { leastAlike, named, type Reason, surenessOf } from './reason.ts';
import { proposeStage, type ProposedStage } from './stage.ts';
import { type ColumnSurvey, isWritable, type Kind } from './survey.ts';

export interface ProposedField extends Reason {
  readonly field: Field;
  readonly column: string;
  readonly fit: Fit;
}

/** A mapping that could read a table. */
export interface Proposal {
  readonly style: Style;
  readonly missing: readonly string[];
  readonly id: Reason & { readonly column: string };
  /** `null`: no column says when a lead was created. */
  readonly created: (Reason & { readonly column: string }) | null;
  readonly fields: readonly ProposedField[];
  /** Required, and no column is like it. */
  readonly notFound: readonly Field[];
  readonly events: readonly ProposedEvent[];
  readonly stage: ProposedStage | null;
  /** Names that several columns have, so that none of them can be read. */
  readonly twice: readonly string[];
  /** Columns that nothing is read from. */
  readonly ignored: readonly ColumnSurvey[];
}

/** Proposes how the columns of a table are read as leads of an agreement: by their names, and by what stands in them. */
export function proposeMapping(agreement: Agreement, columns: readonly ColumnSurvey[]): Proposal | undefined {
  const usable = distinctNames(columns);
  const style = styleOf(usable);
  const id = findId(usable);
  if (!id) return undefined;
  const taken = new Set([id.column]);
  const free = (): readonly ColumnSurvey[] => usable.filter(({ name }) => !taken.has(name));
  const named = findCreated(free(), style);
  if (named) taken.add(named.column);
  const stage = proposeStage(agreement, free());
  for (const column of stage ? [stage.column, stage.entered_at] : []) if (column) taken.add(column);
  const fields = matchFields(agreement, free(), style);
  for (const { column } of fields) taken.add(column);
  const events = proposeEvents(agreement, free(), style);
  for (const { column } of events) taken.add(column);
  const created = named ?? guessCreated(free(), usable, style);
  if (created) taken.add(created.column);
  const found = new Set(fields.map(({ field }) => field.id));
  return {
    style,
    missing: [...new Set(usable.flatMap(({ missing }) => missing))],
    id,
    created,
    fields,
    notFound: agreement.fields.filter(
      (field) => field.required && field.id !== 'created_at' && !found.has(field.id),
    ),
    events,
    stage,
    twice: namesTwice(columns),
    ignored: free(),
  };
}

/** Of columns with the same name none can be read, nor one whose name an agreement cannot hold. */
function distinctNames(columns: readonly ColumnSurvey[]): readonly ColumnSurvey[] {
  const twice = new Set(namesTwice(columns));
  return columns.filter(({ name }) => name !== '' && isWritable(name) && !twice.has(name));
}

function namesTwice(columns: readonly ColumnSurvey[]): readonly string[] {
  const names = columns.map(({ name }) => name);
  const twice = names.filter((name, index) => names.indexOf(name) < index);
  return [...new Set(twice)].filter((name) => name !== '' && isWritable(name));
}

/** The way in which most cells can be read; `1.200` is taken for 1200 where nothing else says what it is. */
function styleOf(columns: readonly ColumnSurvey[]): Style {
  const sum = (...of: readonly Kind[]): number =>
    columns.reduce((all, { kinds }) => all + of.reduce((one, kind) => one + kinds[kind], 0), 0);
  const orders = (['iso', 'dmy', 'mdy'] as const).toSorted((a, b) => sum(b) - sum(a));
  const isComma = sum('number,', 'whole,') > sum('number.', 'whole.');
  return { dates: orders[0] ?? 'iso', mark: isComma ? ',' : '.' };
}

function findId(columns: readonly ColumnSurvey[]): Proposal['id'] | undefined {
  const rated = columns.map((column) => {
    const words = meaningOf(column.name);
    const isId = words.has('id') || /(^|[^a-z])id$/i.test(column.name);
    const like = isId ? 1 / Math.sqrt(words.size) : 0;
    return { column: column.name, like, score: like * 0.6 + (column.isDistinct ? 0.4 : 0) };
  });
  const [best] = rated.toSorted((a, b) => b.score - a.score);
  if (!best) return undefined;
  const isDistinct = best.score - best.like * 0.6 > 0;
  const why = `${best.like > 0 ? 'named as an id' : 'not named as one'}, ${isDistinct ? 'and no value stands twice' : 'but values stand twice'}`;
  return { column: best.column, sureness: surenessOf(best.score), why };
}

function findCreated(columns: readonly ColumnSurvey[], { dates }: Style): Proposal['created'] {
  const created = meaningOf('created');
  const rated = columns
    .filter(({ filled, kinds }) => filled > 0 && kinds[dates] / filled > 0.9)
    .map(({ name }) => ({ column: name, like: likeness(meaningOf(name), created) }))
    .filter(({ like }) => like >= leastAlike)
    .toSorted((a, b) => b.like - a.like);
  const [best] = rated;
  if (!best) return null;
  return {
    column: best.column,
    sureness: surenessOf(0.6 * best.like + 0.4),
    why: `${named(best.like)}, with dates`,
  };
}

/** Where no name tells it: the only column that is left with a moment in as many rows as any column has something. */
function guessCreated(
  columns: readonly ColumnSurvey[],
  all: readonly ColumnSurvey[],
  { dates }: Style,
): Proposal['created'] {
  const most = Math.max(...all.map(({ filled }) => filled), 1);
  const [only, another] = columns.filter(
    ({ filled, kinds }) => filled === most && Math.min(kinds[dates], kinds.moment) === filled,
  );
  if (!only || another) return null;
  return {
    column: only.name,
    sureness: 'guess',
    why: 'not named so, but the only column with moments in every row',
  };
}

/** The best pairs of a field and a column, each of both once. */
function matchFields(
  agreement: Agreement,
  columns: readonly ColumnSurvey[],
  style: Style,
): readonly ProposedField[] {
  const pairs = agreement.fields.flatMap((field) => {
    if (field.id === 'created_at') return [];
    const names = [field.id.replaceAll('_', ' '), field.label, `${field.label} ${field.unit ?? ''}`].map(
      meaningOf,
    );
    return columns.flatMap((column) => {
      const like = Math.max(...names.map((name) => likeness(meaningOf(column.name), name)));
      const fit = like >= leastAlike || isChosen(field) ? fitOf(field, column, style) : undefined;
      if (!fit || (like < leastAlike && !tellsByValues(fit))) return [];
      return [{ field, column: column.name, fit, like, score: 0.6 * like + 0.4 * fit.share }];
    });
  });
  const matched: ProposedField[] = [];
  for (const { field, column, fit, like, score } of pairs.toSorted((a, b) => b.score - a.score)) {
    if (matched.some((other) => other.field === field || other.column === column)) continue;
    matched.push({ field, column, fit, sureness: surenessOf(score), why: `${named(like)}, ${fit.why}` });
  }
  return matched;
}

function isChosen({ type }: Field): boolean {
  return type === 'choice' || type === 'choices';
}

/** Nearly all words are options, and more than one of them. */
function tellsByValues({ share, values }: Fit): boolean {
  const options = new Set((values ?? []).map(({ to }) => to).filter((to) => to !== null));
  return share >= 0.8 && options.size >= 2;
}
