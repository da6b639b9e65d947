import { isMisread } from '../format/misread.ts';
import { firstOf } from '../found.ts';
import { fold } from '../ir/fold.ts';
import type { ProposedEvent } from './events.ts';
import type { Fit, Translation } from './fits.ts';
import type { Proposal, ProposedField } from './propose.ts';
import type { Reason } from './reason.ts';
import { type ColumnSurvey, isWritable } from './survey.ts';

/** A word that nobody knows is shown when it stands in so many rows: of what few have, it may tell who they are. */
const leastRows = 5;
const mostValues = 200;
/** A list has no more words. */
const mostIgnored = 1000;

/** The text of `mappings/<system>.yaml` for a proposal, with how sure each line is, and why. */
export function mappingYaml(
  proposal: Proposal,
  { system, rows, today }: { readonly system: string; readonly rows: number; readonly today: string },
): string {
  const { id, created, style, missing, fields, notFound, events, stage, ignored } = proposal;
  const lines = [
    `# A proposal, from the names of the columns and the words in ${rows === 1 ? '1 row' : `${rows} rows`}. Read each line before you use it.`,
    `system: ${scalar(system)}`,
    `id: ${scalar(id.column)} ${told(id)}`,
    created
      ? `created_at: ${scalar(created.column)} ${told(created)}`
      : `created_at: { fixed: ${today} } # guess: no column says when a lead was created`,
    ...(missing.length > 0
      ? [
          `missing: [${distinct(missing)
            .map((word) => scalar(word))
            .join(', ')}]`,
        ]
      : []),
    ...(style.dates === 'iso' ? [] : [`dates: ${style.dates}`]),
    ...(style.mark === '.' ? [] : [`decimal_mark: ','`]),
    ...section('fields', [...fields.flatMap(fieldLines), ...notFound.flatMap(constantLines)]),
    ...section('events', events.map(eventLine)),
    ...(stage
      ? ['stage:', `  ${told(stage)}`, ...columnLines(stage.column, stage.fit, 'missing', '  ')].concat(
          stage.entered_at === null ? [] : [`  entered_at: ${scalar(stage.entered_at)}`],
        )
      : []),
    ...section('ignore', ignored.slice(0, mostIgnored).map(ignoredLine)),
  ];
  return `${lines.join('\n')}\n`;
}

function section(key: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? [`${key}:`, ...lines] : [];
}

function told({ sureness, why }: Reason): string {
  return `# ${sureness}: ${why}`;
}

function fieldLines({ field, column, fit, ...reason }: ProposedField): readonly string[] {
  if (!fit.values) return [`  ${field.id}: ${scalar(column)} ${told(reason)}`];
  const isKnown = field.options.some(({ id }) => id === 'other');
  const others = field.type === 'flag' || field.required ? null : isKnown ? 'other' : 'missing';
  return [`  ${field.id}:`, `    ${told(reason)}`, ...columnLines(column, fit, others, '    ')];
}

/** A column whose words are translated; those that nobody knows stand in comments. */
function columnLines(column: string, fit: Fit, others: string | null, indent: string): readonly string[] {
  const values = distinctWords(fit.values ?? []).toSorted((a, b) => b.rows - a.rows);
  const known = values.filter(({ to }) => to !== null).slice(0, mostValues);
  const unknown = values.filter(({ to, rows }) => to === null && rows >= leastRows).slice(0, mostValues);
  return [
    `${indent}column: ${scalar(column)}`,
    ...(fit.separator === null ? [] : [`${indent}separator: '${fit.separator}'`]),
    `${indent}values:`,
    ...known.map(({ word, to }) => `${indent}  ${scalar(word, 'key')}: ${String(to)}`),
    ...unknown.map(({ word, rows }) => `${indent}  # ${scalar(word, 'key')}: ? # in ${rows} rows`),
    ...(others !== null && values.some(({ to }) => to === null) ? [`${indent}others: ${others}`] : []),
  ];
}

function constantLines(field: ProposedField['field']): readonly string[] {
  const value = constantOf(field);
  return [`  # guess: it is required, and no column is like it`, `  ${field.id}: { value: ${value} }`];
}

function constantOf({ type, options, min, decimals }: ProposedField['field']): string {
  if (type === 'choice' || type === 'choices') return firstOf(options).id;
  if (type === 'flag') return 'false';
  if (type === 'text') return "'?'";
  if (type === 'date' || type === 'moment') return "'2026-01-01'";
  return String(Number(min) / 10 ** decimals);
}

function eventLine({ event, column, as, ...reason }: ProposedEvent): string {
  const name = scalar(column);
  const how =
    as === 'at'
      ? `at: ${name}`
      : as === 'times'
        ? `at: created_at, times: ${name}`
        : `at: created_at, if: { column: ${name}, is: [${as.map((word) => scalar(word)).join(', ')}] }`;
  return `  - { event: ${event.id}, ${how} } ${told(reason)}`;
}

function ignoredLine({ name, filled, words, kinds }: ColumnSurvey): string {
  const what =
    filled === 0
      ? 'empty'
      : Math.max(kinds['whole.'], kinds['whole,']) === filled
        ? 'whole numbers'
        : words
          ? counted(words.size)
          : 'many different words';
  return `  - ${scalar(name)} # ${what}`;
}

function counted(words: number): string {
  return words === 1 ? 'one word' : `${words} different words`;
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Map(words.map((word) => [fold(word), word])).values()].filter(isWritable);
}

/** The words, those that are compared as the same put together. */
function distinctWords(values: readonly Translation[]): readonly Translation[] {
  const byWord = new Map<string, Translation>();
  for (const value of values.filter(({ word }) => isWritable(word))) {
    const same = byWord.get(fold(value.word));
    byWord.set(fold(value.word), same ? { ...same, rows: same.rows + value.rows } : value);
  }
  return [...byWord.values()];
}

/** A text as YAML: plain where every reader takes it for the text, else in quotes. */
function scalar(text: string, role: 'key' | 'value' = 'value'): string {
  const isPlain = /^[A-Za-z][\w ()&/+.-]*$/.test(text) && !text.endsWith(' ') && !text.includes(' #');
  return isPlain && !isMisread(text, role) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : `'${text.replaceAll("'", "''")}'`;
}
