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
import type { Agreement } from '@smarketing/compiler/ir';
import { type KeptVersion, reviewVersions, versionOf } from '@smarketing/review';
import { textFields, withTexts } from '../../../../packages/cli/test/hostile/text-fields.ts';

export interface Hostile {
  readonly name: string;
  readonly texts: readonly string[];
  /** Where the agreement, its versions and its engine go: `agreements/`, `releases/` and `packages/engine-<name>`. */
  readonly work: string;
}

const today = '2026-11-24';

/** In the versions before this one stood the texts that are so far on in the list. */
const turns = [200, 100];

/** Writes an agreement with one of the texts in every field that takes any words, its versions and its engine; how many texts it has. */
export async function writeAgreement(folder: string, { name, texts, work }: Hostile): Promise<number> {
  const [sources = []] = readAgreementFolder(folder);
  const options = { name, today, proofs: false };
  const check = (files: readonly SourceFile[]) => compile(files, options);
  const fields = [...textFields()].filter((field) => {
    if (field.startsWith('mappings/')) return false;
    const [, found] = check(withTexts(sources, (text, at) => (at === field ? 'Any words at all' : text)));
    return !hasErrors(found);
  });
  // In a small agreement, because each text is tried alone.
  const [small = []] = readAgreementFolder(join(folder, '../starter'));
  const allowed = texts.filter((text) => {
    const [, found] = check(withTexts(small, (old, at) => (at === 'agreement/title' ? text : old)));
    return !found.some(isError);
  });
  let turn = 0;
  const filesFrom = (start: number): SourceFile[] => {
    turn = start;
    return withTexts(sources, (text, at) =>
      fields.includes(at) ? (allowed[turn++ % allowed.length] ?? '') : text,
    );
  };
  const compiled = (files: readonly SourceFile[]): Agreement => {
    const [agreement, found] = check(files);
    if (agreement) return agreement;
    const told = found.filter(isError).map(({ message, span }) => `${span.file}:${span.line} ${message}`);
    throw new Error(told.join('\n'));
  };
  const kept = versions(turns.map((start) => compiled(filesFrom(start))));
  const files = filesFrom(0);
  const agreement = compiled(files);
  writeAll(
    join(work, 'agreements', name),
    files.map(({ name: path, text }) => ({ path, text })),
  );
  writeAll(
    join(work, 'releases', name),
    kept.map((version) => ({ path: `${version.version}.json`, text: JSON.stringify(version) })),
  );
  const emitted = await emitEngine(agreement, { packageName: '@acme/engine' });
  writeAll(join(work, 'packages', `engine-${name}`), emitted);
  return Math.min(turn, allowed.length);
}

/** Versions as `smarketing release` keeps them. */
function versions(agreements: readonly Agreement[]): readonly KeptVersion[] {
  const kept: KeptVersion[] = [];
  for (const agreement of agreements) {
    const before = kept.at(-1);
    const changes = before?.agreement ? reviewVersions(before.agreement, agreement).changes : [];
    kept.push(versionOf(agreement, { released: today, changes, ...(before && { before }) }));
  }
  return kept;
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';

function writeAll(folder: string, files: readonly { readonly path: string; readonly text: string }[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
