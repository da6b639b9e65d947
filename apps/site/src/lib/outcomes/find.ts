import type { Interval, Results, Told } from '@smarketing/simulator';

/** An outcome by its id, such as `entered.mql`. */
export function told({ outcomes }: Results, id: string): Told | null {
  return outcomes.find((one) => one.id === id) ?? null;
}

/** What it is over all weeks; `null` where no run has it. */
export const overall = (results: Results, id: string): Interval | null => told(results, id)?.all ?? null;
