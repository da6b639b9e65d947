import { formatDiagnostic, readQuestion } from '@smarketing/compiler';
import { describe, expect, test } from 'vitest';
import { filesWith } from './check/agreement-of.ts';

const scoring = `scores:
  fit: { rules: [{ id: boss, points: 20, when: { seniority: vp } }] }
`;
const sources = filesWith({ 'scoring.yaml': scoring });

const isCustomer = { kind: 'choice', subject: { kind: 'becomes' }, options: ['customer'] };
const isVp = { kind: 'choice', subject: { kind: 'field', id: 'seniority' }, options: ['vp'] };
const asks = { id: 'question', when: isVp, mode: 'never', holds: isCustomer, because: null };

function shown(text: string): string {
  const files = [...sources, { path: 'question', name: 'question', text }];
  const [asked, found] = readQuestion(sources, text);
  expect(asked === undefined).toBe(found.some(({ severity }) => severity === 'error'));
  return found.map((finding) => formatDiagnostic(finding, files, { color: false })).join('\n');
}

describe('a question', () => {
  test.each([
    ['in one line', 'when: { seniority: vp }, never: { becomes: customer }'],
    ['in braces', '{ when: { seniority: vp }, never: { becomes: customer } }'],
    ['in lines', 'when: { seniority: vp }\nnever:\n  becomes: customer\n'],
    ['in lines with commas', 'when: { seniority: vp },\nnever: { becomes: customer }'],
    ['with a comment', 'when: { seniority: vp }, never: { becomes: customer } # is it so?'],
  ])('%s is an assertion without its words', (_, text) => {
    const [asked, found] = readQuestion(sources, text);
    expect(found).toEqual([]);
    expect(asked).toMatchObject(asks);
  });

  test('stands in a file of its own, as it was asked', () => {
    const text = 'always: { fit: { at_most: 20 } }';
    const [asked] = readQuestion(sources, text);
    const span = { file: 'question', line: 1, col: 1, end_line: 1, end_col: 33 };
    expect(asked).toMatchObject({ mode: 'always', when: null, says: text, span });
  });

  test.each([
    ['never: { becoms: customer }', 'unknown-name', 1, 10],
    ['always: { becomes: mql }', 'unknown-option', 1, 20],
    ['when: { seniority: vp }', 'exactly-one-of', 1, 1],
    ['', 'exactly-one-of', 1, 1],
    ['never: { seniority: vp }, always: { seniority: vp }', 'exactly-one-of', 1, 1],
    ['when: { seniority: vp }, nevr: { fit: 20 }', 'unknown-key', 1, 26],
    ['when: { seniority: vp }\nnever: { seniority: missing }', 'never-missing', 2, 21],
    ['never: { fit: { at_least: 20 }', 'yaml-syntax', 1, 8],
    ['when: { seniority: vp }, never: { fit: 20', 'yaml-syntax', 1, 33],
    ['never: &x { seniority: vp }', 'yaml-anchor', 1, 8],
  ])('“%s” is told %s at its place', (text, code, line, col) => {
    const [asked, found] = readQuestion(sources, text);
    expect(asked).toBeUndefined();
    expect(found.map(({ code, span }) => [code, span.file, span.line, span.col])).toEqual([
      [code, 'question', line, col],
    ]);
  });

  test('may have a warning and be read all the same', () => {
    expect(shown('never: { country: { not: de } }')).toContain('missing-slips-in');
  });

  test('shows the line that was asked', () => {
    expect(shown('never: { becoms: customer }')).toMatch(/never: \{ becoms: customer \}\n\s*\S*\s+\^/);
  });

  test('of an agreement that cannot be read is told what is wrong there', () => {
    const broken = filesWith({ 'scoring.yaml': 'scores: [1]\n' });
    const [asked, found] = readQuestion(broken, 'never: { becomes: customer }');
    expect(asked).toBeUndefined();
    expect(found.map(({ span }) => span.file)).toEqual(['scoring.yaml']);
  });
});
