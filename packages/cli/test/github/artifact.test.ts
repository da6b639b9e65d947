import { mostBytes } from '@smarketing/review';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { downloadReview } from '../../src/github/artifact.ts';
import { connect } from '../../src/github/client.ts';
import { type Known, tokens } from './known.ts';
import { standIn } from './stand-in.ts';

const file = { version: 1, agreements: [], failed: [] };
const json = strToU8(JSON.stringify(file));

const event = {
  repository: { full_name: 'acme/agreements' },
  workflow_run: {
    id: 30,
    run_number: 5,
    run_attempt: 1,
    event: 'pull_request',
    head_branch: 'x',
    head_sha: 'a'.repeat(40),
    head_repository: null,
  },
};

type Left = Partial<Known['artifacts'][number]>;

async function downloaded(...left: readonly Left[]): Promise<{ read: unknown; authorization: unknown[] }> {
  const artifacts = left.map((one) => ({
    run: 30,
    name: 'review',
    zip: zipSync({ 'review.json': json }),
    ...one,
  }));
  const { api, storage } = await standIn({ artifacts });
  const github = connect({
    api,
    token: tokens.workflow,
    fetch,
    sleep: () => Promise.resolve(),
    now: () => 0,
  });
  const read = await downloadReview(github, event);
  return { read, authorization: storage.map(({ authorization }) => authorization) };
}

/** An archive whose one file says that it has another size, in the list and beside the file. */
function liar(size: number): Uint8Array {
  const zip = zipSync({ 'review.json': json }, { level: 9 });
  const view = new DataView(zip.buffer);
  for (let index = 0; index < zip.length - 4; index += 1) {
    const signature = view.getUint32(index, true);
    if (signature === 0x04034b50) view.setUint32(index + 22, size, true);
    if (signature === 0x02014b50) view.setUint32(index + 24, size, true);
  }
  return zip;
}

describe('what a run left', () => {
  test('is read from where GitHub keeps it, which does not see the token', async () => {
    const { read, authorization } = await downloaded({}, { run: 29 }, { name: 'other' });
    expect(read).toEqual({ file });
    expect(authorization).toEqual([undefined]);
  });

  test('is the newest of several attempts', async () => {
    const { read } = await downloaded({ zip: strToU8('old') }, {}, { expired: true });
    expect(read).toEqual({ file });
  });

  test.each<[string, Left, string]>([
    ['nothing', { run: 1 }, 'The run of the pull request left no review.'],
    ['what is gone', { expired: true }, 'The run of the pull request left no review.'],
    ['no archive', { zip: strToU8('PK\u0003\u0004 and so on') }, 'What the run left cannot be unpacked.'],
    ['an empty one', { zip: new Uint8Array() }, 'What the run left cannot be unpacked.'],
    ['another file', { zip: zipSync({ '../review.json': json }) }, 'What the run left cannot be unpacked.'],
    [
      'too many files',
      { zip: zipSync(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${at}`, json]))) },
      'What the run left cannot be unpacked.',
    ],
    [
      'a small archive of a large file',
      { zip: zipSync({ 'review.json': new Uint8Array(mostBytes + 1) }, { level: 9 }) },
      'What the run left cannot be unpacked.',
    ],
    ['a file that is longer than it says', { zip: liar(3) }, 'It is not JSON.'],
    [
      'what is no text',
      { zip: zipSync({ 'review.json': new Uint8Array([0xff, 0xfe, 0x00]) }) },
      'What the run left cannot be unpacked.',
    ],
    ['too long an archive', { zip: new Uint8Array(mostBytes + 1) }, 'What the run left is too long.'],
    [
      'other JSON',
      { zip: zipSync({ 'review.json': strToU8('[]') }) },
      'It is not a review: the whole is not as it should be.',
    ],
  ])('is refused if it is %s', async (_, left, problem) => {
    const { read } = await downloaded(left);
    expect(read).toEqual({ problem });
  });
});
