import { expect, test } from 'vitest';
import { asWritten, cases, findings, repaired } from './agreements.ts';
import { judged, proved } from './proved.ts';

test.each(['posthog', 'relias', 'hubspot'] as const)(
  '%s as written: the proofs find what the cases judge, and nothing else',
  (name) => {
    const { found, notProved } = proved(name, asWritten(name));
    expect(found).toEqual(judged(cases[name].proofs));
    expect(notProved).toBeLessThanOrEqual(cases[name].not_proved.at_most);
  },
);

test('posthog repaired: the four bands no longer overlap, and the rest stays', () => {
  const { proofs, not_proved: open } = cases.posthog;
  const goes = proofs.filter(({ repair }) => repair !== undefined);
  expect(goes.map(({ code }) => code)).toEqual(Array(4).fill('rows-overlap'));
  const sources = repaired('posthog');
  expect(findings('posthog', sources)).toEqual([]);
  const { found, notProved } = proved('posthog', sources);
  expect(found).toEqual(judged(proofs.filter(({ repair }) => repair === undefined)));
  expect(notProved).toBeLessThanOrEqual(open.at_most);
});

test('relias without a floor: points that nothing tells apart do not make the proofs too large', () => {
  const sources = asWritten('relias').map((file) => ({
    ...file,
    text: file.name === 'scoring.yaml' ? file.text.replace('    floor: 0\n', '') : file.text,
  }));
  expect(proved('relias', sources)).toEqual(proved('relias', asWritten('relias')));
});
