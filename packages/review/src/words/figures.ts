import { whole } from '@smarketing/compiler/words';
import type { Interval, Told } from '@smarketing/simulator';

type Unit = Told['unit'];

/** A number in its unit, as people read it. */
export function figure(value: number, unit: Unit, currency = ''): string {
  if (Number.isNaN(value)) return '–';
  switch (unit) {
    case 'share':
      return `${(value * 100).toFixed(value < 0.1 && value > -0.1 ? 1 : 0)}%`;
    case 'hours':
    case 'days':
      return value.toFixed(1);
    case 'money': {
      const step = Math.abs(value) >= 10_000 ? 1000 : 1;
      return `${whole(Math.round(value / step) * step)}${currency && ` ${currency}`}`;
    }
    case 'leads':
      return Math.abs(value) < 10 ? value.toFixed(1) : whole(Math.round(value));
  }
}

/** Nine of ten runs. */
export function range({ p5, p95 }: Pick<Interval, 'p5' | 'p95'>, unit: Unit): string {
  return `${figure(p5, unit)} to ${figure(p95, unit)}`;
}

/** `+268 (+201 to +340)`; of shares in percentage points. */
export function changeFigure(
  { mean, p5, p95 }: Pick<Interval, 'mean' | 'p5' | 'p95'>,
  unit: Unit,
  currency = '',
): string {
  const of = (value: number): string =>
    unit === 'share'
      ? withSign(value * 100, (points) => points.toFixed(1))
      : withSign(value, (size) => figure(size, unit));
  const what = unit === 'share' ? ' pp' : currency && ` ${currency}`;
  return `${of(mean)}${what} (${of(p5)} to ${of(p95)})`;
}

function withSign(value: number, words: (size: number) => string): string {
  const size = words(Math.abs(value));
  return /[1-9]/.test(size) ? `${value < 0 ? '−' : '+'}${size}` : size;
}
