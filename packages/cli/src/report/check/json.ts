import { jsonText } from '../encode/json.ts';
import { type CheckedAgreement, type CheckReport, countOf, type Finding, type Place } from './findings.ts';

/** One JSON object. Keys may be added; what is here keeps its name and meaning as long as `version` is 1. */
export function json({ agreements }: CheckReport): string {
  return jsonText({ version: 1, agreements: agreements.map(agreementAsJson) });
}

function agreementAsJson(agreement: CheckedAgreement): object {
  const { folder, name, hash, files, findings, waived } = agreement;
  return {
    folder,
    name,
    hash,
    counts: {
      files: files.length,
      errors: countOf(agreement, 'error'),
      warnings: countOf(agreement, 'warning'),
      waived,
    },
    findings: findings.map(findingAsJson),
  };
}

function findingAsJson(finding: Finding): object {
  const { code, severity, help, related } = finding;
  const { message, ...place } = placeAsJson(finding);
  return { code, severity, message, help, ...place, related: related.map(placeAsJson) };
}

function placeAsJson({ message, file, span: { line, col, end_line, end_col } }: Place): Place {
  return { message, file, span: { line, col, end_line, end_col } };
}
