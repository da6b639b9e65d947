import {
  type Agreement,
  type Field,
  type Next,
  type ToldChange,
  type ToldEvent,
  toldWays,
} from '@smarketing/compiler/ir';
import { grouped } from './text.ts';

/** So many ways are told; there may be more. */
const mostTold = 4;

/**
 * What brings a lead to the next stage, in the words of the vocabulary; empty where nothing does.
 *
 * ```ts
 * nextInWords(agreement, next); // 'Marketing-qualified lead: 6 more points of Total: Asked for a demo, or Employees 50 or more'
 * ```
 */
export function nextInWords(agreement: Agreement, next: Next | null): string {
  if (next === null) return '';
  const stage = agreement.stages.find(({ id }) => id === next.stage)?.title ?? next.stage;
  const all = toldWays(next.ways);
  const told = all
    .slice(0, mostTold)
    .map((way) => way.map((change) => inWords(agreement, change)).join(' and '));
  const rest = all.length - told.length;
  const ways = [...told, ...(rest > 0 ? [`in ${rest} other ways`] : [])].join(', or ');
  return [stage, missing(agreement, next), next.by === 'people' ? 'our people have to act' : '', ways]
    .filter((part) => part !== '')
    .join(': ');
}

function missing({ scores }: Agreement, { points_missing: points }: Next): string {
  if (points === null) return '';
  const title = scores.find(({ id }) => id === points.score)?.title ?? points.score;
  return `${points.points} more ${points.points === 1 ? 'point' : 'points'} of ${title}`;
}

function inWords(agreement: Agreement, change: ToldChange): string {
  if (change.kind === 'event') return eventInWords(agreement, change);
  const field = agreement.fields.find(({ id }) => id === change.field);
  const label = field?.label ?? change.field;
  if (change.kind === 'number') return `${label} ${rangeInWords(field, change)}`;
  const values = change.one_of.map((value) => valueInWords(field, value)).join(' or ');
  return change.kind === 'option' ? `${label} with ${values}` : `${label} ${values}`;
}

function eventInWords({ events }: Agreement, { event, properties, times }: ToldEvent): string {
  const type = events.find(({ id }) => id === event);
  const told = Object.entries(properties).map(([id, values]) => {
    const field = type?.properties.find((property) => property.id === id);
    return `${field?.label ?? id} ${values.map((value) => valueInWords(field, value)).join(' or ')}`;
  });
  const often = times === 1 ? '' : ` ${times} times`;
  return `${type?.label ?? event}${often}${told.length === 0 ? '' : ` (${told.join(', ')})`}`;
}

function rangeInWords(
  field: Field | undefined,
  { at_least: least, below }: Extract<ToldChange, { kind: 'number' }>,
): string {
  if (least === null && below === null) return 'known';
  if (below === null) return `${valueInWords(field, least)} or more`;
  if (least === null) return `below ${valueInWords(field, below)}`;
  return `from ${valueInWords(field, least)} to below ${valueInWords(field, below)}`;
}

function valueInWords(field: Field | undefined, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((item) => valueInWords(field, item)).join(', ');
  if (typeof value === 'string') return field?.options.find(({ id }) => id === value)?.label ?? value;
  if (typeof value !== 'number') return 'none';
  if (field?.type === 'date') return new Date(value).toISOString().slice(0, 10);
  if (field?.type === 'moment') return new Date(value).toISOString();
  const unit = field?.unit ? ` ${field.unit}` : '';
  return `${Number.isInteger(value) && value >= 0 ? grouped(value) : String(value)}${unit}`;
}
