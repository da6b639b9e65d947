import { hasErrors } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import type { Io } from '../io.ts';
import { reportDiagnostics } from '../report/diagnostics.ts';
import { type LoadedVersion, loadVersion, nameOf, type Place } from './version.ts';
import type { VersionPair } from './versions.ts';

/** Both versions of an agreement, compiled. */
export interface LoadedPair {
  readonly name: string;
  readonly before: Agreement;
  readonly after: Agreement;
}

/** Loads both versions; `undefined`, with the errors printed, if one of them has some or is not there. */
export async function loadPair({ before, after }: VersionPair, io: Io): Promise<LoadedPair | undefined> {
  if (!before || !after) return undefined;
  const name = nameOf(after);
  const [was, is] = [before, after].map((place) => loadVersion(place, name, io));
  if (was?.agreement && is?.agreement) return { name, before: was.agreement, after: is.agreement };
  for (const version of [was, is]) if (version && !version.agreement) await reportErrors(version, io);
  return undefined;
}

/** Loads an agreement of which there is one version only; `undefined`, with the errors printed, if it has some. */
export async function loadWhole(place: Place, io: Io): Promise<Agreement | undefined> {
  const version = loadVersion(place, nameOf(place), io);
  if (!version.agreement) await reportErrors(version, io);
  return version.agreement;
}

async function reportErrors(version: LoadedVersion, io: Io): Promise<void> {
  const diagnostics = version.diagnostics.filter((found) => hasErrors([found]));
  await reportDiagnostics({ ...version, diagnostics }, io);
}
