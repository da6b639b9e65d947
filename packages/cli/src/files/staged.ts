import {
  cpSync,
  existsSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from './folder.ts';
import { makeRoom, temporaryName } from './temporary.ts';
import { writing } from './unwritten.ts';

/** One file of a set, its path relative to the set's folder. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** Writes one file: readers find the old text or the new one. */
export function replaceFile(target: string, text: string): void {
  replaceFiles(dirname(target), [{ path: basename(target), text }]);
}

/** Writes some files of a folder: each as `replaceFile` does, and none of them when one cannot be written. */
export function replaceFiles(folder: string, files: readonly NewFile[]): void {
  const targets = files.map(({ path, text }) => {
    const target = join(folder, path);
    return { text, target, temporary: temporaryName(target) };
  });
  try {
    for (const { target, temporary, text } of targets) {
      writing(target, () => {
        makeRoom(temporary);
        writeFileSync(temporary, text, { flush: true, flag: 'wx' });
      });
    }
    for (const { target, temporary } of targets) writing(target, () => renameSync(temporary, target));
  } finally {
    for (const { temporary } of targets) rmSync(temporary, { force: true });
  }
}

/** Copies a folder to where none is yet, or an empty one; gives the paths of its files, in order. */
export function copyFolder(source: URL, target: string): readonly string[] {
  const parent = dirname(target);
  const temporary = temporaryName(target);
  writing(target, () => {
    makeFolder(parent);
    makeRoom(temporary);
    try {
      cpSync(source, temporary, { recursive: true });
      if (existsSync(target)) rmdirSync(target);
      renameSync(temporary, target);
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  });
  const paths = readdirSync(target, { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => statSync(join(target, path)).isFile()).toSorted();
}
