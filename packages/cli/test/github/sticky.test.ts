import { commentMarkdown } from '@smarketing/review';
import { describe, expect, test } from 'vitest';
import { connect } from '../../src/github/client.ts';
import { keepSticky, type Posted } from '../../src/github/sticky.ts';
import { type StoredComment, tokens } from './known.ts';
import { standIn, type StandIn } from './stand-in.ts';

const bot = { login: 'github-actions[bot]', type: 'Bot' };
const [head, other] = ['a'.repeat(40), 'b'.repeat(40)];

function commentOf(id: number, body: string, user = bot): StoredComment {
  return { id, body, user, html_url: `https://github.com/acme/agreements/pull/7#issuecomment-${id}` };
}

function keep(
  { api }: StandIn,
  text: string,
  { run = 5, attempt = 1, isNeeded = true }: { run?: number; attempt?: number; isNeeded?: boolean } = {},
): Promise<Posted | null> {
  const github = connect({
    api,
    token: tokens.workflow,
    fetch,
    sleep: () => Promise.resolve(),
    now: () => 0,
  });
  const stamp = { run, attempt, head };
  const sticky = { owner: 'acme', name: 'agreements', pull: 7, author: bot.login, stamp };
  return keepSticky(github, sticky, { text: (marker) => `${marker}\n\n${text}\n`, isNeeded });
}

const chatter = [1, 2, 3, 4].map((id) => commentOf(id, 'Nice', { login: 'ann', type: 'User' }));

describe('the one comment', () => {
  test('is found on the last page, and replaced', async () => {
    const own = commentOf(5, `<!-- smarketing review 4.1 ${other} -->\n\nOld\n`);
    const server = await standIn({ comments: [...chatter, own] });
    expect(await keep(server, 'New')).toEqual({ url: own.html_url, how: 'updated' });
    expect(server.known.comments).toHaveLength(5);
    expect(own.body).toBe(`<!-- smarketing review 5.1 ${head} -->\n\nNew\n`);
    expect(server.calls.filter((call) => call.startsWith('GET'))).toHaveLength(3);
  });

  test('is not one of somebody else with the same first line', async () => {
    const forged = commentOf(1, `<!-- smarketing review 9.1 ${head} -->\n\nApproved!\n`, {
      login: 'eve',
      type: 'User',
    });
    const quoted = commentOf(2, `Look: <!-- smarketing review -->\n`);
    const server = await standIn({ comments: [forged, quoted] });
    expect(await keep(server, 'New')).toMatchObject({ how: 'created' });
    expect(server.known.comments.map(({ body }) => body.includes('New'))).toEqual([false, false, true]);
  });

  test('is put right where somebody edited it', async () => {
    const own = commentOf(1, `<!-- smarketing review 4.1 ${head} -->\n\nApproved by everybody\n`);
    const server = await standIn({ comments: [own] });
    expect(await keep(server, 'Open')).toMatchObject({ how: 'updated' });
    expect(own.body).toContain('Open');
  });

  test('is left as it is where it says the same, whatever GitHub made of its line breaks', async () => {
    const own = commentOf(1, `<!-- smarketing review 4.1 ${other} -->\r\n\r\nThe same\r\nin two lines`);
    const server = await standIn({ comments: [own] });
    expect(await keep(server, 'The same\nin two lines')).toMatchObject({ how: 'left as it is' });
    expect(server.calls.some((call) => call.startsWith('PATCH'))).toBe(false);
  });

  test.each([
    ['a newer run of the same commit stays', 6, 1, head, 'left to a newer run'],
    ['a later attempt stays', 5, 2, head, 'left to a newer run'],
    ['an older run is replaced', 4, 9, head, 'updated'],
    ['what is of a commit that is no longer the last is replaced', 6, 1, other, 'updated'],
  ])('of %s', async (_, run, attempt, of, how) => {
    const own = commentOf(1, `<!-- smarketing review ${run}.${attempt} ${of} -->\n\nWhat was\n`);
    expect(await keep(await standIn({ comments: [own] }), 'What is')).toMatchObject({ how });
  });

  test('is not begun where it is not needed, and kept where it is there', async () => {
    const server = await standIn();
    expect(await keep(server, 'Nothing changes', { isNeeded: false })).toBeNull();
    expect(server.known.comments).toEqual([]);
    server.known.comments.push(commentOf(1, '<!-- smarketing review -->\n\nSomething\n'));
    expect(await keep(server, 'Nothing changes', { isNeeded: false })).toMatchObject({ how: 'updated' });
  });

  test('is created once, also where GitHub fails after it did so', async () => {
    const server = await standIn();
    server.faults.push({ call: /^POST .*comments$/, status: 502, isDone: true });
    expect(await keep(server, 'New')).toMatchObject({ how: 'left as it is' });
    expect(server.known.comments).toHaveLength(1);
    server.faults.push({ call: /^POST .*comments$/, status: 502, times: 1 });
    server.known.comments.pop();
    expect(await keep(server, 'New')).toMatchObject({ how: 'created' });
    expect(server.known.comments).toHaveLength(1);
  });

  test('fails where it cannot be written', async () => {
    const server = await standIn();
    server.faults.push({ call: /^POST .*comments$/, status: 403 });
    await expect(keep(server, 'New')).rejects.toMatchObject({ code: 'github-forbidden' });
  });
});

test('what smarketing itself prints is known as such a comment', async () => {
  const server = await standIn({ comments: [commentOf(1, commentMarkdown([]))] });
  expect(await keep(server, 'New')).toMatchObject({ how: 'updated' });
});
