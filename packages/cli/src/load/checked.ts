import type { Agreement } from '@smarketing/compiler/ir';
import type { Io } from '../io.ts';
import { reportDiagnostics } from '../report/diagnostics.ts';
import { type Loaded, type LoadOptions, loadAgreement } from './agreement.ts';

/** An agreement without errors, and where it comes from. */
export type Checked = Loaded & { readonly agreement: Agreement };

/** The agreement of a folder for a command that uses it; `undefined`, with its errors printed, when it has some. */
export async function loadChecked(
  folder: string,
  options: LoadOptions,
  io: Io,
): Promise<Checked | undefined> {
  const loaded = loadAgreement(folder, options, io);
  const { agreement } = loaded;
  if (agreement) return { ...loaded, agreement };
  const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error');
  await reportDiagnostics({ ...loaded, diagnostics: errors }, io);
  return undefined;
}
