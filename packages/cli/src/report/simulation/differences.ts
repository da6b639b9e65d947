import { figure, range } from '@smarketing/review';
import type { Difference, Results } from '@smarketing/simulator';
import { colors, type Io, write } from '../../io.ts';
import { columns } from '../text.ts';

const shown = /^(entered|cohort|kept|ratio|deliver|load|wait|revenue|cost|goal)\b/;

/** What changes, and of what nothing can be said. */
export async function reportDifferences(
  differences: readonly Difference[],
  { agreement, weeks, start, runs, seed }: Results,
  io: Io,
): Promise<void> {
  const { bold, dim } = colors(io, 'stdout');
  const told = differences.filter(({ id, before, after }) => shown.test(id) && (before !== 0 || after !== 0));
  const clear = told.filter((one) => one.clear);
  const rows = clear.map(({ id, unit, before, after, change }) => [
    id,
    `${figure(before, unit)} → ${figure(after, unit)}`,
    `change ${range(change, unit)}`,
  ]);
  const same = told.filter((one) => !one.clear).map(({ id }) => id);
  const lines = [
    bold(`${agreement.name}: what changes in ${weeks} weeks from ${start}`),
    dim(
      `${runs} runs with seed ${seed}, each on both sides with the same luck. Ranges hold nine of ten runs.`,
    ),
    '',
    ...(rows.length === 0 ? ['No clear change.'] : columns(rows)),
    ...(same.length > 0 && rows.length > 0 ? ['', `No clear change: ${same.join(', ')}`] : []),
  ];
  await write(io, 'stdout', `${lines.join('\n')}\n`);
}
