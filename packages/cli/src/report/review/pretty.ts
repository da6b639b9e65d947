import {
  assumesOtherwise,
  basisWords,
  clearWords,
  type Forecast,
  forecastTitle,
  headline,
  type MadeForecast,
  nothingClear,
  type Replay,
  replayTitle,
  replayWords,
  type ReviewedAgreement,
  type ReviewFile,
  type RowWords,
  stateWords,
  waysWords,
  whyWords,
} from '@smarketing/review';
import { colors, type Io } from '../../io.ts';
import { item, reviewLines, type Words } from '../diff.ts';
import { visible } from '../encode/visible.ts';
import { columns, wrapped } from '../text.ts';

/** A review for people at a terminal: a promise that would be broken first, then what changes, for whom, and what it brings about. */
export function prettyReview({ agreements, failed }: ReviewFile, io: Io): string {
  const words = { paint: colors(io, 'stdout'), columns: Math.min(io.columns, 110) };
  const all = [
    ...agreements.map((one) => linesOf(one, words)),
    ...failed.map((folder) => [
      words.paint.red(`${visible(folder)} has errors, so that nothing can be told of it.`),
    ]),
  ];
  return all.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function linesOf(
  { review, approvals, forecast, replay }: ReviewedAgreement,
  words: Words,
): readonly string[] {
  const { paint } = words;
  const broken = headline(forecast);
  return [
    paint.bold(visible(review.agreement)),
    ...(broken === null ? [] : text(broken, words).map(paint.red)),
    ...reviewLines(review, words, 'Exact: which leads are decided differently'),
    ...(replay ? replayLines(replay, words) : []),
    ...(forecast ? forecastLines(forecast, words) : []),
    '',
    stateWords(approvals),
  ];
}

function text(words: string, { columns: width }: Words): readonly string[] {
  return wrapped(visible(words), width);
}

function indented(words: string, { columns: width }: Words): readonly string[] {
  return wrapped(visible(words), width - 2).map((line) => `  ${line}`);
}

function rowsOf(rows: readonly (readonly string[])[]): readonly string[] {
  return columns(rows.map((row) => row.map((cell) => visible(cell)))).map((line) => `    ${line}`);
}

function forecastLines(forecast: Forecast, words: Words): readonly string[] {
  const { paint } = words;
  const head = ['', paint.bold(forecastTitle)];
  if (forecast.kind === 'none') return [...head, ...indented(whyWords[forecast.why], words)];
  const { groups, rest } = clearWords(forecast);
  return [
    ...head,
    ...(groups.length === 0 ? [`  ${nothingClear}`] : []),
    ...groups.flatMap(({ title, rows }) => [`  ${title}`, ...figureLines(rows)]),
    ...(groups.length > 0 && rest !== null
      ? indented(`No clear change, or hardly any: ${rest}.`, words)
      : []),
    ...waysLines(forecast, words),
    ...(forecast.assumesOtherwise ? [`  ${assumesOtherwise}`] : []),
    ...indented(basisWords(forecast), words).map(paint.dim),
  ];
}

/** What is promised or aimed at takes more words, which stand below its title. */
function figureLines(rows: readonly RowWords[]): readonly string[] {
  const isLong = rows.some(({ before, after }) => `${before}${after}`.includes('('));
  if (!isLong)
    return rowsOf(rows.map(({ title, before, after, change }) => [title, `${before} → ${after}`, change]));
  return rows.flatMap(({ title, before, after, change }) => [
    `    ${visible(short(title))}`,
    `      ${visible(`${before} → ${after}`)}`,
    `      ${visible(change)}`,
  ]);
}

/** So many signs of a title are shown. */
const longestTitle = 90;

function short(title: string): string {
  const signs = Array.from(title);
  return signs.length <= longestTitle ? title : `${signs.slice(0, longestTitle - 1).join('')}…`;
}

function waysLines({ broken }: MadeForecast, words: Words): readonly string[] {
  return broken.flatMap(({ promise, ways }) => {
    if (!ways) return [];
    const { enough, not } = waysWords(ways);
    return [
      ...(enough.length > 0
        ? indented(`To keep ${promise}, each of these alone would be enough:`, words)
        : []),
      ...enough.flatMap((way) => item(way, words)),
      ...(not.length > 0 ? indented(`Not enough to keep ${promise}: ${not.join('; ')}.`, words) : []),
    ];
  });
}

function replayLines(replay: Replay, words: Words): readonly string[] {
  const { paint } = words;
  const { bug, says, moves, more, handover, won, cohorts } = replayWords(replay);
  return [
    '',
    paint.bold(replayTitle),
    ...(bug === null ? [] : indented(bug, words).map(paint.red)),
    ...indented(says, words),
    ...rowsOf(moves.map(([what, from, to, leads]) => [what, `${from} → ${to}`, leads])),
    ...(more > 0 ? [`    and ${more} more`] : []),
    ...(handover === null ? [] : indented(handover, words)),
    ...(cohorts.length > 0
      ? rowsOf([['handed over by', 'leads', `came to ${won}`, 'left the funnel'], ...cohorts])
      : []),
  ];
}
