import { expect, test } from 'vitest';
import { fromFragment, toFragment } from '../../src/playground/address.ts';

test('what goes into an address comes out of it', () => {
  const held = { asOf: 1_794_906_000_000, lead: { job_title: 'Zoë 😀 <b>', employees: 'many', events: [] } };
  const fragment = toFragment(held);
  expect(fragment).toMatch(/^#lead=[\w-]+$/u);
  expect(fromFragment(fragment)).toEqual({ kind: 'case', asked: held });
});

const encoded = (value: unknown) => `#lead=${btoa(JSON.stringify(value)).replaceAll('=', '')}`;

test.each([
  ['#lead=%', 'no base 64'],
  ['#lead=_w', 'no UTF-8'],
  ['#lead=e30', 'an empty object'],
  [encoded({ asOf: 1e300, lead: {} }), 'a moment outside of time'],
  [encoded({ asOf: '2026', lead: {} }), 'a text for a moment'],
  [encoded({ asOf: 0, lead: [] }), 'a list for a lead'],
])('%s is unreadable: %s', (fragment) => {
  expect(fromFragment(fragment)).toEqual({ kind: 'unreadable' });
});

test('other fragments belong to the page', () => {
  expect(fromFragment('#main')).toBeNull();
  expect(fromFragment('')).toBeNull();
});
