import type { Agreement } from '@smarketing/compiler/ir';
import type { Io } from '../io.ts';
import { reportDiagnostics } from '../report/diagnostics.ts';
import { type LoadOptions, loadAgreement } from './agreement.ts';

/** The agreement of a folder for a command that uses it; `undefined`, with its errors printed, when it has some. */
export async function loadChecked(
  folder: string,
  options: LoadOptions,
  io: Io,
): Promise<Agreement | undefined> {
  const loaded = loadAgreement(folder, options, io);
  if (loaded.agreement) return loaded.agreement;
  const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error');
  await reportDiagnostics({ ...loaded, diagnostics: errors }, io);
  return undefined;
}
