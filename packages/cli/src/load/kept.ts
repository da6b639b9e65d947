import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { byVersion, type KeptVersion, readVersion } from '@smarketing/review';
import { CannotRun } from '../cannot-run.ts';
import { refuseLinks } from '../files/links.ts';
import type { Io } from '../io.ts';

/** Where the released versions of an agreement are kept: `releases/acme`, beside `agreements/`. */
export function keptFolder(folder: string): string {
  return join(dirname(dirname(folder)), 'releases', basename(folder));
}

/** The versions of an agreement that were released, the oldest first; none where none is kept. */
export function loadKept(folder: string, io: Io): readonly KeptVersion[] {
  const place = keptFolder(folder);
  const refuse = (...file: readonly string[]): void =>
    refuseLinks(dirname(dirname(folder)), ['releases', basename(folder), ...file].join('/'));
  refuse();
  if (!existsSync(place)) return [];
  const files = readdirSync(place).filter((name) => name.endsWith('.json'));
  for (const file of files) refuse(file);
  return files.map((file) => readKept(join(place, file), basename(folder), io)).toSorted(byVersion);
}

function readKept(path: string, name: string, { cwd }: Io): KeptVersion {
  const read = readVersion(readFileSync(path, 'utf8'));
  const problem = 'problem' in read ? read.problem : misplaced(read.version, path, name);
  if (!('problem' in read) && problem === null) return read.version;
  throw new CannotRun(
    `${relative(cwd, path).replaceAll('\\', '/')} cannot be read as a released version. ${problem}`,
    'Restore it from the commit that added it.',
  );
}

function misplaced({ version, agreement }: KeptVersion, path: string, name: string): string | null {
  if (basename(path) !== `${version}.json`) return `It is version ${version}, not what its name says.`;
  return agreement && agreement.name !== name ? `It is a version of ${agreement.name}.` : null;
}
