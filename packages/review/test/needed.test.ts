import { join } from 'node:path';
import { compile, readAgreementFolder } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import { expect, test } from 'vitest';
import { mayNeedForecast, reviewVersions, whyNoForecast } from '../src/index.ts';
import { edited } from './acme.ts';

const [files = []] = readAgreementFolder(join(import.meta.dirname, '../../../agreements/starter'));

function starter(file: string, from: string, to: string): Agreement {
  const options = { name: 'starter', today: '2000-01-01', proofs: false };
  const [agreement, found] = compile(edited(files, [{ file, replace: [[from, to]] }]), options);
  if (agreement) return agreement;
  throw new Error(found.map(({ code, message }) => `${code}: ${message}`).join('\n'));
}

const unchanged = starter('goals.yaml', 'target: 10000', 'target: 10000');

test.each([
  ['a word', 'vocabulary.yaml', 'label: Sent a form', 'label: Sent one form', false, 'no-effect'],
  ['an incentive', 'goals.yaml', 'for: shared', 'for: sales', false, 'no-effect'],
  [
    'a threshold',
    'funnel.yaml',
    'lead_score: { at_least: 60 }',
    'lead_score: { at_least: 65 }',
    true,
    undefined,
  ],
  ['the people of a desk', 'forecast.yaml', 'per_person: 20', 'per_person: 15', true, undefined],
  ['a promised time', 'sla.yaml', 'within: 8 hours', 'within: 6 hours', true, undefined],
] as const)('of %s it is known early whether it may move a figure', (_, file, from, to, may, why) => {
  const after = starter(file, from, to);
  expect(mayNeedForecast({ before: unchanged, after })).toBe(may);
  expect(whyNoForecast(reviewVersions(unchanged, after))).toBe(why);
});

test('without arrivals there is nothing to forecast', () => {
  const bare: Agreement = { ...unchanged, assumptions: [] };
  expect(mayNeedForecast({ before: unchanged, after: bare })).toBe(false);
});
