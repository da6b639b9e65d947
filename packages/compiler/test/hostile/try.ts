import { compile, format, formatDiagnostic, hasErrors } from '@smarketing/compiler';
import type { Mutant } from './mutate.ts';

/** What is wrong with how a mutant was read; `undefined` when it ended in located errors or in an agreement. */
export function problemOf(mutant: Mutant, { proofs }: { readonly proofs: boolean }): string | undefined {
  try {
    return compiledWell(mutant, proofs) ?? formattedWell(mutant);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function compiledWell({ agreement: name, sources }: Mutant, proofs: boolean): string | undefined {
  const [agreement, found] = compile(sources, { name, today: '2026-11-24', proofs });
  if ((agreement === undefined) !== hasErrors(found)) return 'neither an agreement nor an error';
  for (const diagnostic of found) {
    const { code, span, message } = diagnostic;
    const lines = sources.find(({ name: of }) => of === span.file)?.text.split('\n') ?? [''];
    if (span.file === '' && code !== 'file-missing') return `${code} has no place`;
    const isInside = span.line >= 1 && span.col >= 1 && span.end_line <= lines.length;
    if (!isInside) return `${code} is outside of ${span.file}: ${JSON.stringify(span)}`;
    if (span.col > (lines[span.line - 1] ?? '').length + 1) return `${code} is behind its line`;
    if (/undefined|\[object|NaN/.test(message) && !/undefined|NaN/.test(lines.join(''))) return message;
  }
  for (const diagnostic of found.slice(0, 20)) formatDiagnostic(diagnostic, sources, { color: false });
  return undefined;
}

function formattedWell({ changed }: Mutant): string | undefined {
  const [text, found] = format(changed);
  return (text === undefined) === hasErrors(found) ? undefined : 'neither formatted nor refused';
}
