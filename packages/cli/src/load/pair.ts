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
  const was = await loadVersionOrReport(before, name, io);
  const is = await loadVersionOrReport(after, name, io);
  return was && is && { name, before: was.agreement, after: is.agreement };
}

/** Loads an agreement of which there is one version only; `undefined`, with the errors printed, if it has some. */
export async function loadWhole(place: Place, io: Io): Promise<Agreement | undefined> {
  return (await loadVersionOrReport(place, nameOf(place), io))?.agreement;
}

/** Loads a version; `undefined`, with its errors printed, if it has some. */
export async function loadVersionOrReport(
  place: Place,
  name: string,
  io: Io,
): Promise<(LoadedVersion & { readonly agreement: Agreement }) | undefined> {
  const version = loadVersion(place, name, io);
  const { agreement } = version;
  if (agreement) return { ...version, agreement };
  const diagnostics = version.diagnostics.filter((found) => hasErrors([found]));
  await reportDiagnostics({ ...version, diagnostics }, io);
  return undefined;
}
