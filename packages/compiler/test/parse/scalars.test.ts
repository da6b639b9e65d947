import { expect, test } from 'vitest';
import { scalarsOf } from '../../src/parse/scalars.ts';

test('each word, number and flag is told with its keys and its place', () => {
  const text = '# rules\nrules:\n  - { id: ä, points: -5 }\n  - id: b # two\n    on: [x, true]\n';
  expect(
    scalarsOf({ name: 'scoring.yaml', path: 'scoring.yaml', text }).map(({ path, value, span }) => [
      path.join('.'),
      value,
      `${span.line}:${span.col}-${span.end_col}`,
    ]),
  ).toEqual([
    ['rules.0.id', 'ä', '3:11-12'],
    ['rules.0.points', -5, '3:22-24'],
    ['rules.1.id', 'b', '4:9-10'],
    ['rules.1.on.0', 'x', '5:10-11'],
    ['rules.1.on.1', true, '5:13-17'],
  ]);
  expect(scalarsOf({ name: 'scoring.yaml', path: 'scoring.yaml', text: 'a: [1' })).toEqual([]);
});
