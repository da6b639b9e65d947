import { once } from 'node:events';
import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { CannotRun } from '../cannot-run.ts';
import type { Io } from '../io.ts';

const chunk = 1 << 16;

/** Where a long text goes, piece by piece. */
export interface Sink {
  readonly write: (text: string) => Promise<void>;
  /** All is written: a file gets its name now. */
  readonly end: () => Promise<void>;
  /** Something went wrong: a file goes away. */
  readonly abandon: () => void;
}

/** Collects small pieces for stdout. */
export function stdoutSink(io: Io): Sink {
  const { write, flush } = buffered(io.stdout);
  return { write, end: flush, abandon: () => undefined };
}

/** A file that has its name only when it is complete. */
export async function fileSink(path: string, io: Io): Promise<Sink> {
  const file = resolve(io.cwd, path);
  const staged = `${file}.partial`;
  mkdirSync(dirname(file), { recursive: true });
  const stream = createWriteStream(staged);
  try {
    await once(stream, 'open');
  } catch (error) {
    throw new CannotRun(`${path} cannot be written: ${(error as Error).message}`);
  }
  const { write, flush } = buffered(stream);
  return {
    write,
    end: async () => {
      await flush();
      stream.end();
      await once(stream, 'close');
      renameSync(staged, file);
    },
    abandon: () => {
      stream.destroy();
      rmSync(staged, { force: true });
    },
  };
}

function buffered(stream: Writable): { write: (text: string) => Promise<void>; flush: () => Promise<void> } {
  let pending = '';
  const flush = async (): Promise<void> => {
    const text = pending;
    pending = '';
    if (text !== '' && !stream.write(text)) await once(stream, 'drain');
  };
  return {
    write: async (text) => {
      pending += text;
      if (pending.length >= chunk) await flush();
    },
    flush,
  };
}
