import { money, whole } from '@smarketing/compiler/words';
import type { Interval, Told } from '@smarketing/simulator';

export type Unit = Told['unit'];

/** A simulated number as people read it: `4,092`, `8.2%`, `€2.77 million`, `12.4 days`; `–` where there is none. */
export function figure(value: number, unit: Unit, currency = ''): string {
  if (!Number.isFinite(value)) return '–';
  switch (unit) {
    case 'leads':
      return Math.abs(value) < 10 ? tenths(value) : whole(Math.round(value));
    case 'share':
      return `${Math.abs(value) < 0.1 ? tenths(value * 100) : whole(Math.round(value * 100))}%`;
    case 'hours':
    case 'days':
      return `${tenths(value)} ${unit}`;
    case 'money':
      return amount(value, currency);
  }
}

/** One digit after the point, if it is not 0. */
const tenths = (value: number): string => String(Number(value.toFixed(1))).replace('-', '−');

/** To three digits: nobody knows more of what will come. */
function amount(value: number, currency: string): string {
  const short = Number(value.toPrecision(3));
  if (Math.abs(short) >= 1_000_000) return `${money(Math.round(short / 10_000), currency)} million`;
  return money(Math.round(short) * 100, currency);
}

/** Nine of ten runs: `3,492 to 4,766`. */
export function nineOfTen({ p5, p95 }: Interval, unit: Unit, currency = ''): string {
  return joined(p5, p95, unit, currency);
}

/** Every second run. */
export function halfOf({ p25, p75 }: Interval, unit: Unit, currency = ''): string {
  return joined(p25, p75, unit, currency);
}

/** What is expected, and nine of ten runs: `93% (91% to 95%)`. */
export function expected(interval: Interval, unit: Unit, currency = ''): string {
  const [mean, range] = [figure(interval.mean, unit, currency), nineOfTen(interval, unit, currency)];
  return mean === range ? mean : `${mean} (${range})`;
}

function joined(low: number, high: number, unit: Unit, currency: string): string {
  const [from, to] = [figure(low, unit, currency), figure(high, unit, currency)];
  if (from === to) return from;
  const word = / (?:hours|days|million)$/u.exec(from)?.[0] ?? '';
  return word !== '' && to.endsWith(word) ? `${from.slice(0, -word.length)} to ${to}` : `${from} to ${to}`;
}

/** A number at an axis, as short as it can be: `60k`, `€2.5M`, `25%`. */
export function axisFigure(value: number, unit: Unit, currency = ''): string {
  const sign = unit === 'money' ? money(0, currency).replace('0', '') : '';
  if (unit === 'share') return `${tenths(value * 100)}%`;
  if (value >= 1_000_000) return `${sign}${Number((value / 1_000_000).toPrecision(3))}M`;
  if (value >= 10_000) return `${sign}${Number((value / 1000).toPrecision(3))}k`;
  return `${sign}${value < 10 ? String(Number(value.toPrecision(3))) : whole(Math.round(value))}`;
}
