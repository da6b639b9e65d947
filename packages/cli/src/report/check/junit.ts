import { posix } from 'node:path';
import { xmlElement, xmlText } from '../encode/xml.ts';
import { type CheckedAgreement, type CheckReport, type Finding, spot } from './findings.ts';

interface Case {
  readonly file: string;
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** JUnit XML: a suite for each agreement, a case for each of its files; errors are failures, warnings what a case prints. */
export function junit({ agreements }: CheckReport): string {
  const suites = agreements.map((agreement) => ({ agreement, cases: casesOf(agreement) }));
  const totals = totalsOf(suites.flatMap(({ cases }) => cases));
  const inside = suites.map(({ agreement, cases }) => `\n  ${suite(agreement, cases)}`);
  const root = xmlElement('testsuites', { name: 'smarketing check', ...totals }, [...inside, '\n']);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

/** Every file that was read, and whatever else something was found about: a file that is missing, the folder. */
function casesOf({ files, findings }: CheckedAgreement): readonly Case[] {
  const byFile = Map.groupBy(findings, ({ file }) => file);
  return [...new Set([...files, ...byFile.keys()])].map((file) => {
    const found = byFile.get(file) ?? [];
    return {
      file,
      errors: found.filter(({ severity }) => severity === 'error'),
      warnings: found.filter(({ severity }) => severity === 'warning'),
    };
  });
}

function totalsOf(cases: readonly Case[]): Record<'tests' | 'failures' | 'errors', number> {
  return { tests: cases.length, failures: cases.filter(({ errors }) => errors.length > 0).length, errors: 0 };
}

function suite({ folder }: CheckedAgreement, cases: readonly Case[]): string {
  const inside = cases.map((one) => `\n    ${testCase(one, folder)}`);
  return xmlElement('testsuite', { name: folder, ...totalsOf(cases) }, [...inside, '\n  ']);
}

function testCase({ file, errors, warnings }: Case, folder: string): string {
  const inside = errors.map((finding) => {
    const attributes = { type: finding.code, message: finding.message };
    return xmlElement('failure', attributes, [xmlText(told(finding))]);
  });
  if (warnings.length > 0)
    inside.push(xmlElement('system-out', {}, [xmlText(warnings.map(told).join('\n\n'))]));
  const lines = inside.map((line) => `\n      ${line}`);
  return xmlElement(
    'testcase',
    { classname: folder, name: posix.relative(folder, file) || folder, file },
    inside.length > 0 ? [...lines, '\n    '] : [],
  );
}

function told(finding: Finding): string {
  const { severity, code, message, related, help } = finding;
  return [
    `${spot(finding)}  ${severity}  ${code}`,
    message,
    ...related.map((place) => `${spot(place)}: ${place.message}`),
    ...(help === null ? [] : [help]),
  ].join('\n');
}
