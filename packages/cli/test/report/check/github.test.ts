import { describe, expect, test } from 'vitest';
import { github } from '../../../src/report/check/github.ts';
import { hostile } from '../hostile.ts';
import { finding, findingOf, report } from './sample.ts';

const { span } = finding();

describe('github', () => {
  test('is one annotation a finding, with everything that is said of it', () => {
    const related = [{ message: 'This is the first.', file: 'agreements/acme/funnel.yaml', span }];
    expect(github(report([finding({ related }), finding({ severity: 'warning', help: null })]))).toBe(
      [
        '::error file=agreements/acme/scoring.yaml,line=4,endLine=4,col=7,endColumn=13,title=unknown-name::Nothing is called `contry`.%0Aagreements/acme/funnel.yaml:4:7: This is the first.%0ADid you mean `country`?\n',
        '::warning file=agreements/acme/scoring.yaml,line=4,endLine=4,col=7,endColumn=13,title=unknown-name::Nothing is called `contry`.\n',
      ].join(''),
    );
  });

  test('is nothing where nothing was found', () => {
    expect(github(report([]))).toBe('');
  });

  test('has no columns over several lines, since GitHub takes them within one line only', () => {
    const line = github(report([finding({ span: { ...span, end_line: 6 } })]));
    expect(line).toContain('line=4,endLine=6,title=');
  });

  test('keeps to 10 of a severity, and counts the rest', () => {
    const errors = Array.from({ length: 12 }, () => finding());
    const warnings = Array.from({ length: 11 }, () => finding({ severity: 'warning' }));
    const lines = github(report([...warnings, ...errors]))
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => /^::(\w+)/.exec(line)?.[1])).toEqual([
      ...Array.from({ length: 10 }, () => 'error'),
      ...Array.from({ length: 10 }, () => 'warning'),
      'notice',
    ]);
    expect(lines.at(-1)).toBe(
      '::notice title=smarketing check::There are 2 more errors and 1 more warning. All of them: smarketing check',
    );
  });

  test('counts nothing where all of them are shown', () => {
    expect(github(report(Array.from({ length: 10 }, () => finding())))).not.toContain('::notice');
  });

  test.each(hostile.map((text) => [text.slice(0, 40), text]))(
    'is one line whatever it says: %j',
    (_, text) => {
      expect(github(report([findingOf(text)]))).toMatch(/^::error file=[^:,\n]*,line=4,[^:\n]*::.*\n$/);
    },
  );
});
