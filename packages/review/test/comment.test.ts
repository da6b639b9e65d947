import { describe, expect, test } from 'vitest';
import {
  type Change,
  commentMarkdown,
  type Commented,
  type ReviewData,
  reviewMarkdown,
} from '../src/index.ts';
import { gfmHtmlOf } from './gfm.ts';
import { hostile } from './hostile.ts';
import { forecast, replay } from './impact.ts';

const fingerprint = 'f'.repeat(64);
const both = ['marketing', 'sales'] as const;

function change(text: string): Change {
  const place = { file: text, line: 3, col: 1, end_line: 3, end_col: 9 };
  return {
    kind: 'route-moved',
    part: 'route',
    verb: 'moved',
    about: text,
    says: text,
    was: text,
    is: text,
    level: 'notable',
    harderFor: 'sales',
    before: place,
    after: place,
    fingerprint,
  };
}

function commented(text: string, changes = 1): Commented {
  const set = {
    aspect: 'queue',
    about: null,
    outcomes: [{ from: text, to: text }],
    what: text,
    who: [text],
    besides: [text],
    exact: true,
    how: 'all',
    example: text,
  };
  const review: ReviewData = {
    agreement: text,
    title: text,
    verdict: text,
    bump: 'minor',
    before: { hash: text },
    after: { hash: text },
    changes: Array.from({ length: changes }, () => change(text)),
    proof: {
      verdict: 'different',
      says: text,
      reason: null,
      sets: [set],
      deadlines: [{ promise: text, says: text }],
      points: [text],
    },
  };
  const needs = { from: 'all', parties: both } as const;
  const approvals = {
    isApproved: false,
    changes: review.changes.map(() => ({
      fingerprint,
      needs,
      given: [{ by: text, party: 'marketing' as const }],
      isApproved: false,
    })),
    waitsFor: ['sales'] as const,
    refused: [{ by: text, reason: 'author' as const }],
  };
  return { review, approvals };
}

/** The marks of Markdown and HTML in a text, without what stands between them. */
function marks(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.match(/<[^>]*>|^[#>|-]+|^ +-|^\d+\.|\*\*|[|`[\]@]|\\$/g) ?? []).join(' '))
    .join('\n');
}

describe('the comment', () => {
  test('says first what the change comes to and whom it waits for', () => {
    const text = commentMarkdown([commented('One breaking change')]);
    expect(text).toMatch(
      /^<!-- smarketing review -->\n\n\*\*One breaking change\*\* It waits for sales\.\n\n### What changes\n\n\|/,
    );
    expect(text).toContain('### Exact: which leads are decided differently');
    expect(text).toMatch(/\| Sales +\| Marketing: One breaking change; waits for sales \|/);
    expect(text).toContain(
      '1. Ask somebody who speaks for sales to approve.\n2. After the merge, release it as a minor version.',
    );
    expect(text).toContain(
      'Approvals that do not count:\n\n- One breaking change proposed the change, so that',
    );
    expect(text).toContain('<details><summary>Versions</summary>');
  });

  test('is short where nothing changes', () => {
    const { review, approvals } = commented('x');
    const text = commentMarkdown([{ review: { ...review, bump: 'none' }, approvals }]);
    expect(text).toBe(
      '<!-- smarketing review -->\n\n**The agreement does not change.** No approval is needed for its sake.\n',
    );
  });

  test('begins with a promise that the change would break, and tells ways out', () => {
    const text = commentMarkdown([{ ...commented('x'), forecast: forecast('Call within an hour.') }]);
    expect(text).toContain(
      '**Forecast&#58; sales would break a promise. “Call within an hour”&#58; 61% is expected, 85% is promised.**\n\n**x** It waits for sales.',
    );
    expect(text).toContain('To keep the promise, each of these alone would be enough:\n\n- ');
    expect(text).toContain('- more time&#58; 3&#46;5 working hours');
    expect(text.match(/^### \w+/gm)).toEqual(['### Forecast', '### What', '### Exact', '### To']);
  });

  test('shows of a forecast what changes clearly, and counts the rest', () => {
    const text = commentMarkdown([{ ...commented('x'), forecast: forecast('Call within an hour.') }]);
    const [shown = ''] = text.split('<details>');
    expect(shown).toContain('| 92% (promised 85%, chance 97%)');
    expect(shown).toContain('−31&#46;0 pp (−35&#46;0 to −27&#46;0');
    expect(shown).not.toContain('2,783,000 EUR');
    expect(shown).toContain('No clear change, or hardly any: revenue.');
    expect(text).toMatch(/\| 2,783,000 EUR +\| 2,790,000 EUR +\| no clear change/);
  });

  test('tells the three kinds apart: what is exact, replayed and forecast', () => {
    const text = commentMarkdown([{ ...commented('x'), forecast: forecast('x'), replay: replay('MQL') }]);
    const titles = text.match(/^### .*$/gm);
    expect(titles).toEqual([
      '### Forecast: what it would bring about, estimated by simulation',
      '### What changes',
      '### Exact: which leads are decided differently',
      '### Replayed: the leads of an export, decided by both versions',
      '### To merge',
    ]);
    expect(text).toMatch(/\| the present version only +\| 90 +\| 25% \(20% to 30%\)/);
  });

  test.each([
    ['no-assumptions', 'None is made: a version has no forecast'],
    ['no-effect', 'None is needed: nothing changes of what a forecast rests on'],
  ] as const)('says why there is no forecast: %s', (why, says) => {
    expect(commentMarkdown([{ ...commented('x'), forecast: { kind: 'none', why } }])).toContain(says);
  });

  test('leaves out whole sections where it gets too long, and says which', () => {
    const text = commentMarkdown([commented('a long sentence '.repeat(30), 200)]);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/\n\nToo long to be shown here: What changes\. All of it: smarketing diff\.\n$/);
    expect(text).toContain('### To merge');
    expect(commentMarkdown([commented('x', 200)])).not.toContain('Too long');
  });

  test('folds first what it leaves out, and has an end however much changes', () => {
    const counts = Array.from({ length: 300 }, (_, more) => 700 + more);
    const texts = counts.map((count) => commentMarkdown([commented('x', count)]));
    const first = texts.find((text) => text.includes('Too long to be shown here'));
    expect(first).toMatch(/here: (All conditions of these leads|Versions)\. All of it/);
    const all = Array.from({ length: 300 }, () => commented('a long sentence '.repeat(30), 9));
    const most = commentMarkdown(all, { failed: Array.from({ length: 99 }, () => '@'.repeat(300)) });
    expect(most.length).toBeLessThan(65_536);
    expect(most).toMatch(/\n\nToo long to be shown here: \d+ sections\. All of it: smarketing diff\.\n$/);
  });

  test.each([
    [{ from: 'nobody', parties: [] }, [], true, 'not needed', 'Nobody has to agree.'],
    [{ from: 'one', parties: both }, [], false, 'waits for marketing or sales', 'It waits for'],
    [
      { from: 'all', parties: both },
      [{ by: '@mia', party: 'marketing' }],
      false,
      'Marketing: &#64;&#8203;mia; waits for sales',
      'It waits for',
    ],
    [
      { from: 'all', parties: ['sales'] },
      [
        { by: '@mia', party: 'marketing' },
        { by: '@sam', party: 'sales' },
        { by: '@sue', party: 'sales' },
      ],
      true,
      'Sales: &#64;&#8203;sam, &#64;&#8203;sue',
      'Everybody who must agree has agreed.',
    ],
  ] as const)('tells who agreed and who is waited for: %j', (needs, given, isApproved, cell, state) => {
    const { review, approvals } = commented('x');
    const own = { fingerprint, needs, given, isApproved };
    const text = commentMarkdown([{ review, approvals: { ...approvals, isApproved, changes: [own] } }]);
    expect(text).toContain(`| ${cell} `);
    expect(text).toContain(state);
  });
});

/** Control and bidi characters but for line breaks, and what GitHub would make a link of. */
const deceiving =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|https?:\/\/|www\./;

test(`${hostile.length} texts are no markup in a comment`, () => {
  expect(hostile.length).toBeGreaterThan(500);
  const plain = {
    comment: marks(commentMarkdown([{ ...commented('x'), forecast: forecast('x'), replay: replay('x') }])),
    whole: marks(reviewMarkdown(commented('x').review)),
  };
  for (const text of hostile) {
    const one = { ...commented(text), forecast: forecast(text), replay: replay(text) };
    expect([text, marks(commentMarkdown([one]))]).toEqual([text, plain.comment]);
    expect([text, marks(reviewMarkdown(one.review))]).toEqual([text, plain.whole]);
    expect(commentMarkdown([one])).not.toMatch(deceiving);
  }
});

/** The elements that GitHub makes of a review with these texts, without what stands between them. */
function elements(texts: readonly string[]): readonly string[] {
  const { review } = commented('x');
  const sets = texts.flatMap((text) => commented(text).review.proof.sets);
  const whole = { ...review, changes: texts.map(change), proof: { ...review.proof, sets } };
  return gfmHtmlOf(reviewMarkdown(whole)).match(/<[^>]*>/g) ?? [];
}

test('what GitHub makes of them has no other elements than of plain words', () => {
  const short = hostile.filter((text) => text.length < 200);
  expect(short.length).toBeGreaterThan(450);
  expect(elements(short)).toEqual(elements(short.map(() => 'x')));
});

/** The text that GitHub looks through once more, for names, numbers of issues and emoji: entities are characters there. */
function texts(markdown: string): string {
  return gfmHtmlOf(markdown)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(lt|gt|quot|amp);/g, '?');
}

test('nobody is mentioned in what GitHub makes of them, and no issue', () => {
  const { review } = commented('x');
  const whole = { ...review, changes: hostile.filter((text) => text.length < 200).map(change) };
  const text = texts(reviewMarkdown(whole));
  expect(text).toContain('@\u200beveryone');
  expect(text).not.toMatch(/@[\p{L}\p{N}]|#\d|GH-\d|:[\w+-]+:/u);
});
