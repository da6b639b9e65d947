import type { Interval, Results } from '@smarketing/simulator';
import { csvLine } from '../csv.ts';

/** One line for each outcome over all weeks (week 0), and one for each of its weeks or periods. */
export function simulationCsv({ outcomes }: Results): string {
  const head = csvLine(['outcome', 'unit', 'week', 'mean', 'p5', 'p25', 'p50', 'p75', 'p95']);
  const lines = outcomes.flatMap(({ id, unit, all, parts }) => [
    csvLine([id, unit, 0, ...cells(all)]),
    ...parts.map((part, index) => csvLine([id, unit, index + 1, ...cells(part)])),
  ]);
  return head + lines.join('');
}

function cells(interval: Interval | null): (number | null)[] {
  if (!interval) return [null, null, null, null, null, null];
  const { mean, p5, p25, p50, p75, p95 } = interval;
  return [mean, p5, p25, p50, p75, p95];
}
