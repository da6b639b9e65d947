// Writes src/emit/typescript/runtime-text.ts from the files in src/emit/typescript/{,batch/}runtime: `node test/emit/runtime-text.ts`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const home = join(import.meta.dirname, '../../src/emit/typescript');

/** What the file must be: the text of each part of the runtimes, in the order of their names. */
export function runtimeText(): string {
  return [
    '// Written by test/emit/runtime-text.ts from the files in runtime/ and batch/runtime/. Change those.\n',
    '\n/** The text of each part of the runtime: an emitter opens no files. */\n',
    `export const sources: readonly { readonly file: string; readonly text: string }[] = [\n${textsOf('runtime')}];\n`,
    '\n/** What batches bring besides. */\n',
    `export const batchSources: typeof sources = [\n${textsOf('batch/runtime')}];\n`,
  ].join('');
}

function textsOf(folder: string): string {
  const files = readdirSync(join(home, folder)).filter((file) => !['types.ts', 'columns.ts'].includes(file));
  const texts = files.toSorted().map((file) => {
    const text = readFileSync(join(home, folder, file), 'utf8');
    const escaped = text.replaceAll(/[\\`]|\$\{/g, (found) => `\\${found}`);
    return `  {\n    file: '${file}',\n    text: \`${escaped}\`,\n  },\n`;
  });
  return texts.join('');
}

export const runtimeTextPath: string = join(home, 'runtime-text.ts');

if (import.meta.main) writeFileSync(runtimeTextPath, runtimeText());
