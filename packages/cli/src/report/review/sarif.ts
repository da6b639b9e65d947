import type { ReviewFile } from '@smarketing/review';
import { version } from '../../version.ts';
import { jsonText } from '../encode/json.ts';
import { relativeUri, sarifText } from '../encode/sarif-text.ts';
import { type Placed, placed } from './reviewed.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const root = '%SRCROOT%';
const levels = { breaking: 'warning', notable: 'note', wording: 'none', equivalent: 'none' } as const;

/** Changes as SARIF 2.1.0: a result is known again by the fingerprint of its change. */
export function reviewSarif(file: Pick<ReviewFile, 'agreements'>): string {
  const changes = placed(file);
  const kinds = [...new Set(changes.map(({ change }) => change.kind))];
  const rules = kinds.map((kind) => ({ id: kind, shortDescription: sarifText(kind.replace('-', ' ')) }));
  const driver = {
    name: 'smarketing review',
    version: version(),
    informationUri: 'https://github.com/smarketing/smarketing',
    rules,
  };
  const run = {
    tool: { driver },
    columnKind: 'unicodeCodePoints',
    originalUriBaseIds: { [root]: { description: sarifText('The root of the repository.') } },
    results: changes.map((one) => resultOf(one, kinds.indexOf(one.change.kind))),
  };
  return jsonText({ $schema: schema, version: '2.1.0', runs: [run] });
}

function resultOf({ change, path }: Placed, ruleIndex: number): object {
  const { kind, level, says, after, fingerprint } = change;
  return {
    ruleId: kind,
    ruleIndex,
    level: levels[level],
    message: sarifText(says),
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: relativeUri(path), uriBaseId: root },
          region: {
            startLine: after?.line,
            startColumn: after?.col,
            endLine: after?.end_line,
            endColumn: after?.end_col,
          },
        },
      },
    ],
    partialFingerprints: { 'change/v1': fingerprint },
  };
}
