import { type Next, type ToldChange, type ToldEvent, toldWays } from '@smarketing/compiler/ir';
import { h, type ViewNode } from './node.ts';
import type { ValueWords, Words } from './types.ts';
import { valueWords } from './values.ts';

/** So many ways are told; there may be more. */
const most = 5;

/** What would bring the lead to the next stage: each line is enough. */
export function nextList(words: Words, next: Next | null): readonly ViewNode[] {
  if (next === null) return [];
  const stage = words.stages[next.stage]?.says ?? next.stage;
  const told = toldWays(next.ways);
  const ways = told
    .slice(0, most)
    .map((way) => h('li', {}, way.map((change) => changeWords(words, change)).join(' and ')));
  const rest = told.length - ways.length;
  return [
    h('p', {}, [`To ${stage}: `, missingWords(words, next), leadWords(next, told.length)].join('')),
    ways.length === 0 ? null : h('ul', { class: 'steps' }, ...ways),
    rest <= 0 ? null : h('p', { class: 'small' }, `and ${rest} more ${rest === 1 ? 'way' : 'ways'}`),
  ].filter((node) => node !== null);
}

function missingWords({ scores }: Words, { points_missing: missing }: Next): string {
  if (missing === null) return '';
  const title = scores.find(({ id }) => id === missing.score)?.says ?? missing.score;
  return `${missing.points} more ${missing.points === 1 ? 'point' : 'points'} of ${title}. `;
}

function leadWords({ by }: Next, count: number): string {
  if (count === 0)
    return 'No single change brings it there, and none of the pairs of changes that were tried.';
  const enough = count === 1 ? 'This is enough:' : 'Each of these is enough:';
  return by === 'people' ? `It is our people’s turn. ${enough}` : enough;
}

function changeWords(words: Words, change: ToldChange): string {
  if (change.kind === 'event') return eventWords(words, change);
  const field = words.fields[change.field];
  if (field === undefined) return change.field;
  const value = (one: unknown) => valueWords(words, field, one);
  if (change.kind === 'number') return `${field.label}: ${rangeWords(change, value)}`;
  const values = change.one_of.map(value).join(' or ');
  return change.kind === 'option' ? `${field.label}: ${values} as well` : `${field.label}: ${values}`;
}

function rangeWords(
  { at_least: least, below }: Extract<ToldChange, { kind: 'number' }>,
  value: (one: number) => string,
): string {
  if (least !== null && below !== null) return `${value(least)} to below ${value(below)}`;
  if (least !== null) return `${value(least)} or more`;
  return below === null ? 'known' : `below ${value(below)}`;
}

function eventWords(words: Words, { event, properties, times }: ToldEvent): string {
  const type = words.events[event];
  const told = Object.entries(properties).map(([id, values]) => {
    const property: ValueWords | undefined = type?.properties[id];
    if (property === undefined) return id;
    return `${property.label}: ${values.map((value) => valueWords(words, property, value)).join(' or ')}`;
  });
  const often = times === 1 ? '' : `, ${times} times`;
  return `${type?.says ?? event}${often}${told.length === 0 ? '' : ` (${told.join(', ')})`}`;
}
