import { describe, expect, test } from 'vitest';
import { junit } from '../../../src/report/check/junit.ts';
import { hostile } from '../hostile.ts';
import { parseXml } from '../xml.ts';
import { finding, findingOf, report } from './sample.ts';

const noTotals = { tests: '2', failures: '0', errors: '0' };

describe('junit', () => {
  test('has a suite an agreement and a case a file', () => {
    const root = parseXml(junit(report([])));
    expect(root).toMatchObject({ name: 'testsuites', attributes: { name: 'smarketing check', ...noTotals } });
    const [suite] = root.children;
    expect(suite).toMatchObject({ name: 'testsuite', attributes: { name: 'agreements/acme', ...noTotals } });
    expect(suite?.children.map(({ attributes }) => attributes)).toEqual(
      ['agreement.yaml', 'scoring.yaml'].map((name) => ({
        classname: 'agreements/acme',
        name,
        file: `agreements/acme/${name}`,
      })),
    );
  });

  test('makes failures of errors, and output of warnings', () => {
    const warning = finding({ severity: 'warning', code: 'group-unused', message: 'No rule is in it.' });
    const root = parseXml(junit(report([finding(), finding({ message: 'Another.' }), warning])));
    expect(root.attributes).toMatchObject({ tests: '2', failures: '1' });
    const [, scoring] = root.children[0]!.children;
    expect(scoring?.children.map(({ name, attributes }) => [name, attributes])).toEqual([
      ['failure', { type: 'unknown-name', message: 'Nothing is called `contry`.' }],
      ['failure', { type: 'unknown-name', message: 'Another.' }],
      ['system-out', {}],
    ]);
    expect(scoring?.children[0]?.text).toBe(
      'agreements/acme/scoring.yaml:4:7  error  unknown-name\nNothing is called `contry`.\nDid you mean `country`?',
    );
    expect(scoring?.children[2]?.text).toContain('  warning  group-unused\nNo rule is in it.');
  });

  test('has a case for what was not read: a file that is missing, the folder itself', () => {
    const missing = finding({ file: 'agreements/acme/sla.yaml' });
    const root = parseXml(junit(report([missing, finding({ file: 'agreements/acme' })])));
    const names = root.children[0]!.children.map(({ attributes }) => attributes['name']);
    expect(names).toEqual(['agreement.yaml', 'scoring.yaml', 'sla.yaml', 'agreements/acme']);
    expect(root.attributes).toMatchObject({ tests: '4', failures: '2' });
  });

  test.each(hostile.map((text) => [text.slice(0, 40), text]))(
    'is well-formed whatever it says: %j',
    (_, text) => {
      const found = findingOf(text);
      const [suite] = parseXml(junit(report([found, { ...found, severity: 'warning' }]))).children;
      expect(suite?.children.at(-1)?.children.map(({ name, children }) => [name, children.length])).toEqual([
        ['failure', 0],
        ['system-out', 0],
      ]);
    },
  );
});
