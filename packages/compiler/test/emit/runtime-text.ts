// Writes src/emit/typescript/runtime-text.ts from the files in src/emit/typescript/runtime: `node test/emit/runtime-text.ts`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const home = join(import.meta.dirname, '../../src/emit/typescript');

/** What the file must be: the text of each part of the runtime, in the order of their names. */
export function runtimeText(): string {
  const files = readdirSync(join(home, 'runtime')).filter((file) => file !== 'types.ts');
  const sources = files.toSorted().map((file) => {
    const text = readFileSync(join(home, 'runtime', file), 'utf8');
    const escaped = text.replaceAll(/[\\`]|\$\{/g, (found) => `\\${found}`);
    return `  {\n    file: '${file}',\n    text: \`${escaped}\`,\n  },\n`;
  });
  return [
    '// Written by test/emit/runtime-text.ts from the files in runtime/. Change those.\n',
    '\n/** The text of each part of the runtime: an emitter opens no files. */\n',
    `export const sources: readonly { readonly file: string; readonly text: string }[] = [\n${sources.join('')}];\n`,
  ].join('');
}

export const runtimeTextPath: string = join(home, 'runtime-text.ts');

if (import.meta.main) writeFileSync(runtimeTextPath, runtimeText());
