import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Io, write } from '../io.ts';
import { makeFolder } from './folder.ts';
import { makeRoom, temporaryName } from './temporary.ts';
import { writing } from './unwritten.ts';

const chunk = 1 << 16;

/** Where a long text goes, piece by piece. */
export interface Sink {
  readonly write: (text: string) => Promise<void>;
  /** All is written: it is on the disk now, if not yet under its name. */
  readonly finish: () => Promise<void>;
  /** A file gets its name. */
  readonly publish: () => void;
  /** Something went wrong: a file goes away. */
  readonly abandon: () => void;
}

/** Collects small pieces for stdout. */
export function stdoutSink(io: Io): Sink {
  const pieces = buffered((text) => write(io, 'stdout', text));
  return { write: pieces.write, finish: pieces.flush, publish: nothing, abandon: nothing };
}

/** A file that has its name only when it is complete. */
export function fileSink(path: string, io: Io): Sink {
  const file = resolve(io.cwd, path);
  const temporary = temporaryName(file);
  const written = <T>(work: () => T): T => writing(path, work);
  const opened = written(() => {
    makeFolder(dirname(file));
    makeRoom(temporary);
    return openSync(temporary, 'wx');
  });
  let open = true;
  const close = (): void => {
    if (open) closeSync(opened);
    open = false;
  };
  const pieces = buffered((text) => written(() => writeFileSync(opened, text, { flush: false })));
  return {
    write: pieces.write,
    finish: async () => {
      await pieces.flush();
      written(close);
    },
    publish: () => written(() => renameSync(temporary, file)),
    abandon: () => {
      close();
      rmSync(temporary, { force: true });
    },
  };
}

function nothing(): void {}

function buffered(
  out: (text: string) => Promise<void> | void,
): Pick<Sink, 'write'> & { readonly flush: () => Promise<void> } {
  let pending = '';
  const flush = async (): Promise<void> => {
    const text = pending;
    pending = '';
    if (text !== '') await out(text);
  };
  return {
    write: async (text) => {
      pending += text;
      if (pending.length >= chunk) await flush();
    },
    flush,
  };
}
