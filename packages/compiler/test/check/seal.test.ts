import { describe, expect, test } from 'vitest';
import { canonical } from '../../src/lower/seal.ts';
import { compiledWith, filesWith } from './agreement-of.ts';

const scoring = `scores:
  fit:
    rules:
      - { id: boss, points: 20, when: { seniority: vp } }
      - { id: large, points: 10, when: { employees: { at_least: 100 } } }
`;

function hashOf(text: string, file = 'scoring.yaml'): string {
  return compiledWith({ [file]: text }).hash;
}

const hash = hashOf(scoring);

describe('the hash', () => {
  test.each([
    ['a comment', `# what fits\n${scoring.replace('\n  fit', ' # all of them\n  fit')}`],
    ['empty lines and spaces', scoring.replace('scores:\n', 'scores:\n\n').replaceAll(', ', ',   ')],
    ['quotes', scoring.replace('vp', "'vp'").replace('points: 20', '"points": 20')],
    [
      'blocks in place of braces',
      scoring.replace(
        '{ id: boss, points: 20, when: { seniority: vp } }',
        'id: boss\n        points: 20\n        when:\n          seniority: vp',
      ),
    ],
    ['the order of keys in a rule', scoring.replace('id: boss, points: 20', 'points: 20, id: boss')],
    ['Windows line ends', scoring.replaceAll('\n', '\r\n')],
    ['a decimal that says nothing', scoring.replace('20', '20.0')],
  ])('is the same with %s', (_, text) => {
    expect(hashOf(text)).toBe(hash);
  });

  test('is the same when the text stands in another file', () => {
    expect(hashOf(scoring, 'scoring/fit.yaml')).toBe(hash);
  });

  test.each([
    ['points', scoring.replace('20', '21')],
    ['a threshold', scoring.replace('100', '101')],
    ['an inclusive end', scoring.replace('at_least', 'more_than')],
    ['an option', scoring.replace('vp', 'manager')],
    ['an id', scoring.replace('boss', 'chief')],
    ['a text', scoring.replace('points: 20', 'points: 20, because: They decide')],
    ['the order of rules', scoring.replace(/( {6}.*\n)( {6}.*\n)/, '$2$1')],
  ])('is another with another %s', (_, text) => {
    expect(text).not.toBe(scoring);
    expect(hashOf(text)).not.toBe(hash);
  });

  test('is another with another assertion, and the same with another waiver', () => {
    const [agreement = ''] = filesWith({}).flatMap(({ name, text }) =>
      name === 'agreement.yaml' ? [text] : [],
    );
    const withMore = (more: string): string =>
      compiledWith({ 'agreement.yaml': agreement + more, 'scoring.yaml': unused }).hash;
    const unused = scoring.replace('rules:', 'groups: { web: { cap: 5 } }\n    rules:');
    const asserted = 'assertions: [{ id: a, says: None., never: { becomes: customer, seniority: vp } }]\n';
    const waived = 'waivers: [{ finding: group-unused, of: fit, because: Soon., until: 2027-01-31 }]\n';
    expect(withMore(asserted)).not.toBe(withMore(''));
    expect(withMore(asserted.replace('vp', 'manager'))).not.toBe(withMore(asserted));
    expect(withMore(waived)).toBe(withMore(''));
    expect(withMore(waived.replace('2027-01', '2027-03'))).toBe(withMore(''));
  });

  test('is 64 hexadecimal digits, and of everything but itself and places', () => {
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(compiledWith({ 'scoring.yaml': scoring }).hash).toBe(hash);
  });
});

describe('canonical JSON', () => {
  test('has sorted keys and no spaces, at every level', () => {
    const value = { b: [{ d: 1, c: null }], a: 'x"\n', A: { z: true, y: -0.5 } };
    expect(canonical(value)).toBe('{"A":{"y":-0.5,"z":true},"a":"x\\"\\n","b":[{"c":null,"d":1}]}');
  });

  test('reads back as the same value', () => {
    const value = { list: [1, [], {}, 'é'], flag: false };
    expect(JSON.parse(canonical(value))).toEqual(value);
  });
});
