import { expect, test } from 'vitest';
import { builtPages, htmlOf } from './pages.ts';

const textOf = (page: string): string =>
  htmlOf(page)
    .replaceAll(/<sup>/gu, '^')
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll(/\s+/gu, ' ');

test.each(['acme/', 'starter/'])(
  '/%s says for how many kinds of lead it is proved that none leaks',
  (page) => {
    const proved = /No lead leaks: proved for (?:about [\d.]+ × 10 ?\^\d+|[\d,]+) kinds of lead\./u;
    expect(textOf(page)).toMatch(proved);
    expect(textOf(`${page}proofs/`)).toMatch(proved);
  },
);

test('every topic of the overview leads to its statements', () => {
  for (const topic of ['leaks', 'dead', 'reach', 'scores', 'order', 'personas', 'assertions']) {
    expect(htmlOf('acme/')).toContain(`href="/acme/proofs/#${topic}"`);
  }
  expect(builtPages).toEqual(
    expect.arrayContaining(['acme/proofs/', 'acme/proofs/dead/', 'acme/proofs/reach/']),
  );
});

test('each assertion stands with its condition and its verdict', () => {
  const [, text = ''] = textOf('acme/proofs/').split('An MQL by grade has agreed to be called.');
  expect(text).toMatch(/^\s*Proved Where The stage entered is MQL.*It is always so that/u);
});

test('scores stand with their proved bounds, and the cheapest way to MQL with a lead', () => {
  const text = textOf('acme/scoring/');
  expect(text).toMatch(/Proved for every lead: between 0 and 75/u);
  expect(text).toMatch(/The cheapest way to MQL .*: 1 event .*For example: Where the lead came from/u);
});

test('no personal value of an invented lead reaches a page', () => {
  for (const page of builtPages.filter((path) => path.includes('/proofs/'))) {
    expect(textOf(page)).not.toMatch(/@gmail|ae sydney/u);
  }
});
