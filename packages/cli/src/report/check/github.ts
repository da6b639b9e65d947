import { workflowCommand } from '../encode/workflow-command.ts';
import { counted } from '../text.ts';
import { type CheckReport, type Finding, type Severity, spot } from './findings.ts';

/** As many as GitHub shows of a severity for one step. */
const shown = 10;

/** Annotations of GitHub Actions: the first of each severity, and a notice that counts the rest. */
export function github({ agreements }: CheckReport): string {
  const all = agreements.flatMap(({ findings }) => findings);
  const errors = all.filter(({ severity }) => severity === 'error');
  const warnings = all.filter(({ severity }) => severity === 'warning');
  const lines = [...errors.slice(0, shown), ...warnings.slice(0, shown)].map(annotation);
  const rest = [more(errors, 'error'), more(warnings, 'warning')].filter(Boolean).join(' and ');
  if (rest !== '') lines.push(notice(rest));
  return lines.map((line) => `${line}\n`).join('');
}

function annotation({ code, severity, message, help, file, span, related }: Finding): string {
  const isOneLine = span.line === span.end_line;
  return workflowCommand({
    command: severity,
    properties: {
      file,
      line: span.line,
      endLine: span.end_line,
      col: isOneLine ? span.col : undefined,
      endColumn: isOneLine ? span.end_col : undefined,
      title: code,
    },
    message: [message, ...related.map((place) => `${spot(place)}: ${place.message}`), help]
      .filter(Boolean)
      .join('\n'),
  });
}

function more(findings: readonly Finding[], severity: Severity): string {
  return findings.length > shown ? counted(findings.length - shown, `more ${severity}`) : '';
}

function notice(rest: string): string {
  const message = `There are ${rest}. All of them: smarketing check`;
  return workflowCommand({ command: 'notice', properties: { title: 'smarketing check' }, message });
}
