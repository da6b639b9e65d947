import { compile, isReservedAgreement } from '@smarketing/compiler';
import { expect, test } from 'vitest';
import { base, sourcesOf } from '../examples/splice.ts';

test('an agreement is not called as another page of the site is', () => {
  expect(isReservedAgreement('findings')).toBe(true);
  const [agreement, found] = compile(sourcesOf(base), {
    name: 'findings',
    today: '2026-11-22',
    proofs: false,
  });
  expect(agreement).toBeUndefined();
  expect(found).toMatchObject([{ code: 'reserved-name', span: { file: 'agreement.yaml', line: 2 } }]);
});
