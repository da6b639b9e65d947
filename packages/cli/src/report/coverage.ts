import type { Covered } from '@smarketing/compiler';
import { colors, type Io, write } from '../io.ts';
import { counted, grouped } from './text.ts';

/** One line for what the examples make work as a whole, and one for each kind of thing of which some are missing. */
export async function reportCoverage(covered: readonly Covered[], io: Io): Promise<void> {
  const { dim, yellow } = colors(io, 'stdout');
  const whole = covered.filter(({ missing }) => missing.length === 0);
  if (whole.length > 0) {
    const all = whole.map(({ what, of }) => counted(of, what));
    await write(io, 'stdout', `${dim(`  examples reach all of ${all.join(', ')}`)}\n`);
  }
  for (const { what, of, missing } of covered.filter(({ missing }) => missing.length > 0)) {
    const count = `${grouped(of - missing.length)} of ${counted(of, what)}`;
    await write(io, 'stdout', `  examples reach ${count}${dim(', not')} ${yellow(some(missing))}\n`);
  }
}

const most = 8;

function some(ids: readonly string[]): string {
  const more = ids.length - most;
  return `${ids.slice(0, most).join(', ')}${more > 0 ? ` and ${grouped(more)} more` : ''}`;
}
