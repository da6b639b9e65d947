import type { Diagnostic } from '@smarketing/compiler';
import { formatDiagnostic } from '@smarketing/compiler';
import { describe, expect, test } from 'vitest';
import { report, sorted } from '../../src/diagnostics/diagnostic.ts';

const text =
  'scores:\n  fit:\n    rules:\n      - { id: boss, points: 1, when: { seniority: vice_president } }\n';
const sources = [{ path: 'agreements/acme/scoring/fit.yaml', name: 'scoring/fit.yaml', text }];

function at(
  line: number,
  col: number,
  endLine: number,
  endCol: number,
  file = 'scoring/fit.yaml',
): Diagnostic['span'] {
  return { file, line, col, end_line: endLine, end_col: endCol };
}

const params = { option: 'vice_president', field: 'seniority', options: 'manager, vp' };
const finding = report('unknown-option', at(4, 49, 4, 63), params, { hint: 'Did you mean `vp`?' });

function plain(diagnostic: Diagnostic, files: Parameters<typeof formatDiagnostic>[1] = sources): string {
  return formatDiagnostic(diagnostic, files, { color: false });
}

describe('a finding as text', () => {
  test('has its place, code, message, line and help', () => {
    expect(plain(finding)).toBe(
      [
        'agreements/acme/scoring/fit.yaml:4:49  error  unknown-option',
        '  `vice_president` is not an option of seniority.',
        '  4 │       - { id: boss, points: 1, when: { seniority: vice_president } }',
        '    │                                                 ^^^^^^^^^^^^^^',
        '  Did you mean `vp`? Use one of: manager, vp.',
      ].join('\n'),
    );
  });

  test('is the same with colours, but for the colours', () => {
    const painted = formatDiagnostic(finding, sources, { color: true });
    expect(painted).toContain('\u001b[31merror');
    // oxlint-disable-next-line no-control-regex -- these are the colours
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(plain(finding));
  });

  test('shows the first line of what has several', () => {
    expect(plain(report('file-empty', at(2, 3, 4, 70), {}))).toContain('  2 │   fit:\n    │   ^^^^\n');
  });

  test('names related places', () => {
    const related = [{ message: 'the other rule', span: at(2, 3, 2, 6) }];
    const twice = report('duplicate-id', at(4, 15, 4, 19), { id: 'boss', kind: 'rule' }, { related });
    expect(plain(twice)).toContain('\n  agreements/acme/scoring/fit.yaml:2:3: the other rule\n');
  });

  test('shows of a long line what is around', () => {
    const long = [{ ...sources[0]!, text: `${'a'.repeat(500)}WRONG${'b'.repeat(500)}` }];
    const lines = plain(report('file-empty', at(1, 501, 1, 506), {}), long).split('\n');
    const frame = lines.find((line) => line.includes('WRONG')) ?? '';
    const carets = lines.find((line) => line.includes('^')) ?? '';
    expect(frame.length).toBeLessThan(120);
    expect(carets.indexOf('^')).toBe(frame.indexOf('WRONG'));
    expect(carets.trim().endsWith('^^^^^')).toBe(true);
  });

  test.each([
    ['both sides', 501, `…${'a'.repeat(38)}WRONG${'b'.repeat(65)}…`],
    ['the right', 1, `${'a'.repeat(109)}…`],
    ['the left', 1005, `…${'b'.repeat(109)}`],
  ])('marks a long line that is cut on %s', (_, col, frame) => {
    const long = [{ ...sources[0]!, text: `${'a'.repeat(500)}WRONG${'b'.repeat(500)}` }];
    expect(plain(report('file-empty', at(1, col, 1, col + 1), {}), long)).toContain(`  1 │ ${frame}\n`);
  });

  test('shows a line whole that is not long', () => {
    const text = `      - ${'a'.repeat(102)}`;
    expect(plain(report('file-empty', at(1, 60, 1, 61), {}), [{ ...sources[0]!, text }])).toContain(
      `  1 │ ${text}\n`,
    );
  });

  test('of no file names the program', () => {
    expect(plain(report('file-missing', at(1, 1, 1, 1, ''), { file: 'sla.yaml' }))).toMatch(
      /^smarketing {2}error/,
    );
  });
});

describe('what a file holds cannot rewrite the terminal', () => {
  const evil = 'x\u001b[2Jy\u0007\u202e\u200b\u009b1m\rz';

  test('in messages, help, related places and frames', () => {
    const related = [{ message: evil, span: at(1, 1, 1, 2) }];
    const bad = report(
      'unknown-option',
      at(1, 1, 1, 4),
      { option: evil, field: evil, options: evil },
      { related, hint: evil },
    );
    const shown = plain(bad, [{ path: 'x.yaml', name: 'scoring/fit.yaml', text: evil }]);
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202e]/);
    expect(shown).toContain('x�[2Jy���');
  });

  test('a tab keeps its column', () => {
    const tabbed = [{ path: 'x.yaml', name: 'scoring/fit.yaml', text: '\ta: 1' }];
    expect(plain(report('yaml-tab', at(1, 1, 1, 2), {}), tabbed)).toContain('  1 │ →a: 1\n    │ ^\n');
  });
});

test('findings are sorted by file and place, each once', () => {
  const one = report('file-empty', at(2, 1, 2, 1), {});
  const two = report('file-empty', at(10, 1, 10, 1), {});
  const other = report('file-empty', at(1, 1, 1, 1, 'a.yaml'), {});
  expect(sorted([two, one, other, one])).toEqual([other, one, two]);
});
