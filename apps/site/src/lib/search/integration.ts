import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { readable } from './readable.ts';

/** What the page of the search asks for; the library's own forms and styles are left out. */
const needed =
  /^(?:pagefind\.js|pagefind-entry\.json|wasm\.en\.pagefind|[^/]+\.pf_meta|(?:index|fragment|filter)\/.+)$/u;

/** Makes the index of the search from the built pages that are marked with `data-pagefind-body`. */
export const searchIndex = (): AstroIntegration => ({
  name: 'search-index',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const folder = fileURLToPath(dir);
      for (const { path, content } of await indexOf(folder)) {
        const target = join(folder, 'pagefind', path);
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, content);
      }
    },
  },
});

interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

async function indexOf(folder: string): Promise<readonly IndexFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`The search has no index: ${errors.join(', ')}`);
  const failed: string[] = [];
  for (const sourcePath of pagesIn(folder)) {
    const html = readFileSync(join(folder, sourcePath), 'utf8');
    if (!html.includes('data-pagefind-body')) continue;
    const added = await index.addHTMLFile({ sourcePath, content: readable(html) });
    failed.push(...added.errors);
  }
  const made = await index.getFiles();
  await close();
  failed.push(...made.errors);
  if (failed.length > 0) throw new Error(`The search has no index: ${failed.join(', ')}`);
  return made.files.filter(({ path }) => needed.test(path));
}

const pagesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'))
    .toSorted();
