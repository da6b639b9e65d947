import type { z } from 'zod';
import { agreementFile } from './agreement.ts';
import { cadenceFile } from './cadence.ts';
import { examplesFile } from './examples.ts';
import { forecastFile } from './forecast.ts';
import { funnelFile } from './funnel.ts';
import { goalsFile } from './goals.ts';
import { handoffFile } from './handoff.ts';
import { mappingFile } from './mapping.ts';
import { personasFile } from './personas.ts';
import { scoringFile } from './scoring.ts';
import { slaFile } from './sla.ts';
import { vocabularyFile } from './vocabulary.ts';

/** One shape per kind of file: the single source of what may stand in it. */
export const fileShapes = {
  agreement: agreementFile,
  vocabulary: vocabularyFile,
  funnel: funnelFile,
  personas: personasFile,
  scoring: scoringFile,
  handoff: handoffFile,
  sla: slaFile,
  goals: goalsFile,
  cadence: cadenceFile,
  forecast: forecastFile,
  examples: examplesFile,
} as const;

export type FileKind = keyof typeof fileShapes;
export type FileData<K extends FileKind> = z.output<(typeof fileShapes)[K]>;

/** What two teams cannot agree without. */
export const requiredFiles = ['agreement', 'vocabulary', 'funnel', 'sla'] as const satisfies FileKind[];

export const fileKinds: readonly FileKind[] = Object.keys(fileShapes) as FileKind[];

/** Each file of the folder `mappings/` is one mapping, named by the file. */
export { mappingFile };
