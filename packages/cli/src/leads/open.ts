import { createReadStream, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { CannotRun } from '../cannot-run.ts';
import type { Io } from '../io.ts';
import type { LeadSource } from './lead.ts';
import { decodeText } from './text.ts';

/** Opens a file of leads, or stdin for `-`. */
export function openLeads(path: string, unit: LeadSource['unit'], io: Io): LeadSource {
  if (path === '-') return source('stdin', { unit, open: () => io.stdin, bytes: null });
  const file = resolve(io.cwd, path);
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new CannotRun(`There is no file ${path}.`);
  if (found.isDirectory()) throw new CannotRun(`${path} is a folder.`, 'Leads are read from one file.');
  const open = (): Readable => createReadStream(file, { highWaterMark: 1 << 16 });
  return source(path, { unit, open, bytes: found.isFile() ? found.size : null });
}

/** JSON lines by their ending, else a table when there is a mapping to read it. */
export function unitOf(path: string, hasMapping: boolean): LeadSource['unit'] {
  const ending = extname(path).toLowerCase();
  if (['.jsonl', '.ndjson'].includes(ending)) return 'line';
  if (['.csv', '.tsv', '.txt'].includes(ending)) return 'row';
  return hasMapping ? 'row' : 'line';
}

function source(
  shown: string,
  {
    unit,
    open,
    bytes,
  }: { readonly unit: LeadSource['unit']; readonly open: () => Readable; readonly bytes: number | null },
): LeadSource {
  let read = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of open() as AsyncIterable<Uint8Array>) {
      read += chunk.length;
      yield chunk;
    }
  }
  return { shown, unit, bytes, bytesRead: () => read, text: decodeText(counted(), shown) };
}
