import type { Agreement } from '@smarketing/compiler/ir';
import { describe, expect, test } from 'vitest';
import { connect, type GitHub } from '../../src/github/client.ts';
import { membersOf } from '../../src/github/members.ts';
import { approvingOf, type Approving } from '../../src/github/reviews.ts';
import { tokens } from './known.ts';
import { standIn } from './stand-in.ts';

const [first, second] = ['1'.repeat(40), '2'.repeat(40)];
const options = { fetch, sleep: () => Promise.resolve(), now: () => 0 };

function review(
  login: string | null,
  state: string,
  commit_id: string | null = first,
  body: string | null = null,
): object {
  return { user: login === null ? null : { login }, state, commit_id, body };
}

async function approving(...reviews: readonly object[]): Promise<readonly Approving[]> {
  const { api } = await standIn({ reviews: [...reviews] });
  const github = connect({ api, token: tokens.workflow, ...options });
  return approvingOf(github, { owner: 'acme', name: 'agreements' }, 7);
}

describe('who approves', () => {
  test('is whose last word is an approval, on whichever page it stands', async () => {
    const found = await approving(
      review('sam', 'APPROVED'),
      review('sue', 'APPROVED'),
      review('mia', 'CHANGES_REQUESTED'),
      review('sue', 'CHANGES_REQUESTED'),
      review('Sam', 'COMMENTED', second),
      review('mia', 'APPROVED', second),
      review('max', 'DISMISSED'),
      review('eve', 'PENDING'),
      review(null, 'APPROVED'),
      review('gone', 'APPROVED', null),
    );
    expect(found).toEqual([
      { login: 'sam', commit: first, for: undefined },
      { login: 'mia', commit: second, for: undefined },
      { login: 'gone', commit: null, for: undefined },
    ]);
  });

  test.each([
    ['for sales', 'sales'],
    ['Good.\r\nFor Marketing.\r\nThanks', 'marketing'],
    ['This is for sales and not for us', undefined],
    ['for sales\nfor marketing', undefined],
    ['for everybody', undefined],
  ])('says for which team: %j', async (body, party) => {
    const [found] = await approving(review('rita', 'APPROVED', first, body));
    expect(found?.for).toBe(party);
  });
});

const agreement = {
  parties: [
    { id: 'marketing', title: '', head: '', approvers: ['@acme/Marketing-Leads', '@rita'] },
    { id: 'sales', title: '', head: '', approvers: ['@acme/sales-leads'] },
  ],
} as unknown as Agreement;

async function github(token: string): Promise<GitHub> {
  const teams = {
    'acme/marketing-leads': { mia: 'active', max: 'pending' },
    'acme/sales-leads': { sam: 'active' },
  } as const;
  const { api } = await standIn({ teams });
  return connect({ api, token, ...options });
}

describe('who belongs to a team', () => {
  test('is asked of GitHub; who was only invited does not', async () => {
    expect(await membersOf(await github(tokens.teams), [agreement], ['mia', 'max', 'sam'])).toEqual({
      members: { '@acme/Marketing-Leads': ['mia'], '@acme/sales-leads': ['sam'] },
      unknown: [],
    });
  });

  test('is not known without a token, which is said, and not asked if nobody approves', async () => {
    const unknown = ['@acme/Marketing-Leads', '@acme/sales-leads'];
    expect(await membersOf(undefined, [agreement], ['mia'])).toEqual({ members: {}, unknown });
    expect(await membersOf(undefined, [agreement], [])).toEqual({ members: {}, unknown: [] });
  });

  test('fails with a token that may not read it', async () => {
    const other = await github(tokens.workflow);
    await expect(membersOf(other, [agreement], ['mia'])).rejects.toMatchObject({ code: 'github-forbidden' });
  });
});
