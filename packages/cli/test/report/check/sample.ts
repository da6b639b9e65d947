import type { CheckReport, Finding } from '../../../src/report/check/findings.ts';

/** A finding in the fourth line of a file, with what differs from that. */
export function finding(differs: Partial<Finding> = {}): Finding {
  return {
    code: 'unknown-name',
    severity: 'error',
    message: 'Nothing is called `contry`.',
    help: 'Did you mean `country`?',
    file: 'agreements/acme/scoring.yaml',
    span: { line: 4, col: 7, end_line: 4, end_col: 13 },
    related: [],
    ...differs,
  };
}

/** What was found in one agreement of two files. */
export function report(findings: readonly Finding[]): CheckReport {
  const codes = [...new Set(findings.map(({ code }) => code))];
  const [says, why, help] = ['Nothing is called `<name>`.', 'Names are promises.', 'Correct it.'];
  return {
    version: '1.2.3',
    agreements: [
      {
        folder: 'agreements/acme',
        name: 'acme',
        hash: findings.length > 0 ? null : 'abc',
        waived: 2,
        files: ['agreements/acme/agreement.yaml', 'agreements/acme/scoring.yaml'],
        findings,
      },
    ],
    rules: codes.map((code) => ({ code, severity: 'error', says, why, help })),
  };
}

/** A finding whose every text is this one. */
export function findingOf(text: string): Finding {
  const { span } = finding();
  return finding({ message: text, help: text, file: text, related: [{ message: text, file: text, span }] });
}
