import { chance, type Difference, type Interval, type PromiseResult, verdictOf } from '@smarketing/simulator';
import { figure, type Unit } from '../lib/words/figures.ts';

/** With its sign: `+120`, `−15 pp`. The sign stays with its amount where a line ends. */
function change(value: number, unit: Unit, currency: string): string {
  const text = unit === 'share' ? figure(value, unit).replace('%', ' pp') : figure(value, unit, currency);
  return value > 0 && /[1-9]/u.test(text) ? `+\u2060${text}` : text;
}

/** What changes, or that nothing can be said. */
export function changeWords(
  { change: interval, clear, unit }: Pick<Difference, 'change' | 'clear' | 'unit'>,
  currency: string,
): string {
  if (isNothing(interval)) return 'no change';
  return clear ? change(interval.mean, unit, currency) : 'no clear change';
}

/** `about +120`: a first estimate, of which nobody knows yet whether it is clear. */
export const roughWords = (
  { change: { mean }, unit }: Pick<Difference, 'change' | 'unit'>,
  currency: string,
): string => `about ${change(mean, unit, currency)}`;

/** `+80 to +160`, where nine of ten runs lie. */
export function rangeWords(
  { change: { p5, p95 }, unit }: Pick<Difference, 'change' | 'unit'>,
  currency: string,
): string {
  const [low, high] = [p5, p95].map((value) => change(value, unit, currency));
  return `${low?.replace(/ (?:pp|hours|days)$/u, '')} to ${high}`;
}

export const isNothing = ({ p5, p95, mean }: Interval): boolean => p5 === 0 && p95 === 0 && mean === 0;

export const chanceWords = (probability: number, runs: number): string =>
  `chance ${chance(probability, runs)}`;

/** `at risk, chance 85%`. */
export function promiseWords({ probability }: Pick<PromiseResult, 'probability'>, runs: number): string {
  if (probability === null) return 'never asked for';
  return `${verdictOf(probability)}, ${chanceWords(probability, runs)}`;
}
