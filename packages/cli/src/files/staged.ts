import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** One file of a set, its path relative to the set's folder. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** Writes a set of files as one folder: readers find the old set or the new one, never a mixture. */
export function replaceFolder(target: string, files: readonly NewFile[]): void {
  stage(target, (staged) => {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(staged, path)), { recursive: true });
      writeFileSync(join(staged, path), text);
    }
  });
}

/** Writes one file: readers find the old text or the new one. */
export function replaceFile(target: string, text: string): void {
  replaceFiles(dirname(target), [{ path: basename(target), text }]);
}

/** Writes some files of a folder: each as `replaceFile` does, and none of them when one cannot be written. */
export function replaceFiles(folder: string, files: readonly NewFile[]): void {
  const targets = files.map(({ path, text }) => ({ text, target: join(folder, path) }));
  try {
    for (const { target, text } of targets) writeFileSync(`${target}.partial`, text);
    for (const { target } of targets) renameSync(`${target}.partial`, target);
  } finally {
    for (const { target } of targets) rmSync(`${target}.partial`, { force: true });
  }
}

/** Copies a folder to where none is yet; gives the paths of its files, in order. */
export function copyFolder(source: URL, target: string): readonly string[] {
  stage(target, (staged) => cpSync(source, staged, { recursive: true }));
  const paths = readdirSync(target, { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => statSync(join(target, path)).isFile()).toSorted();
}

function stage(target: string, fill: (folder: string) => void): void {
  const parent = dirname(target);
  mkdirSync(parent, { recursive: true });
  const work = mkdtempSync(join(parent, `.${basename(target)}-`));
  const staged = join(work, 'new');
  try {
    mkdirSync(staged);
    fill(staged);
    if (existsSync(target)) renameSync(target, join(work, 'old'));
    renameSync(staged, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
