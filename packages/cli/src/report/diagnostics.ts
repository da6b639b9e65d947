import { formatDiagnostic } from '@smarketing/compiler';
import { colors, type Io, useColor, write } from '../io.ts';
import type { Loaded } from '../load/agreement.ts';
import { counted } from './text.ts';

/** Prints each finding with its place, its line and what to do. */
export async function reportDiagnostics({ diagnostics, sources }: Loaded, io: Io): Promise<void> {
  const color = useColor(io, 'stderr');
  for (const diagnostic of diagnostics) {
    await write(io, 'stderr', `${formatDiagnostic(diagnostic, sources, { color })}\n\n`);
  }
}

/** One line an agreement, and one for all of them. */
export async function reportChecked(all: readonly Loaded[], io: Io): Promise<void> {
  const { green, red, yellow, dim } = colors(io, 'stdout');
  const width = Math.max(...all.map(({ shown }) => shown.length));
  for (const loaded of all) {
    const mark = loaded.errors > 0 ? red('✗') : loaded.warnings > 0 ? yellow('!') : green('✓');
    const says = [found(loaded), dim(contents(loaded))].filter(Boolean).join(dim(' · '));
    await write(io, 'stdout', `${mark} ${loaded.shown.padEnd(width)}  ${says}\n`);
  }
  if (all.length > 1) await write(io, 'stdout', `\n${sum(all)}\n`);
}

function sum(all: readonly Loaded[]): string {
  const total = { errors: 0, warnings: 0 };
  for (const { errors, warnings } of all) {
    total.errors += errors;
    total.warnings += warnings;
  }
  return `${counted(all.length, 'agreement')}: ${found(total) || 'nothing to say against them'}.`;
}

function found({ errors, warnings }: Pick<Loaded, 'errors' | 'warnings'>): string {
  const parts = [errors > 0 && counted(errors, 'error'), warnings > 0 && counted(warnings, 'warning')];
  return parts.filter(Boolean).join(', ');
}

function contents({ agreement, sources }: Loaded): string {
  if (!agreement) return counted(sources.length, 'file');
  const rules = agreement.scores.reduce((count, score) => count + score.rules.length, 0);
  return [
    counted(agreement.stages.length, 'stage'),
    counted(rules, 'scoring rule'),
    counted(agreement.routing?.rows.length ?? 0, 'route'),
    counted(agreement.promises.length, 'promise'),
    counted(agreement.examples.length, 'example'),
  ].join(' · ');
}
