import { describe, expect, test } from 'vitest';
import { mostBytes, readReviewFile, reviewFileSchema } from '../src/index.ts';
import { forecast, replay } from './impact.ts';

const change = {
  kind: 'promise-tightened',
  part: 'promise',
  verb: 'tightened',
  about: 'first_call',
  says: 'The promise is due sooner.',
  was: null,
  is: null,
  level: 'breaking',
  harderFor: 'sales',
  before: null,
  after: { file: 'sla.yaml', line: 3, col: 1, end_line: 3, end_col: 9 },
  fingerprint: 'a'.repeat(64),
};
const proof = { verdict: 'same', says: 'Proved.', reason: null, sets: [], deadlines: [], points: [] };
const review = {
  agreement: 'acme',
  title: 'Acme',
  verdict: 'One change.',
  bump: 'major',
  before: { hash: 'a' },
  after: { hash: 'b' },
  changes: [change],
  proof,
};
const approvals = { isApproved: true, changes: [], waitsFor: [], refused: [] };
const agreement = {
  folder: 'agreements/acme',
  review,
  approvals,
  forecast: forecast('Call soon.'),
  replay: replay('MQL'),
};
const file = { version: 1, agreements: [agreement], failed: [] };

describe('the file of a review', () => {
  test('is read back as it was written', () => {
    expect(readReviewFile(JSON.stringify(file))).toEqual({ file });
  });

  test.each([
    ['{', 'It is not JSON.'],
    ['[]', 'It is not a review: the whole is not as it should be.'],
    [JSON.stringify({ ...file, version: 2 }), 'It is not a review: version is not as it should be.'],
    [
      JSON.stringify({ ...file, agreements: [{ ...agreement, more: [{ title: 'x', text: '<img>' }] }] }),
      'It is not a review: agreements.0 is not as it should be.',
    ],
    [JSON.stringify(file).replace('{"version"', '{"__proto__":{"a":1},"version"'), /^It is not a review/],
    [
      JSON.stringify(file).replace('promise-tightened', 'promise-<b>'),
      'It is not a review: agreements.0.review.changes.0.kind is not as it should be.',
    ],
    [JSON.stringify(file).replace('a'.repeat(64), 'A'), /changes\.0\.fingerprint is not as it should be/],
    [JSON.stringify({ ...file, failed: ['x'.repeat(200_001)] }), /failed\.0 is not as it should be/],
    [' '.repeat(mostBytes + 1), 'It is too long.'],
  ])('is refused where it is something else: %.60s', (text, problem) => {
    const read = readReviewFile(text);
    expect('problem' in read && read.problem).toMatch(problem);
  });

  test('has a JSON Schema that allows no other keys', () => {
    expect(reviewFileSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      additionalProperties: false,
      required: ['version', 'agreements', 'failed'],
    });
  });
});
