import { colors, type Io } from '../../io.ts';

/** One line on a terminal that says what is being done and how far it is; where there is no terminal, nothing. */
export interface Stages {
  readonly tell: (what: string, done: number) => void;
  readonly clear: () => void;
}

const width = 24;
const everyMs = 100;

export function createStages(io: Io): Stages {
  if (!io.isTTY.stderr || io.env['CI'] || io.env['TERM'] === 'dumb') return { tell: nothing, clear: nothing };
  const { cyan, dim } = colors(io, 'stderr');
  let [drawn, visible] = [0, ''];
  return {
    tell: (what, done) => {
      const now = io.now();
      if (what === visible && now - drawn < everyMs) return;
      [drawn, visible] = [now, what];
      const full = Math.round(Math.min(1, done) * width);
      const bar = `${cyan('━'.repeat(full))}${dim('─'.repeat(width - full))}`;
      io.stderr.write(`\r\u001b[K${bar} ${String(Math.floor(done * 100)).padStart(3)}%  ${what}`);
    },
    clear: () => {
      if (visible !== '') io.stderr.write('\r\u001b[K');
      visible = '';
    },
  };
}

function nothing(): void {}
