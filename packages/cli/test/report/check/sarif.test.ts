import { describe, expect, test } from 'vitest';
import { sarif } from '../../../src/report/check/sarif.ts';
import { hostile } from '../hostile.ts';
import { finding, findingOf, report } from './sample.ts';

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly message: { readonly text: string };
        readonly partialFingerprints: Readonly<Record<string, string>>;
      }[];
    },
  ];
}

function runOf(...findings: Parameters<typeof report>[0]): Log['runs'][0] {
  return (JSON.parse(sarif(report(findings))) as Log).runs[0];
}

function fingerprints(...findings: Parameters<typeof report>[0]): (string | undefined)[] {
  return runOf(...findings).results.map((result) => result.partialFingerprints['fileCodeMessage/v1']);
}

describe('sarif', () => {
  test('says what it is, who wrote it, and how columns count', () => {
    expect(JSON.parse(sarif(report([])))).toEqual({
      $schema: expect.stringMatching(/\/sarif-schema-2\.1\.0\.json$/),
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'smarketing',
              version: '1.2.3',
              informationUri: expect.stringMatching(/^https:/),
              rules: [],
            },
          },
          columnKind: 'unicodeCodePoints',
          originalUriBaseIds: { '%SRCROOT%': { description: { text: expect.any(String) } } },
          results: [],
        },
      ],
    });
  });

  test('has a result a finding, with its places', () => {
    const { file, span } = finding();
    const [result] = runOf(finding({ related: [{ message: 'This is the first.', file, span }] })).results;
    const physicalLocation = {
      artifactLocation: { uri: 'agreements/acme/scoring.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 4, startColumn: 7, endLine: 4, endColumn: 13 },
    };
    expect(result).toEqual({
      ruleId: 'unknown-name',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'Nothing is called `contry`.\nDid you mean `country`?' },
      locations: [{ physicalLocation }],
      relatedLocations: [{ id: 1, physicalLocation, message: { text: 'This is the first.' } }],
      partialFingerprints: { 'fileCodeMessage/v1': expect.stringMatching(/^[\da-f]{32}$/) },
    });
  });

  test('has a rule for each code that was found, once', () => {
    const { tool, results } = runOf(finding(), finding({ code: 'rows-gap' }), finding());
    expect(tool.driver.rules).toEqual(
      ['unknown-name', 'rows-gap'].map((id) => ({
        id,
        shortDescription: { text: 'Nothing is called `<name>`.' },
        fullDescription: { text: 'Names are promises.' },
        help: { text: 'Correct it.' },
        defaultConfiguration: { level: 'error' },
      })),
    );
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  test('knows a finding again when its lines have moved, and tells apart what says the same', () => {
    const moved = finding({ span: { line: 40, col: 1, end_line: 40, end_col: 7 } });
    const others = [
      finding({ message: 'Another.' }),
      finding({ code: 'rows-gap' }),
      finding({ file: 'b.yaml' }),
    ];
    expect(fingerprints(moved)).toEqual(fingerprints(finding()));
    expect(new Set(fingerprints(finding(), moved, ...others)).size).toBe(5);
  });

  test.each(hostile.map((text) => [text.slice(0, 40), text]))(
    'makes no link of what it says: %j',
    (_, text) => {
      const [result] = runOf(findingOf(text)).results;
      expect(result?.message.text).not.toContain('](');
    },
  );
});
