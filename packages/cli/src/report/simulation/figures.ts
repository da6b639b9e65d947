import type { Interval, Told } from '@smarketing/simulator';
import { grouped } from '../text.ts';

/** A number in its unit, as people read it. */
export function figure(value: number, unit: Told['unit'], currency = ''): string {
  if (Number.isNaN(value)) return '–';
  switch (unit) {
    case 'share':
      return `${(value * 100).toFixed(value < 0.1 && value > -0.1 ? 1 : 0)}%`;
    case 'hours':
    case 'days':
      return value.toFixed(1);
    case 'money':
      return `${signed(Math.abs(value) >= 10_000 ? Math.round(value / 1000) * 1000 : value)}${currency && ` ${currency}`}`;
    case 'leads':
      return Math.abs(value) < 10 ? value.toFixed(1) : signed(value);
  }
}

function signed(value: number): string {
  return value < 0 ? `-${grouped(-value)}` : grouped(value);
}

/** Nine of ten runs. */
export function range(interval: Interval, unit: Told['unit']): string {
  return `${figure(interval.p5, unit)} to ${figure(interval.p95, unit)}`;
}

/** `92%`, and at the ends what a number of runs can say at most. */
export function chance(probability: number, runs: number): string {
  if (probability === 0) return `below ${figure(1 / runs, 'share')}`;
  if (probability === 1) return `above ${figure(1 - 1 / runs, 'share')}`;
  return figure(probability, 'share');
}
