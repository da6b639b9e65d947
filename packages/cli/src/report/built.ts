import { gzipSync } from 'node:zlib';
import type { Agreement } from '@smarketing/compiler/ir';
import type { NewFile } from '../files/staged.ts';
import { colors, type Io, write } from '../io.ts';
import { columns, counted, size } from './text.ts';

export interface Built {
  readonly agreement: Agreement;
  readonly files: readonly NewFile[];
  readonly target: string;
}

/** The files of an engine and how large they are. */
export async function reportBuilt({ agreement, files, target }: Built, io: Io): Promise<void> {
  const { bold, dim, green } = colors(io, 'stdout');
  const rows = files.map(({ path, text }) => [path, ...sizes(path, text)]);
  const lines = columns(rows).map((line) => `  ${line}\n`);
  const total = `${green('✓')} ${bold(agreement.name)} → ${target}: ${counted(files.length, 'file')}`;
  await write(
    io,
    'stdout',
    `${total} ${dim(`(agreement ${agreement.hash.slice(0, 12)})`)}\n${lines.join('')}`,
  );
}

function sizes(path: string, text: string): string[] {
  const written = size(Buffer.byteLength(text)).padStart(8);
  return path.endsWith('.js') ? [written, `${size(gzipSync(text).length)} gzipped`] : [written];
}
