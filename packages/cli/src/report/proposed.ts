import type { Proposal } from '@smarketing/compiler';
import { colors, type Io } from '../io.ts';
import { visible } from './encode/visible.ts';
import { counted } from './text.ts';

/** How much of a table a proposed mapping reads, and how sure that is. */
export function proposedText(
  { id, created, fields, events, stage, twice, notFound }: Proposal,
  { columns, written }: { readonly columns: number; readonly written: string | null },
  io: Io,
): string {
  const { dim, green } = colors(io, 'stderr');
  const all = [id, created, stage, ...fields, ...events].filter((found) => found !== null);
  const read = new Set(all.map(({ column }) => column)).size;
  const sure = (['sure', 'likely', 'guess'] as const).map(
    (word) => `${all.filter(({ sureness }) => sureness === word).length} ${word}`,
  );
  const lines = [
    `${green('✓')} ${counted(read, 'column')} of ${columns} read: ${sure.join(', ')}`,
    ...(notFound.length > 0
      ? [`  required, and not found: ${notFound.map((field) => field.id).join(', ')}`]
      : []),
    ...(twice.length > 0
      ? [
          `  not read, as several columns are called so: ${twice.map(visible).join(', ')}. Give each its own name.`,
        ]
      : []),
    ...(written === null ? [] : [`  written to ${written}`]),
    dim('  It is a proposal: read each line before you use it.'),
  ];
  return `${lines.join('\n')}\n`;
}
