import type { ColumnFinding } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import { colors, type Io, write } from '../io.ts';
import type { LeadSource } from '../leads/lead.ts';
import { visible } from './encode/visible.ts';

/** The mapping that was to read a table. */
export interface Reading {
  readonly agreement: Agreement;
  readonly source: LeadSource;
  /** The agreement's folder, as people know it; without it places are told from there. */
  readonly folder?: string;
  /** The command that proposes a mapping for the table. */
  readonly propose?: string;
}

/** What does not fit between the header of a table and its mapping. */
export async function reportColumns(
  findings: readonly ColumnFinding[],
  { agreement, source, folder, propose }: Reading,
  io: Io,
): Promise<void> {
  const { bold, cyan, dim, red, yellow } = colors(io, 'stderr');
  for (const { code, severity, message, help, span } of findings) {
    const tone = severity === 'error' ? red : yellow;
    const place = folder === undefined ? span.file : `${folder}/${span.file}`;
    const asked = dim(`(agreement ${agreement.name}, ${place}:${span.line}:${span.col})`);
    const next =
      code === 'table-not-mapped' && propose !== undefined ? `Write a mapping for it: ${propose}` : null;
    const hints = [help, next].filter((hint) => hint !== null).map((hint) => cyan(visible(hint)));
    const lines = [`${bold(source.shown)}  ${tone(severity)}  ${asked}`, visible(message), ...hints];
    await write(io, 'stderr', `${lines.join('\n  ')}\n\n`);
  }
}
