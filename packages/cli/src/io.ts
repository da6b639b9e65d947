import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import picocolors from 'picocolors';

/** Everything that a command may touch of the outside world, besides files. `main.ts` gives the real one, tests their own. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly isTTY: { readonly stdout: boolean; readonly stderr: boolean };
  /** Width of the terminal, in characters. */
  readonly columns: number;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
  /** The network. */
  readonly fetch: typeof fetch;
  /** Waits for so many milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Ends what would go on for ever; a person ends it with Ctrl-C. */
  readonly stopped?: AbortSignal;
  /** The most memory that the process held so far, in bytes. */
  readonly peakMemory: () => number;
}

export type Colors = ReturnType<typeof picocolors.createColors>;
export type Target = 'stdout' | 'stderr';

/** Writes, and waits while the reader is slower. */
export async function write(io: Io, target: Target, text: string): Promise<void> {
  const stream = io[target];
  if (!stream.write(text)) await once(stream, 'drain');
}

/** `NO_COLOR` wins over `FORCE_COLOR`; without either, a terminal that is not dumb gets colours. */
export function useColor({ env, isTTY }: Io, target: Target): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0';
  return isTTY[target] && env['TERM'] !== 'dumb';
}

export function colors(io: Io, target: Target): Colors {
  return picocolors.createColors(useColor(io, target));
}
