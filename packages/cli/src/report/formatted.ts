import type { NewFile } from '../files/staged.ts';
import { colors, type Io, write } from '../io.ts';
import { counted, grouped } from './text.ts';

export interface Formatted {
  readonly changed: readonly NewFile[];
  readonly files: number;
  /** How many files cannot be read. */
  readonly refused: number;
  /** Nothing was written. */
  readonly check: boolean;
}

/** The files that change, one a line; and a sentence about all of them. */
export async function reportFormatted(formatted: Formatted, io: Io): Promise<void> {
  for (const { path } of formatted.changed) await write(io, 'stdout', `${path}\n`);
  const { cyan } = colors(io, 'stderr');
  const hint = formatted.check && formatted.changed.length > 0 ? `  ${cyan('Run: smarketing fmt')}\n` : '';
  await write(io, 'stderr', `${sentence(formatted)}\n${hint}`);
}

function sentence({ changed, files, refused, check }: Formatted): string {
  const done = check ? 'would change' : 'formatted';
  const alone = refused === 0 ? '' : `; ${grouped(refused)} left alone, with errors`;
  const what = changed.length === 0 ? 'nothing to change' : `${grouped(changed.length)} ${done}`;
  return `${counted(files, 'file')}: ${what}${alone}.`;
}
