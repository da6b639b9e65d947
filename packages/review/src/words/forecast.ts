import { whole } from '@smarketing/compiler/words';
import { chance } from '@smarketing/simulator';
import type { ForecastGroup, ForecastRow, MadeForecast, NoForecast } from '../forecast/data.ts';
import { changeFigure, figure } from './figures.ts';
import { listed } from './listed.ts';

/** What a forecast is, as its heading says. */
export const forecastTitle = 'Forecast: what it would bring about, estimated by simulation';

/** Said where no row is shown. */
export const nothingClear = 'No clear change in any figure.';

/** Said where the versions do not assume the same. */
export const assumesOtherwise = 'The assumptions change too: the figures show that as well.';

/** Why there is no forecast. */
export const whyWords: Readonly<Record<NoForecast['why'], string>> = {
  'no-assumptions': 'None is made: a version has no forecast that says how many leads come (forecast.yaml).',
  'no-effect':
    'None is needed: nothing changes of what a forecast rests on, and no lead is decided differently.',
};

/** A row of figures in words. They quote the agreement: text, not markup. */
export interface RowWords {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
}

/** Rows of one kind under their title. */
export interface GroupWords {
  readonly title: string;
  readonly rows: readonly RowWords[];
}

const groupTitles: Readonly<Record<ForecastGroup, string>> = {
  promise: 'Promises',
  goal: 'Goals',
  money: 'Money',
  volume: 'Leads that come to',
  load: 'Load of desks',
};

/** The figures that change clearly and visibly, or are asked for differently, gained or lost; the others are counted in `rest`. */
export function clearWords(forecast: MadeForecast): {
  readonly groups: readonly GroupWords[];
  readonly rest: string | null;
} {
  const isShown = (row: ForecastRow): boolean => isVisible(row, forecast);
  const rest = forecast.rows.filter((row) => !isShown(row));
  return {
    groups: groupsOf(forecast, forecast.rows.filter(isShown)),
    rest: rest.length === 0 ? null : countWords(rest),
  };
}

export function allWords(forecast: MadeForecast): readonly GroupWords[] {
  return groupsOf(forecast, forecast.rows);
}

/** What figures rest on, in a sentence. */
export function basisWords({ runs, weeks, start }: MadeForecast): string {
  return `Both versions are simulated ${whole(runs)} times with the same luck, over ${weeks} weeks from ${start}. An interval holds nine of ten runs; a chance is that of a promise to be kept, or of a goal to be reached.`;
}

function isVisible(row: ForecastRow, forecast: MadeForecast): boolean {
  const { clear, before, after, target } = row;
  if ((before === null) !== (after === null) || target?.before?.asks !== target?.after?.asks) return true;
  const { before: was, after: is } = wordsOf(row, forecast);
  return clear && was !== is;
}

function groupsOf(forecast: MadeForecast, rows: readonly ForecastRow[]): readonly GroupWords[] {
  return [...Map.groupBy(rows, ({ group }) => group)].map(([group, own]) => ({
    title: groupTitles[group],
    rows: own.map((row) => wordsOf(row, forecast)),
  }));
}

function wordsOf(row: ForecastRow, { runs, currency }: MadeForecast): RowWords {
  const { id, group, title, unit, change, clear, target } = row;
  const money = unit === 'money' ? currency : '';
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
  const by = group === 'promise' && target ? ` (“${id.slice(id.indexOf('.') + 1)}” of ${target.by})` : '';
  return {
    title: `${title}${by}`,
    before: value('before'),
    after: value('after'),
    change: change ? (clear ? changeFigure(change, unit, money) : 'no clear change') : '',
  };
}

const counted: Readonly<Record<ForecastGroup, readonly [one: string, many: string]>> = {
  promise: ['promise', 'promises'],
  goal: ['goal', 'goals'],
  money: ['revenue', 'revenue'],
  volume: ['stage', 'stages'],
  load: ['desk', 'desks'],
};

/** `8 promises, 2 goals, revenue, 4 stages and 9 desks` */
function countWords(rows: readonly ForecastRow[]): string {
  const groups = [...Map.groupBy(rows, ({ group }) => group)];
  const words = groups.map(([group, own]) =>
    group === 'money' ? 'revenue' : `${own.length} ${counted[group][own.length === 1 ? 0 : 1]}`,
  );
  return listed(words);
}
