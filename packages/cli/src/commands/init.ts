import { existsSync, readdirSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { isReservedAgreement } from '@smarketing/compiler';
import { CannotRun } from '../cannot-run.ts';
import { exit } from '../exit.ts';
import { copyFolder } from '../files/staged.ts';
import { colors, type Io, write } from '../io.ts';

// Beside the built command; in the repository the agreement itself.
const templates = ['./templates/starter/', '../../../../agreements/starter/'];

/** Writes the starter agreement into a new folder. */
export async function init({ folder }: { readonly folder: string }, io: Io): Promise<number> {
  const target = resolve(io.cwd, folder);
  const shown = relative(io.cwd, target) || '.';
  const name = basename(target);
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) {
    throw new CannotRun(
      `An agreement cannot be called ${name}.`,
      'The folder is its name: small letters, digits and _, with a letter first.',
    );
  }
  if (isReservedAgreement(name)) {
    throw new CannotRun(
      `An agreement cannot be called ${name}: the site has a page of that name.`,
      'Name another folder.',
    );
  }
  if (existsSync(target) && readdirSync(target).length > 0) {
    throw new CannotRun(`${shown} exists and is not empty; nothing was written.`, 'Name a new folder.');
  }
  const written = copyFolder(findTemplate(), target);
  const { bold, cyan } = colors(io, 'stdout');
  const lines = written.map((path) => `  ${shown}/${path}\n`).join('');
  await write(io, 'stdout', `${bold(`A small, complete agreement to start from:`)}\n${lines}`);
  await write(
    io,
    'stdout',
    `\nNext: ${cyan(`smarketing check ${shown}`)}, then change it until both teams would sign it.\n`,
  );
  return exit.fine;
}

function findTemplate(): URL {
  const found = templates.map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url));
  if (!found) throw new Error('The starter agreement is not in this installation.');
  return found;
}
