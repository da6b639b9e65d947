import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  compile,
  type Diagnostic,
  emitEngine,
  hasErrors,
  readAgreementFolder,
  type SourceFile,
} from '@smarketing/compiler';
import { textFields, withTexts } from '../../../../packages/cli/test/hostile/text-fields.ts';

export interface Hostile {
  readonly name: string;
  readonly texts: readonly string[];
  /** Where the agreement and its engine go: `agreements/<name>` and `packages/engine-<name>`. */
  readonly work: string;
}

const today = '2026-11-24';

/** Writes an agreement with one of the texts in every field that takes any words, and its engine; how many texts it has. */
export async function writeAgreement(folder: string, { name, texts, work }: Hostile): Promise<number> {
  const [sources = []] = readAgreementFolder(folder);
  const options = { name, today, proofs: false };
  const check = (files: readonly SourceFile[]) => compile(files, options);
  const fields = [...textFields()].filter((field) => {
    if (field.startsWith('mappings/')) return false;
    const [, found] = check(withTexts(sources, (text, at) => (at === field ? 'Any words at all' : text)));
    return !hasErrors(found);
  });
  const allowed = texts.filter((text) => {
    const [, found] = check(withTexts(sources, (old, at) => (at === 'agreement/title' ? text : old)));
    return !found.some(isError);
  });
  let turn = 0;
  const files = withTexts(sources, (text, at) =>
    fields.includes(at) ? (allowed[turn++ % allowed.length] ?? '') : text,
  );
  const [agreement, found] = check(files);
  if (!agreement)
    throw new Error(
      found
        .filter(isError)
        .map(({ message, span }) => `${span.file}:${span.line} ${message}`)
        .join('\n'),
    );
  writeAll(
    join(work, 'agreements', name),
    files.map(({ name: path, text }) => ({ path, text })),
  );
  const emitted = await emitEngine(agreement, { packageName: '@acme/engine' });
  writeAll(join(work, 'packages', `engine-${name}`), emitted);
  return Math.min(turn, allowed.length);
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';

function writeAll(folder: string, files: readonly { readonly path: string; readonly text: string }[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
