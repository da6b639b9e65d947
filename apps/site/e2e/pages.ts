import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const dist: string = join(import.meta.dirname, '..', 'dist');

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();

/** The address of every page in a folder, from the folder: `''`, `starter/`, `starter/stages/`. */
export const pagesIn = (folder: string): readonly string[] =>
  filesIn(folder)
    .filter((file) => file === 'index.html' || file.endsWith('/index.html'))
    .map((file) => file.slice(0, -'index.html'.length));

export const builtFiles: readonly string[] = filesIn(dist);

export const builtPages: readonly string[] = pagesIn(dist);

export const htmlOf = (page: string): string => readFileSync(join(dist, page, 'index.html'), 'utf8');

/** Every value of an attribute on a page. */
export const attributes = (page: string, name: string): readonly string[] =>
  Array.from(
    htmlOf(page).matchAll(new RegExp(`<[^<>]*?\\s${name}="([^"]*)"`, 'gu')),
    ([, value]) => value ?? '',
  );
