import { basename } from 'node:path';
import {
  compile,
  type Compiled,
  type CompileOptions,
  type Diagnostic,
  type SourceFile,
  type Waived,
} from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import type { Io } from '../io.ts';
import { proofsOf } from './proofs-of.ts';
import { type Place, remembered, rememberedFiles } from './remembered.ts';
import { loadSources, type Sources } from './sources.ts';

/** An agreement, its files and all that is wrong with it. */
export interface Loaded extends Sources {
  readonly errors: number;
  readonly warnings: number;
  /** What was found and both teams accept. */
  readonly waived: readonly Waived[];
  /** It is proved, as it was asked to be, that no lead leaks. */
  readonly areLeaksProved: boolean;
  /** `undefined` when there are errors. */
  readonly agreement: Agreement | undefined;
}

export interface LoadOptions {
  /** The day for which it is checked, such as 2026-11-24; today if not said. */
  readonly today?: string;
  /** Leave out the proofs, which take seconds, where they are not what was asked for. */
  readonly proofs?: boolean;
  /** Files that are as if they were not there. */
  readonly leaveOut?: (file: SourceFile) => boolean;
}

interface Made {
  readonly compiled: Compiled;
  readonly areLeaksProved: boolean;
}

/** Reads and compiles the agreement of a folder. */
export function loadAgreement(folder: string, options: LoadOptions, io: Io): Loaded {
  const { shown, sources: all, diagnostics: found } = loadSources(folder, io);
  const sources = all.filter((file) => !options.leaveOut?.(file));
  if (count(found, 'error') > 0)
    return {
      shown,
      sources,
      agreement: undefined,
      waived: [],
      areLeaksProved: false,
      ...counted(found),
    };
  const asked = { name: basename(folder), today: dayOf(options, io), proofs: options.proofs ?? true };
  const make = (): Made => madeOf(sources, asked, { folder, io });
  const about = [JSON.stringify(asked), ...sources.flatMap(({ path, text }) => [path, text])];
  const made = asked.proofs ? remembered(about, make, { folder, io }) : make();
  const [agreement, compiled, waived] = made.compiled;
  const diagnostics = counted([...found, ...compiled]);
  return {
    shown,
    sources,
    agreement: diagnostics.errors > 0 ? undefined : (agreement ?? undefined),
    waived,
    areLeaksProved: made.areLeaksProved,
    ...diagnostics,
  };
}

/** Compiles, but reads and proves only what is not known from before. */
function madeOf(sources: Sources['sources'], asked: CompileOptions, place: Place): Made {
  let areLeaksProved = false;
  const findingsOf = (agreement: Agreement): readonly Diagnostic[] => {
    const proofs = proofsOf(agreement, place);
    areLeaksProved = proofs.areLeaksProved;
    return proofs.findings;
  };
  const compiled = compile(sources, { ...asked, memory: rememberedFiles(place), findingsOf });
  return { compiled, areLeaksProved: areLeaksProved && compiled[0] !== undefined };
}

/** The day for which an agreement is checked. */
export function dayOf({ today }: LoadOptions, io: Io): string {
  return today ?? new Date(io.now()).toISOString().slice(0, 10);
}

function counted(diagnostics: readonly Diagnostic[]): Pick<Loaded, 'diagnostics' | 'errors' | 'warnings'> {
  return { diagnostics, errors: count(diagnostics, 'error'), warnings: count(diagnostics, 'warning') };
}

function count(diagnostics: readonly Diagnostic[], severity: Diagnostic['severity']): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}
