import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Asked, Draft } from './rule.ts';
import { rules } from './rules.ts';

export interface CheckOptions extends Asked {
  /** What was found before; a rule that reads a file with errors is not asked. */
  readonly found: readonly Diagnostic[];
}

/** Asks every rule about the meaning of an agreement. */
export function check(draft: Draft, { found, ...asked }: CheckOptions): readonly Diagnostic[] {
  const broken = new Set(
    found.filter(({ severity }) => severity === 'error').map(({ span }) => span.file.replace(/[./].*$/, '')),
  );
  return rules
    .filter(({ reads }) => !reads.some((file) => broken.has(file)))
    .flatMap(({ find }) => [...find(draft, asked)]);
}
