import { type ReviewFile, readReviewFile } from '@smarketing/review';
import { expect, test } from 'vitest';
import { hostile } from '../../../../review/test/hostile.ts';
import { jsonText } from '../../../src/report/encode/json.ts';
import { reviewAnnotations } from '../../../src/report/review/github.ts';
import { reviewSarif } from '../../../src/report/review/sarif.ts';
import { hostile as others, deceiving } from '../hostile.ts';
import { reviewOf } from './sample.ts';

const all = [...hostile, ...others];

function fileOf(text: string, changes = 1): ReviewFile {
  return { version: 1, agreements: [reviewOf({ text, changes })], failed: [] };
}

const annotation = /^::warning file=[^\r\n,]*,line=3,endLine=4,title=route-moved::[^\r\n]*\n$/;

test(`${all.length} texts stay inside of their annotation`, () => {
  for (const text of all) {
    const lines = reviewAnnotations(fileOf(text));
    expect(lines).toMatch(annotation);
    expect(lines).not.toMatch(deceiving);
  }
});

test(`${all.length} texts are plain text in SARIF, and whole`, () => {
  for (const text of all) {
    const sarif = reviewSarif(fileOf(text));
    expect(sarif).not.toMatch(deceiving);
    const { runs } = JSON.parse(sarif) as {
      runs: {
        results: {
          message: { text: string };
          locations: { physicalLocation: { artifactLocation: { uri: string } } }[];
        }[];
      }[];
    };
    const [result] = runs[0]?.results ?? [];
    expect(result?.message.text).not.toMatch(/\]\(|(?<!\{)(?:\{\{)*\{(?!\{)/);
    expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toMatch(/^[\w\-.!~*'()%/]*$/);
  }
});

test(`${all.length} texts come back from the file of a review as they were`, () => {
  for (const text of all.filter((one) => one.isWellFormed())) {
    const json = jsonText(fileOf(text));
    expect(json).not.toMatch(deceiving);
    expect(readReviewFile(json)).toEqual({ file: fileOf(text) });
  }
});

test('ten annotations of a kind at most, and the rest counted', () => {
  const lines = reviewAnnotations(fileOf('x', 25)).trimEnd().split('\n');
  expect(lines).toHaveLength(11);
  expect(lines.at(-1)).toBe(
    '::notice title=smarketing review::There are 15 more changes. All of them: smarketing diff',
  );
});
