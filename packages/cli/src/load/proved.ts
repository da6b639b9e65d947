import type { Io } from '../io.ts';
import { type Proved, proveAll } from '../proofs/proved.ts';
import { dayOf, type LoadOptions } from './agreement.ts';
import { type Checked, loadChecked } from './checked.ts';

export interface ProvedFolder {
  readonly loaded: Checked;
  readonly proved: Proved;
}

/**
 * What is proved of the agreement of a folder, also where that is not as it should be; `undefined`, with its errors printed,
 * when it has errors that leave nothing to be proved.
 */
export async function loadProved(
  folder: string,
  options: LoadOptions,
  io: Io,
): Promise<ProvedFolder | undefined> {
  const loaded = await loadChecked(folder, { ...options, proofs: false }, io);
  return loaded && { loaded, proved: proveAll(loaded.agreement, dayOf(options, io)) };
}
