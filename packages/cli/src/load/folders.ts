import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { didYouMean } from '@smarketing/compiler';
import { CannotRun } from '../cannot-run.ts';
import type { Io } from '../io.ts';
import { visible } from '../report/encode/visible.ts';

/** The folders of agreements, absolute, each once: those that were asked for, or every one below `agreements/`. */
export function findFolders(given: readonly string[], { cwd }: Io): readonly string[] {
  const found =
    given.length > 0
      ? given.flatMap((folder) => agreementsAt(folder, cwd))
      : agreementsBelow(join(cwd, 'agreements'));
  for (const folder of found) refuseHidden(relative(cwd, folder));
  if (found.length > 0) return [...new Set(found)];
  throw new CannotRun(
    'There is no agreement here: no folder below agreements/ has an agreement.yaml.',
    elsewhere(cwd) ?? 'Start one with: smarketing init agreements/starter',
  );
}

/** A name is printed to terminals and logs, which obey what some characters say. */
function refuseHidden(shown: string): void {
  const plain = visible(shown).replace(/[\t\n\r]/g, '\ufffd');
  if (plain === shown) return;
  throw new CannotRun(
    `The name of ${plain} has a character that cannot be seen, or breaks a line.`,
    'Give the folder another name.',
  );
}

/** Where the agreements are, for somebody who is in one of them or in another folder of theirs. */
function elsewhere(cwd: string): string | undefined {
  let above = dirname(cwd);
  while (above !== dirname(above) && agreementsBelow(join(above, 'agreements')).length === 0)
    above = dirname(above);
  const place = agreementsBelow(join(above, 'agreements')).length > 0 ? relative(cwd, above) : undefined;
  const there = place === undefined ? [] : [`run it in ${place}, where agreements/ is`];
  const here = existsSync(join(cwd, 'agreement.yaml')) ? ['name this agreement: `.`'] : [];
  const [first, ...others] = [...here, ...there];
  return first && `${first.charAt(0).toUpperCase()}${[first.slice(1), ...others].join(', or ')}.`;
}

/** The one folder that is asked for; it may be left out where there is only one. `by` comes before it on the command line. */
export function findFolder(given: string | undefined, io: Io, by = '--agreement '): string {
  const folders = findFolders(given === undefined ? [] : [given], io);
  const [folder] = folders;
  if (folder !== undefined && folders.length === 1) return folder;
  const names = folders.map((path) => relative(io.cwd, path)).join(', ');
  const such = given === undefined && folder !== undefined ? `, such as: ${by}${basename(folder)}` : '.';
  throw new CannotRun(`Which agreement? There are several: ${names}.`, `Name one of them${such}`);
}

/** A folder, the name of one below `agreements/`, or a folder of agreements. */
function agreementsAt(given: string, cwd: string): readonly string[] {
  const folder = [resolve(cwd, given), resolve(cwd, 'agreements', given)].find(isFolderPath);
  if (folder === undefined) throw new CannotRun(`There is no folder ${given}.`, suggestion(given, cwd));
  const below = existsSync(join(folder, 'agreement.yaml')) ? [] : agreementsBelow(folder);
  if (below.length > 0) return below;
  if (hasYaml(folder)) return [folder];
  throw new CannotRun(
    `There is no agreement in ${given}: no YAML file is in it.`,
    `Start one with: smarketing init ${given}`,
  );
}

function suggestion(given: string, cwd: string): string | null {
  if (existsSync(resolve(cwd, given))) return 'An agreement is a folder of YAML files; this is a file.';
  const known = agreementsBelow(join(cwd, 'agreements')).map((path) => basename(path));
  return didYouMean(basename(given), known) ?? null;
}

function agreementsBelow(folder: string): readonly string[] {
  if (!isFolderPath(folder)) return [];
  const names = readdirSync(folder).toSorted();
  return names.map((name) => join(folder, name)).filter((path) => existsSync(join(path, 'agreement.yaml')));
}

/** One that ends in .yml counts: the compiler says how to rename it. */
function hasYaml(folder: string): boolean {
  return readdirSync(folder).some((name) => /\.ya?ml$/.test(name));
}

/** Whether this is what one agreement is called: by its folder, or by its name below `agreements/`. */
export function isAgreement(given: string, { cwd }: Io): boolean {
  return [resolve(cwd, given), join(cwd, 'agreements', given)].some((path) =>
    existsSync(join(path, 'agreement.yaml')),
  );
}

/** Whether this is what a folder is called, and not something else that a command takes. */
export function isFolder(given: string, { cwd }: Io): boolean {
  return isFolderPath(resolve(cwd, given));
}

function isFolderPath(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
