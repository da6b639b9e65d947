import { jsonText } from '../encode/json.ts';
import { relativeUri, sarifText } from '../encode/sarif-text.ts';
import type { CheckReport, Finding, Place, Rule } from './findings.ts';
import { fingerprints } from './fingerprints.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const root = '%SRCROOT%';

/** SARIF 2.1.0, as code scanning and editors read it. */
export function sarif({ version, agreements, rules }: CheckReport): string {
  const findings = agreements.flatMap((agreement) => agreement.findings);
  const known = fingerprints(findings);
  const driver = {
    name: 'smarketing',
    version,
    informationUri: 'https://github.com/smarketing/smarketing',
    rules: rules.map(ruleAsSarif),
  };
  const run = {
    tool: { driver },
    columnKind: 'unicodeCodePoints',
    originalUriBaseIds: { [root]: { description: sarifText('Where smarketing was run.') } },
    results: findings.map((finding, index) => ({
      ...resultOf(finding),
      ruleIndex: rules.findIndex(({ code }) => code === finding.code),
      partialFingerprints: { 'fileCodeMessage/v1': known[index] },
    })),
  };
  return jsonText({ $schema: schema, version: '2.1.0', runs: [run] });
}

function ruleAsSarif({ code, severity, says, why, help }: Rule): object {
  return {
    id: code,
    shortDescription: sarifText(says),
    fullDescription: sarifText(why),
    help: sarifText(help),
    defaultConfiguration: { level: severity },
  };
}

function resultOf(finding: Finding): object {
  const { code, severity, message, help, related } = finding;
  return {
    ruleId: code,
    level: severity,
    message: sarifText([message, help].filter(Boolean).join('\n')),
    locations: [locationOf(finding)],
    relatedLocations: related.map((place, index) => ({
      id: index + 1,
      ...locationOf(place),
      message: sarifText(place.message),
    })),
  };
}

function locationOf({ file, span }: Place): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: relativeUri(file), uriBaseId: root },
      region: {
        startLine: span.line,
        startColumn: span.col,
        endLine: span.end_line,
        endColumn: span.end_col,
      },
    },
  };
}
