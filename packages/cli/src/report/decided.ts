import type { Agreement } from '@smarketing/compiler/ir';
import { colors, type Io, write } from '../io.ts';
import { formatMoment } from './moment.ts';
import { columns, counted, grouped, size } from './text.ts';

export interface Decided {
  readonly agreement: Agreement;
  readonly asOf: number;
  readonly decided: number;
  readonly refused: number;
  readonly byStage: ReadonlyMap<string, number>;
  readonly ms: number;
}

/** What became of the leads, in the order of the funnel, and how long it took. */
export async function reportDecided(result: Decided, io: Io): Promise<void> {
  const { agreement, asOf, decided, refused, byStage, ms } = result;
  const { bold, dim, red } = colors(io, 'stderr');
  const total = `${bold(`${counted(decided, 'lead')} decided`)}, ${refused > 0 ? red(`${grouped(refused)} refused`) : '0 refused'}`;
  const when = dim(`(${agreement.name}, as of ${formatMoment(asOf, agreement.time_zone)})`);
  const stages = agreement.stages.map(({ id }) => id).filter((id) => byStage.has(id));
  const lines = columns(stages.map((id) => [id, byStage.get(id) ?? 0, share(byStage.get(id) ?? 0, decided)]));
  const speed = dim(
    `${grouped(((decided + refused) * 1000) / Math.max(1, ms))} rows a second, at most ${size(io.peakMemory())} of memory`,
  );
  await write(io, 'stderr', `${total} ${when}\n${lines.map((line) => `  ${line}\n`).join('')}${speed}\n`);
}

function share(count: number, of: number): string {
  return `${((count * 100) / of).toFixed(1)}%`.padStart(6);
}
