import { check } from './check/check.ts';
import { applyWaivers, type Waived } from './check/waivers.ts';
import { type Diagnostic, hasErrors, sorted } from './diagnostics/diagnostic.ts';
import type { Agreement } from './ir/types.ts';
import { lower } from './lower/lower.ts';
import { seal } from './lower/seal.ts';
import { prove } from './prove/prove.ts';
import type { FileMemory } from './reading.ts';
import { shape } from './shape.ts';
import type { SourceFile } from './source/source-file.ts';

export interface CompileOptions {
  /** The agreement's name: the name of its folder. */
  readonly name: string;
  /** `YYYY-MM-DD`, for what is overdue. The compiled agreement does not depend on it. */
  readonly today: string;
  /** Leave out the proofs, for who compiles what was proved before. */
  readonly proofs?: boolean;
  /** What is known of the files from an earlier run. */
  readonly memory?: FileMemory | undefined;
  /** Gives what proving finds: `prove` itself, or who remembers what it found before. */
  readonly findingsOf?: (agreement: Agreement) => readonly Diagnostic[];
}

/** The compiled agreement or, with errors, `undefined`; what was found; and what was found and is waived. */
export type Compiled = readonly [
  agreement: Agreement | undefined,
  diagnostics: readonly Diagnostic[],
  waived: readonly Waived[],
];

/**
 * Compiles the files of an agreement:
 * parse → validate (shape) → lower (names and types) → check (meaning) → prove (over all leads) → waive → seal.
 *
 * With errors there is no value, only diagnostics, sorted by file and place.
 */
export function compile(sources: readonly SourceFile[], options: CompileOptions): Compiled {
  const { name, today, proofs = true, findingsOf = findingsOfProof } = options;
  const [context, found] = shape(sources, name, options.memory);
  if (!context) return [undefined, sorted(found), []];

  const draft = lower(context);
  const checked = check(draft, {
    today,
    found: context.diagnostics,
    at: (file, ...path) => context.root(file).at(...path),
  });
  const meaning = sorted([...found, ...context.diagnostics, ...checked]);
  const before = applyWaivers(meaning, draft, { today, areProved: false });
  const isInTheWay = before.left.filter(({ code }) => code !== 'waiver-expired');
  const sealed = hasErrors(isInTheWay) ? undefined : seal(draft);
  const proved = sealed && proofs ? findingsOf(sealed) : undefined;
  const all = sorted([...meaning, ...(proved ?? [])]);
  const { left, waived } = applyWaivers(all, draft, { today, areProved: proved !== undefined });
  return [hasErrors(left) ? undefined : sealed, sorted(left), waived];
}

function findingsOfProof(agreement: Agreement): readonly Diagnostic[] {
  return prove(agreement).findings;
}
