import { markdown, table } from '@smarketing/compiler';
import type { Forecast, ForecastGroup, ForecastRow, MadeForecast } from '../forecast/data.ts';
import { chance, changeFigure, figure } from '../words/figures.ts';
import { brokenWords, waysWords } from '../words/promises.ts';
import { shortened } from './markdown.ts';
import type { Section } from './pieces.ts';

export const forecastTitle = 'Forecast: what it would bring about, estimated by simulation';

const why = {
  'no-assumptions': 'None is made: a version has no forecast that says how many leads come (forecast.yaml).',
  'no-effect':
    'None is needed: nothing changes of what a forecast rests on, and no lead is decided differently.',
} as const;

/** A forecast as sections of the comment: what is clear first, all figures and assumptions folded. */
export function forecastSections(forecast: Forecast): readonly Section[] {
  if (forecast.kind === 'none') return [{ title: 'Forecast', text: why[forecast.why], isFolded: true }];
  return [
    { title: forecastTitle, text: clearText(forecast) },
    { title: 'Forecast: all figures', text: figuresTable(forecast, forecast.rows), isFolded: true },
    { title: 'Forecast: assumptions and seed', text: assumptionsText(forecast), isFolded: true },
  ];
}

/** A text of the agreement among others. */
function quoted(text: string): string {
  return markdown(shortened(text, 200));
}

function clearText(forecast: MadeForecast): string {
  const { rows, runs, weeks, start, assumesOtherwise } = forecast;
  const shown = rows.filter((row) => isShown(row));
  const rest = rows.filter((row) => !isShown(row));
  return [
    shown.length === 0 ? 'No clear change in any figure.' : figuresTable(forecast, shown),
    ...(shown.length > 0 && rest.length > 0 ? [`No clear change: ${restWords(rest)}.`] : []),
    ...waysText(forecast),
    ...(assumesOtherwise ? ['The assumptions change too: the figures show that as well.'] : []),
    `Both versions are simulated ${grouped(runs)} times with the same luck, over ${weeks} weeks from ${start}. An interval holds nine of ten runs.`,
  ].join('\n\n');
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

/** What changes clearly, and what is asked for differently or gained or lost. */
function isShown({ clear, before, after, target }: ForecastRow): boolean {
  return clear || (before === null) !== (after === null) || target?.before?.asks !== target?.after?.asks;
}

/** Which promise would be broken is told above; where there are several, here too. */
function waysText({ broken }: MadeForecast): readonly string[] {
  return broken.flatMap((promise) => {
    const name = broken.length > 1 ? `**${markdown(shortened(brokenWords(promise)))}** ` : '';
    if (!promise.ways) return name === '' ? [] : [name.trimEnd()];
    const { enough, not } = waysWords(promise.ways);
    const keep = `${name}To keep the promise, each of these alone would be enough:`;
    return [
      ...(enough.length > 0
        ? [[keep, '', ...enough.map((way) => `- ${markdown(shortened(way))}`)].join('\n')]
        : []),
      ...(not.length > 0
        ? [`${enough.length > 0 ? '' : name}Not enough to keep it: ${not.join('; ')}.`]
        : []),
    ];
  });
}

const groupTitles: Readonly<Record<ForecastGroup, string>> = {
  promise: 'Promises',
  goal: 'Goals',
  money: 'Money',
  volume: 'Leads that come to',
  load: 'Load of desks',
};

function figuresTable(forecast: MadeForecast, rows: readonly ForecastRow[]): string {
  const groups = [...Map.groupBy(rows, ({ group }) => group)];
  const lines = groups.flatMap(([group, own]) => [
    [`**${groupTitles[group]}**`, '', '', ''],
    ...own.map((row) => cells(row, forecast)),
  ]);
  return table(['', 'Now', 'Proposed', 'Change'], lines);
}

function cells(row: ForecastRow, { runs, currency }: MadeForecast): readonly string[] {
  const { id, group, title, unit, change, clear, target } = row;
  const money = unit === 'money' ? markdown(currency) : '';
  const value = (side: 'before' | 'after'): string => {
    const own = row[side];
    if (own === null) return 'not there';
    const asked = target?.[side];
    const told = figure(own, unit, money);
    if (!asked) return told;
    const wanted = `${group === 'goal' ? 'target' : 'promised'} ${figure(asked.asks, unit, money)}`;
    return `${told} (${wanted}, chance ${chance(asked.chance, runs)})`;
  };
  // By its name it is found again among the changes.
  const by =
    group === 'promise' && target ? ` (“${quoted(id.slice(id.indexOf('.') + 1))}” of ${target.by})` : '';
  const changed = change ? (clear ? changeFigure(change, unit, money) : 'no clear change') : '';
  return [`${quoted(title)}${by}`, value('before'), value('after'), changed];
}

const counted: Readonly<Record<ForecastGroup, readonly [one: string, many: string]>> = {
  promise: ['promise', 'promises'],
  goal: ['goal', 'goals'],
  money: ['revenue', 'revenue'],
  volume: ['stage', 'stages'],
  load: ['desk', 'desks'],
};

/** `8 promises, 2 goals, revenue, 4 stages and 9 desks` */
function restWords(rows: readonly ForecastRow[]): string {
  const groups = [...Map.groupBy(rows, ({ group }) => group)];
  const words = groups.map(([group, own]) =>
    group === 'money' ? 'revenue' : `${own.length} ${counted[group][own.length === 1 ? 0 : 1]}`,
  );
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${words.join(', ')} and ${last}`;
}

function assumptionsText({ assumptions, gaps, seed, runs, pool }: MadeForecast): string {
  const rows = assumptions.map(({ id, unit, value, low, high, source, as_of: day }) => [
    quoted(id),
    assumed(value, unit),
    low === null || high === null ? 'known' : `${assumed(low, unit)} to ${assumed(high, unit)}`,
    quoted(day === null ? source : `${source} (${day})`),
  ]);
  const left = gaps.map(({ what, why: reason }) => `- ${quoted(`${what}: ${reason}`)}`);
  return [
    `${grouped(runs)} runs with seed ${seed}; ${pool.map(grouped).join(' and ')} leads were drawn and decided, and the runs draw from them.`,
    table(['Assumption', 'Value', 'Nine of ten', 'Source'], rows),
    ...(left.length > 0 ? [`Not simulated:\n\n${left.join('\n')}`] : []),
  ].join('\n\n');
}

/** An assumption in its unit: shares come in hundredths of a percent, money in hundredths, times in ms. */
function assumed(value: number, unit: MadeForecast['assumptions'][number]['unit']): string {
  switch (unit) {
    case 'share':
      return `${value / 100}%`;
    case 'money':
      return grouped(value / 100);
    case 'ms':
      return hours(value);
    case 'leads':
    case 'people':
    case 'times':
      return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
  }
}

function hours(ms: number): string {
  const all = ms / 3_600_000;
  return all < 48 ? `${Math.round(all * 10) / 10} h` : `${Math.round(all / 2.4) / 10} days`;
}
