import { money, scaled } from '@smarketing/compiler/words';
import { type Difference, type Interval, type PromiseResult, verdictOf } from '@smarketing/simulator';

export type Unit = Difference['unit'];

/** A number as people read it: `1,240`, `71%`, `€1.2 million`, `3.4 hours`; `–` where there is none. */
export function figure(value: number, unit: Unit, currency: string): string {
  if (!Number.isFinite(value)) return '–';
  switch (unit) {
    case 'share':
      return `${fixed(value * 100, Math.abs(value) < 0.1 ? 1 : 0)}%`;
    case 'hours':
    case 'days':
      return `${fixed(value, 1)} ${unit}`;
    case 'money':
      return money(100 * rounded(value), currency);
    case 'leads':
      return fixed(value, Math.abs(value) < 10 ? 1 : 0);
  }
}

/** With its sign: `+120`, `−15 pp`. The sign stays with its amount where a line ends. */
function change(value: number, unit: Unit, currency: string): string {
  const text =
    unit === 'share'
      ? `${fixed(value * 100, Math.abs(value) < 0.1 ? 1 : 0)} pp`
      : figure(value, unit, currency);
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

const fixed = (value: number, decimals: number): string =>
  scaled(Math.round(value * 10 ** decimals) + 0, decimals);

/** To three digits: more would pretend to be known. */
function rounded(value: number): number {
  if (value === 0) return 0;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(value))) - 2);
  return Math.round(value / step) * step;
}

/** `chance 92%`, and at the ends what a number of runs can say at most. */
export function chanceWords(probability: number, runs: number): string {
  if (probability === 0) return `chance below ${figure(1 / runs, 'share', '')}`;
  if (probability === 1) return `chance above ${figure(1 - 1 / runs, 'share', '')}`;
  return `chance ${figure(probability, 'share', '')}`;
}

/** `at risk, chance 85%`. */
export function promiseWords({ probability }: Pick<PromiseResult, 'probability'>, runs: number): string {
  if (probability === null) return 'never asked for';
  return `${verdictOf(probability)}, ${chanceWords(probability, runs)}`;
}
