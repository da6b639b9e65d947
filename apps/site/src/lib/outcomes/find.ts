import type { Interval, Results, Told } from '@smarketing/simulator';

/** An outcome by its id, such as `entered.mql`. */
export function told({ outcomes }: Results, id: string): Told | null {
  return outcomes.find((one) => one.id === id) ?? null;
}

/** What it is over all weeks; `null` where no run has it. */
export const overall = (results: Results, id: string): Interval | null => told(results, id)?.all ?? null;

/** An interval in parts of something, such as a target. */
export const inPartsOf = ({ mean, p5, p25, p50, p75, p95 }: Interval, whole: number): Interval => ({
  mean: mean / whole,
  p5: p5 / whole,
  p25: p25 / whole,
  p50: p50 / whole,
  p75: p75 / whole,
  p95: p95 / whole,
});
