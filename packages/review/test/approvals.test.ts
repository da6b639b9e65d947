import type { Agreement } from '@smarketing/compiler/ir';
import { describe, expect, test } from 'vitest';
import { sample } from '../../compiler/test/words/sample.ts';
import { type Approvals, approvalState, type Change } from '../src/index.ts';

const before: Agreement = {
  ...sample,
  parties: [
    { id: 'marketing', title: 'Marketing', head: '', approvers: ['@acme/marketing-leads', '@rita'] },
    { id: 'sales', title: 'Sales', head: '', approvers: ['@acme/sales-leads', '@rita'] },
  ],
};
const members = { '@acme/marketing-leads': ['@mia', '@max'], '@acme/Sales-Leads': ['Sam', '@sue'] };

const change = (fingerprint: string, more: Partial<Change>): Change => ({
  kind: 'promise-tightened',
  part: 'promise',
  verb: 'tightened',
  about: 'first_contact',
  says: '',
  was: null,
  is: null,
  level: 'breaking',
  harderFor: 'sales',
  before: null,
  after: null,
  fingerprint,
  ...more,
});

const promise = change('p', {});
const band = change('b', { part: 'band', level: 'notable', harderFor: 'sales' });
const words = change('w', { level: 'wording', harderFor: 'nobody' });
const refactored = change('r', { part: 'route', level: 'equivalent', harderFor: 'nobody' });

function state(
  changes: readonly Change[],
  approvals: Approvals['approvals'],
  author = '@ann',
): ReturnType<typeof approvalState> {
  return approvalState(changes, { before, given: { author, members, approvals } });
}

describe('who must agree', () => {
  test.each([
    ['what is harder for sales needs sales', promise, ['sales']],
    [
      'what is harder for marketing needs marketing',
      { ...promise, harderFor: 'marketing' as const },
      ['marketing'],
    ],
    ['what is harder for nobody needs one of them', { ...promise, harderFor: 'nobody' as const }, ['either']],
    ['scoring needs both, whoever has it harder', band, ['marketing', 'sales']],
    ['wording needs one of them', words, ['either']],
    ['what is proved to decide the same needs nobody', refactored, []],
  ] as const)('%s', (_, one, waitsFor) => {
    expect(state([one], [])).toMatchObject({ waitsFor, isApproved: waitsFor.length === 0 });
  });

  test('an agreement may say otherwise, and the old one counts', () => {
    const strict = { ...before, approvals: { ...before.approvals, promises: 'both' as const } };
    const given = { author: '@ann', members, approvals: [] };
    expect(approvalState([promise], { before: strict, given }).waitsFor).toEqual(['marketing', 'sales']);
  });
});

describe('an approval', () => {
  test('is for the changes that it names', () => {
    expect(state([promise], [{ by: '@sam', changes: ['p'] }]).isApproved).toBe(true);
    expect(state([{ ...promise, fingerprint: 'p2' }], [{ by: '@sam', changes: ['p'] }]).waitsFor).toEqual([
      'sales',
    ]);
    expect(state([words], [{ by: '@sam', changes: ['p', 'w'] }]).isApproved).toBe(true);
  });

  test('of a team, whichever member gives it', () => {
    const both = [
      { by: 'SUE', changes: ['b'] },
      { by: '@max', changes: ['b'] },
    ];
    expect(state([band], both)).toMatchObject({ isApproved: true, refused: [] });
    expect(state([band], both.slice(1)).waitsFor).toEqual(['sales']);
  });

  test.each([
    ['the author’s own', [{ by: '@SAM', changes: ['p'] }], '@sam', 'author'],
    ['of somebody else', [{ by: '@eve', changes: ['p'] }], '@ann', 'not_an_approver'],
    [
      'for a team that one does not speak for',
      [{ by: '@mia', for: 'sales' as const, changes: ['p'] }],
      '@ann',
      'not_an_approver',
    ],
    [
      'of who could speak for both and does not say for which',
      [{ by: '@rita', changes: ['p'] }],
      '@ann',
      'which_team',
    ],
  ])('does not count: %s', (_, approvals, author, reason) => {
    const { isApproved, refused } = state([promise], approvals, author);
    expect({ isApproved, refused }).toEqual({
      isApproved: false,
      refused: [{ by: approvals[0]?.by, reason }],
    });
  });

  test('nobody approves for both teams', () => {
    const given = (['marketing', 'sales'] as const).map((party) => ({
      by: '@rita',
      for: party,
      changes: ['b'],
    }));
    expect(state([band], given)).toMatchObject({
      waitsFor: ['sales'],
      refused: [{ by: '@rita', reason: 'both_teams' }],
    });
  });
});
