import { join } from 'node:path';
import { compile, readAgreementFolder, type SourceFile } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';

const folder = join(import.meta.dirname, '../../../agreements/acme');

/** The files of the agreement `acme`. */
export const acmeFiles: readonly SourceFile[] = readAgreementFolder(folder)[0] ?? [];

/** Compiles files as the agreement `acme`. */
export function compiled(files: readonly SourceFile[]): Agreement {
  const [agreement, found] = compile(files, { name: 'acme', today: '2000-01-01', proofs: false });
  if (agreement) return agreement;
  throw new Error(found.map(({ code, message }) => `${code}: ${message}`).join('\n'));
}

export const acme: Agreement = compiled(acmeFiles);

/** One file with some texts replaced, each of which must be there. */
export interface Edit {
  readonly file: string;
  readonly replace: readonly (readonly [from: string, to: string])[];
}

export function edited(files: readonly SourceFile[], edits: readonly Edit[]): readonly SourceFile[] {
  return edits.reduce(
    (all, { file, replace }) =>
      all.map((source) => (source.name === file ? withText(source, replace) : source)),
    files,
  );
}

function withText(source: SourceFile, replace: Edit['replace']): SourceFile {
  let { text } = source;
  for (const [from, to] of replace) {
    if (!text.includes(from)) throw new Error(`${source.name} has no ${from}`);
    text = text.replace(from, () => to);
  }
  return { ...source, text };
}
