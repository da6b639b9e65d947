import { describe, expect, test } from 'vitest';
import { at, connect, type GitHub, type GitHubOptions } from '../../src/github/client.ts';
import { tokens } from './known.ts';
import { type Fault, standIn, type StandIn } from './stand-in.ts';

interface Connected {
  readonly github: GitHub;
  readonly server: StandIn;
  readonly waited: readonly number[];
}

async function connected(fault?: Fault, options: Partial<GitHubOptions> = {}): Promise<Connected> {
  const server = await standIn({ branches: { main: 'a'.repeat(40) } });
  if (fault) server.faults.push(fault);
  const waited: number[] = [];
  const sleep = (milliseconds: number): Promise<void> => Promise.resolve(void waited.push(milliseconds));
  const github = connect({
    api: server.api,
    token: tokens.workflow,
    fetch,
    sleep,
    now: () => 1_000_000,
    ...options,
  });
  return { github, server, waited };
}

const main = '/repos/acme/agreements/branches/main';
const call = /branches\/main$/;

describe('a call that fails for a while is tried again', () => {
  test.each<[string, Fault, readonly number[]]>([
    ['5xx', { call, status: 502, times: 3 }, [1000, 2000, 4000]],
    ['429, after what it says', { call, status: 429, headers: { 'retry-after': '7' } }, [7000]],
    ['a limit that it tells with 403', { call, status: 403, headers: { 'retry-after': '3' } }, [3000]],
    [
      'no calls left, until there are some again',
      { call, status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1020' } },
      [20_000],
    ],
    ['429 that says nothing', { call, status: 429 }, [60_000]],
  ])('%s', async (_, fault, waits) => {
    const { github, waited } = await connected(fault);
    await expect(github.get(main)).resolves.toMatchObject({ name: 'main' });
    expect(waited).toEqual(waits);
  });

  test('a slow one', async () => {
    const { github, waited } = await connected({ call, isSlow: true }, { timeout: 400 });
    await expect(github.get(main)).resolves.toMatchObject({ name: 'main' });
    expect(waited[0]).toBe(1000);
  });
});

describe('a call that fails for good says why, and what to do', () => {
  test.each<[string, Fault, Partial<GitHubOptions>, number]>([
    ['github-failing', { call, status: 500, times: 9 }, {}, 5],
    ['github-unreachable', { call, isSlow: true, times: 9 }, { timeout: 60 }, 5],
    ['github-rate-limited', { call, status: 429, headers: { 'retry-after': '3600' } }, {}, 1],
    ['github-forbidden', { call, status: 403 }, {}, 1],
    ['github-not-found', { call, status: 404 }, {}, 1],
    ['github-refused', { call, status: 422 }, {}, 1],
    ['github-unreadable', { call, status: 200, body: '<html>' }, {}, 1],
    ['github-unreadable', { call, status: 200, body: 'x'.repeat(20_000_001) }, {}, 1],
  ])('%s', async (code, fault, options, tries) => {
    const { github, server } = await connected(fault, options);
    await expect(github.get(main)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(`(${code}): `) as string,
      help: expect.stringMatching(/\.$/) as string,
    });
    expect(server.calls).toHaveLength(tries);
  });

  test('github-forbidden of a token that is none', async () => {
    const { github } = await connected(undefined, { token: 'other' });
    await expect(github.get(main)).rejects.toThrow(
      'GitHub does not let this token do that (github-forbidden): GET /repos/acme/agreements/branches/main: 401 Bad credentials',
    );
  });

  test('github-unreachable of a server that is not there', async () => {
    const { github } = await connected(undefined, { api: 'http://127.0.0.1:1' });
    await expect(github.get(main)).rejects.toMatchObject({ code: 'github-unreachable' });
  });
});

test('a list is read on all of its pages, and on none of another server', async () => {
  const { github, server } = await connected();
  server.known.reviews.push(...Array.from({ length: 5 }, (_, id) => ({ id })));
  const path = '/repos/acme/agreements/pulls/7/reviews';
  expect(await github.pages(path)).toHaveLength(5);
  expect(server.calls).toHaveLength(3);
  server.faults.push({
    call: /reviews/,
    status: 200,
    body: '[]',
    headers: { link: '<http://127.0.0.1:1/other>; rel="next"' },
  });
  await expect(github.pages(path)).rejects.toMatchObject({ code: 'github-unreadable' });
});

test('what must not be done twice is not tried again if it may have worked', async () => {
  const { github, server } = await connected({ call: /^POST/, status: 504, isDone: true });
  const path = '/repos/acme/agreements/issues/7/comments';
  await expect(github.sendOnce('POST', path, { body: 'x' })).rejects.toMatchObject({ mayHaveWorked: true });
  expect(server.known.comments).toHaveLength(1);
  server.faults.push({ call: /^POST/, status: 429, headers: { 'retry-after': '1' } });
  await github.sendOnce('POST', path, { body: 'y' });
  expect(server.known.comments).toHaveLength(2);
});

test('a value stays in its place of a path', () => {
  expect(at`/repos/${'acme'}/${'a/../b?c#d'}/x`).toBe('/repos/acme/a%2F..%2Fb%3Fc%23d/x');
  expect(() => at`/repos/${'..'}`).toThrow('A name is empty or dots.');
});
