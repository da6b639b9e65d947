import { compile, type FileMemory, type KeptFiles, type SourceFile } from '@smarketing/compiler';
import { expect, test } from 'vitest';
import { cases, options, overlay } from './broken/cases.ts';

/** What is kept is written down, as a program does that keeps it in a file. */
function memory(): FileMemory & { written: string | undefined; count: number } {
  return {
    written: undefined,
    count: 0,
    recall() {
      return this.written === undefined ? undefined : (JSON.parse(this.written) as KeptFiles);
    },
    keep(files) {
      this.written = JSON.stringify(files);
      this.count += 1;
    },
  };
}

const asked = { ...options, proofs: false };
const base = overlay(new Map());

/** Other objects with the same texts: what another run reads. */
function readAgain(sources: readonly SourceFile[]): SourceFile[] {
  return sources.map((source) => ({ ...source }));
}

/** What is kept of the agreement that the broken ones are made from. */
function knowing() {
  const known = memory();
  const [agreement] = compile(readAgain(base), { ...asked, memory: known });
  return { known, agreement };
}

const before = knowing().known.written;
const some = cases.filter((_, at) => at % 3 === 0);

test.each(some)('$name is the same to who remembers the agreement that it was before', ({ files }) => {
  const known = { ...memory(), written: before };
  const changed = overlay(files);
  const fresh = compile(readAgain(changed), asked);
  expect(compile(readAgain(changed), { ...asked, memory: known })).toStrictEqual(fresh);
});

test('what is remembered is neither read nor kept again', () => {
  const { known, agreement } = knowing();
  expect(known.count).toBe(1);
  known.written = known.written?.replaceAll('Fits, and is interested.', 'As it was written down.');
  const [again] = compile(readAgain(base), { ...asked, memory: known });
  expect(known.count).toBe(1);
  expect(JSON.stringify(agreement?.stages)).not.toContain('As it was written down.');
  expect(JSON.stringify(again?.stages)).toContain('As it was written down.');
});

test.each(base.map(({ name }) => name))('who watches sees that %s was changed, and changed back', (name) => {
  compile(base, asked);
  const broken = base.map((file) =>
    file.name === name ? { ...file, text: `${file.text}surprise: 1\n` } : file,
  );
  expect(compile(broken, asked)[1].map(({ span, code }) => [span.file, code])).toEqual([
    [name, 'unknown-key'],
  ]);
  expect(compile(base, asked)).toStrictEqual(compile(readAgain(base), asked));
});

test('a changed file is read anew, and kept instead of what it was', () => {
  const { known } = knowing();
  const kept = Object.keys(known.recall()?.trees ?? {});
  const changed = base.map((file) =>
    file.name === 'funnel/exits.yaml' ? { ...file, text: `# New.\n${file.text}` } : file,
  );
  compile(changed, { ...asked, memory: known });
  const now = Object.keys(known.recall()?.trees ?? {});
  expect(now).toHaveLength(kept.length);
  expect(now.filter((key) => !kept.includes(key))).toHaveLength(1);
});

test('a file in which something is found is not kept', () => {
  const known = memory();
  const broken = base.map((file) =>
    file.name === 'sla/promises.yaml' ? { ...file, text: 'promises: [' } : file,
  );
  compile(broken, { ...asked, memory: known });
  expect(Object.keys(known.recall()?.trees ?? {})).toHaveLength(base.length - 1);
});
