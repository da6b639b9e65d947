import { markdown, table } from '@smarketing/compiler';
import { scaled, whole } from '@smarketing/compiler/words';
import type { Forecast, MadeForecast } from '../forecast/data.ts';
import {
  allWords,
  assumesOtherwise,
  basisWords,
  clearWords,
  forecastTitle,
  type GroupWords,
  nothingClear,
  whyWords,
} from '../words/forecast.ts';
import { brokenWords, waysWords } from '../words/promises.ts';
import { quoted, shortened } from './markdown.ts';
import type { Section } from './pieces.ts';

/** A forecast as sections of the comment: what is clear first, all figures and assumptions folded. */
export function forecastSections(forecast: Forecast): readonly Section[] {
  if (forecast.kind === 'none') return [{ title: 'Forecast', text: whyWords[forecast.why], isFolded: true }];
  return [
    { title: forecastTitle, text: clearText(forecast) },
    { title: 'Forecast: all figures', text: figuresTable(allWords(forecast)), isFolded: true },
    { title: 'Forecast: assumptions and seed', text: assumptionsText(forecast), isFolded: true },
  ];
}

function clearText(forecast: MadeForecast): string {
  const { groups, rest } = clearWords(forecast);
  return [
    groups.length === 0 ? nothingClear : figuresTable(groups),
    ...(groups.length > 0 && rest !== null ? [`No clear change, or hardly any: ${rest}.`] : []),
    ...waysText(forecast),
    ...(forecast.assumesOtherwise ? [assumesOtherwise] : []),
    basisWords(forecast),
  ].join('\n\n');
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

function figuresTable(groups: readonly GroupWords[]): string {
  const lines = groups.flatMap(({ title, rows }) => [
    [`**${title}**`, '', '', ''],
    ...rows.map((row) => [quoted(row.title), quoted(row.before), quoted(row.after), quoted(row.change)]),
  ]);
  return table(['', 'Now', 'Proposed', 'Change'], lines);
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
    `${whole(runs)} runs with seed ${seed}; ${pool.map(whole).join(' and ')} leads were drawn and decided, and the runs draw from them.`,
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
      return scaled(value, 2);
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
