import type { Interval } from '@smarketing/simulator';
import type { Scale } from './scale.ts';

/** A bar from one place to another, as attributes of an SVG that is as wide as it may be. */
export interface Bar {
  readonly x: string;
  readonly width: string;
}

/** An interval on an axis. */
export interface Range {
  /** Nine of ten runs, every second, and what is expected. */
  readonly ninety: Bar;
  readonly half: Bar;
  readonly mean: string;
}

/** Where an interval stands on an axis. */
export const rangeOn = (scale: Scale, { mean, p5, p25, p75, p95 }: Interval): Range => ({
  ninety: bar(scale, p5, p95),
  half: bar(scale, p25, p75),
  mean: along(scale.at(mean)),
});

function bar(scale: Scale, from: number, to: number): Bar {
  const [begin, end] = [percentOf(scale.at(from)), percentOf(scale.at(to))];
  return { x: `${begin}%`, width: `${Number((end - begin).toFixed(1))}%` };
}

/** `0.1234` → `12.3%` */
export const along = (share: number): string => `${percentOf(share)}%`;

const percentOf = (share: number): number => Number((share * 100).toFixed(1));

export interface TickLabel {
  readonly x: string;
  readonly text: string;
  /** The first and the last stay inside of the axis. */
  readonly anchor: 'start' | 'middle' | 'end';
}

/** The labels of an axis. */
export function tickLabels(scale: Scale, format: (value: number) => string): readonly TickLabel[] {
  return scale.ticks.map((value) => {
    const at = scale.at(value);
    return { x: along(at), text: format(value), anchor: anchorAt(at) };
  });
}

/** How a label at a place stands, so that it stays inside of the axis. */
export function anchorAt(at: number): TickLabel['anchor'] {
  if (at < 0.02) return 'start';
  return at > 0.98 ? 'end' : 'middle';
}
