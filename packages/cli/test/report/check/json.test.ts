import { expect, test } from 'vitest';
import { json } from '../../../src/report/check/json.ts';
import { finding, report } from './sample.ts';

test('json has every finding of every agreement, and what was counted', () => {
  const found = finding({ related: [{ ...finding(), message: 'This is the first.' }] });
  const { file, span } = found;
  expect(JSON.parse(json(report([found, finding({ severity: 'warning' })])))).toEqual({
    version: 1,
    agreements: [
      {
        folder: 'agreements/acme',
        name: 'acme',
        hash: null,
        counts: { files: 2, errors: 1, warnings: 1, waived: 2 },
        findings: [
          { ...found, related: [{ message: 'This is the first.', file, span }] },
          finding({ severity: 'warning' }),
        ],
      },
    ],
  });
});

test('json has the hash of what compiled', () => {
  expect(JSON.parse(json(report([])))).toMatchObject({ agreements: [{ hash: 'abc', findings: [] }] });
});
