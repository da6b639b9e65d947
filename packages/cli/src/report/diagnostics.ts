import { formatDiagnostic } from '@smarketing/compiler';
import { colors, type Io, useColor, write } from '../io.ts';
import type { Loaded } from '../load/agreement.ts';
import type { Facts } from '../proofs/facts.ts';
import { factLines } from './facts.ts';
import { counted, grouped } from './text.ts';

/** Prints each finding with its place, its line and what to do. */
export async function reportDiagnostics(
  { diagnostics, sources, shown }: Pick<Loaded, 'diagnostics' | 'sources' | 'shown'>,
  io: Io,
): Promise<void> {
  const color = useColor(io, 'stderr');
  for (const diagnostic of diagnostics) {
    await write(io, 'stderr', `${formatDiagnostic(diagnostic, sources, { color, folder: shown })}\n\n`);
  }
}

/** One line an agreement with, where they were asked for, facts about it; and one line for all of them. */
export async function reportChecked(
  all: readonly Loaded[],
  facts: ReadonlyMap<Loaded, Facts>,
  io: Io,
): Promise<void> {
  const paint = colors(io, 'stdout');
  const { green, red, yellow, dim } = paint;
  const width = Math.max(...all.map(({ shown }) => shown.length));
  for (const loaded of all) {
    const mark = loaded.errors > 0 ? red('✗') : loaded.warnings > 0 ? yellow('!') : green('✓');
    const says = [found(loaded), dim(contents(loaded))].filter(Boolean).join(dim(' · '));
    await write(io, 'stdout', `${mark} ${loaded.shown.padEnd(width)}  ${says}\n`);
    const more = facts.get(loaded);
    if (!more || !loaded.agreement) continue;
    const lines = factLines(more, { agreement: loaded.agreement, paint, columns: io.columns });
    await write(io, 'stdout', `\n${lines.join('\n')}\n\n`);
  }
  if (all.length > 1) await write(io, 'stdout', `\n${sum(all)}\n`);
}

function sum(all: readonly Loaded[]): string {
  const count = (of: (loaded: Loaded) => number): number => all.reduce((sum, loaded) => sum + of(loaded), 0);
  const total = {
    errors: count(({ errors }) => errors),
    warnings: count(({ warnings }) => warnings),
    waived: all.flatMap(({ waived }) => waived),
  };
  return `${counted(all.length, 'agreement')}: ${found(total) || 'nothing to say against them'}.`;
}

function found({ errors, warnings, waived }: Pick<Loaded, 'errors' | 'warnings' | 'waived'>): string {
  const parts = [
    errors > 0 && counted(errors, 'error'),
    warnings > 0 && counted(warnings, 'warning'),
    waived.length > 0 && `${grouped(waived.length)} waived`,
  ];
  return parts.filter(Boolean).join(', ');
}

function contents({ agreement, sources, areLeaksProved }: Loaded): string {
  if (!agreement) return counted(sources.length, 'file');
  const rules = agreement.scores.reduce((count, score) => count + score.rules.length, 0);
  return [
    counted(agreement.stages.length, 'stage'),
    counted(rules, 'scoring rule'),
    counted(agreement.routing?.rows.length ?? 0, 'route'),
    counted(agreement.promises.length, 'promise'),
    counted(agreement.examples.length, 'example'),
    ...(areLeaksProved ? ['no lead leaks (proved)'] : []),
  ].join(' · ');
}
