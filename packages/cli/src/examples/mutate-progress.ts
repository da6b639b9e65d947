import { colors, type Io } from '../io.ts';
import { grouped } from '../report/text.ts';

/** How many changes are done, on the last line of a terminal; where there is none, nothing. */
export interface MutantProgress {
  readonly tick: (done: number, of: number) => void;
  readonly clear: () => void;
}

const everyMs = 100;

export function createMutantProgress(io: Io): MutantProgress {
  if (!io.isTTY.stderr || io.env['CI'] || io.env['TERM'] === 'dumb') return { tick: nothing, clear: nothing };
  const { dim } = colors(io, 'stderr');
  let drawn = io.now();
  let visible = false;
  return {
    tick: (done, of) => {
      if (io.now() - drawn < everyMs) return;
      drawn = io.now();
      visible = true;
      io.stderr.write(`\r\u001b[K${grouped(done)} of ${grouped(of)} changes ${dim('tried')}`);
    },
    clear: () => {
      if (visible) io.stderr.write('\r\u001b[K');
      visible = false;
    },
  };
}

function nothing(): void {}
