import { codes, compile, type Diagnostic, formatDiagnostic, type SourceFile } from '@smarketing/compiler';
import { describe, expect, test } from 'vitest';
import { cases, options, overlay } from './cases.ts';
import { expectations, expectFound } from './expected.ts';

/** What only the disk can raise: `test/parse/folder.test.ts` has those. */
const fromDisk = ['folder-not-found', 'file-too-large', 'folder-too-large', 'file-not-utf8', 'file-is-link'];

/** What the command line raises after a simulation: its tests of `check` have that. */
const fromSimulation = ['promise-infeasible'];

function expectInside(span: Diagnostic['span'], sources: readonly SourceFile[]): void {
  const lines = sources.find(({ name }) => name === span.file)?.text.split('\n') ?? [''];
  expect(span.end_line).toBeLessThanOrEqual(lines.length);
  expect(span.end_col).toBeLessThanOrEqual([...(lines[span.end_line - 1] ?? '')].length + 1);
  expect(span.end_line > span.line || span.end_col >= span.col).toBe(true);
}

test('the base has no finding', () => {
  const [agreement, found] = compile(overlay(new Map()), options);
  expect(found).toEqual([]);
  expect(agreement?.name).toBe('broken');
});

describe('a broken agreement is told what is wrong, and where, and nothing else', () => {
  test.each(cases)('$name', ({ files }) => {
    const sources = overlay(files);
    const [agreement, found] = compile(sources, options);
    const wanted = expectations(files.get('expected.txt') ?? '');
    const text = found.map((diagnostic) => formatDiagnostic(diagnostic, sources, { color: false })).join('\n\n');
    expectFound(found, wanted, text);
    expect(agreement === undefined).toBe(found.some(({ severity }) => severity === 'error'));
    for (const { span } of found) expectInside(span, sources);
  });
});

test('every code has a case', () => {
  const lines = cases.flatMap(({ files }) => expectations(files.get('expected.txt') ?? ''));
  const seen = new Set(lines.map(({ line }) => line.split(' ')[1]));
  expect(codes.filter((code) => !seen.has(code))).toEqual([...fromDisk, ...fromSimulation]);
});
