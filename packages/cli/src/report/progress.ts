import { colors, type Io } from '../io.ts';
import type { LeadSource } from '../leads/lead.ts';
import { grouped } from './text.ts';

/** A bar on the last line of a terminal; where there is none, nothing. */
export interface Progress {
  readonly tick: (leads: number) => void;
  readonly clear: () => void;
}

const width = 24;
const everyMs = 100;

export function createProgress({ bytes, bytesRead }: LeadSource, io: Io): Progress {
  if (!io.isTTY.stderr || io.env['CI'] || io.env['TERM'] === 'dumb') return { tick: nothing, clear: nothing };
  const { cyan, dim } = colors(io, 'stderr');
  const started = io.now();
  let drawn = started;
  let visible = false;
  const bar = (share: number): string => {
    const full = Math.round(share * width);
    return `${cyan('━'.repeat(full))}${dim('─'.repeat(width - full))} ${String(Math.floor(share * 100)).padStart(3)}%  `;
  };
  return {
    tick: (leads) => {
      const now = io.now();
      if (now - drawn < everyMs) return;
      drawn = now;
      visible = true;
      const rate = dim(`${grouped((leads * 1000) / (now - started))} a second`);
      const done = bytes ? bar(Math.min(1, bytesRead() / bytes)) : '';
      io.stderr.write(`\r\u001b[K${done}${grouped(leads)} leads  ${rate}`);
    },
    clear: () => {
      if (visible) io.stderr.write('\r\u001b[K');
      visible = false;
    },
  };
}

function nothing(): void {}
