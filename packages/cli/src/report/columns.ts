import type { ColumnFinding } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import { colors, type Io, write } from '../io.ts';
import type { LeadSource } from '../leads/lead.ts';

/** What does not fit between the header of a table and its mapping. */
export async function reportColumns(
  findings: readonly ColumnFinding[],
  { agreement, source }: { readonly agreement: Agreement; readonly source: LeadSource },
  io: Io,
): Promise<void> {
  const { bold, cyan, dim, red, yellow } = colors(io, 'stderr');
  for (const { severity, message, help, span } of findings) {
    const tone = severity === 'error' ? red : yellow;
    const asked = dim(`(agreement ${agreement.name}, ${span.file}:${span.line}:${span.col})`);
    const hint = help === null ? '' : `  ${cyan(help)}\n`;
    await write(io, 'stderr', `${bold(source.shown)}  ${tone(severity)}  ${asked}\n  ${message}\n${hint}\n`);
  }
}
