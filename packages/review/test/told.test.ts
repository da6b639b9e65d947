import { join } from 'node:path';
import { compile, readAgreementFolder } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import { describe, expect, test } from 'vitest';
import { textsApart } from '../src/changes/words/apart.ts';
import { findChanges } from '../src/index.ts';
import { type Edit, edited } from './acme.ts';

const folder = join(import.meta.dirname, '../../../agreements/starter');
const [files = []] = readAgreementFolder(folder);

function starter(edits: readonly Edit[]): Agreement {
  const options = { name: 'starter', today: '2000-01-01', proofs: false };
  const [agreement, found] = compile(edited(files, edits), options);
  if (agreement) return agreement;
  throw new Error(found.map(({ code, message }) => `${code}: ${message}`).join('\n'));
}

type Replaced = readonly [from: string, to: string];

/** What is told where texts of one file are replaced, after texts that both versions have. */
function told(file: string, replace: readonly Replaced[], before: readonly Replaced[] = []) {
  const [was, is] = [before, [...before, ...replace]].map((all) => starter([{ file, replace: all }]));
  if (!was || !is) throw new Error('there are two versions');
  return findChanges(was, is).map(({ says, level, harderFor }) => `${says} ${level}, ${harderFor}`);
}

const third: Replaced = ['name: Sales 2 }', 'name: Sales 2 }\n  sales_3: { name: Sales 3 }'];
const members = 'members: [sales_1, sales_2]';

describe('the people of a queue', () => {
  test('one takes the place of another one, which is harder for nobody', () => {
    expect(told('handoff.yaml', [[members, 'members: [sales_1, sales_3]']], [third])).toEqual([
      '“Sales 3” takes the place of “Sales 2” at the queue “Sales desk”. notable, nobody',
    ]);
  });

  test('they take turns in another order', () => {
    expect(told('handoff.yaml', [[members, 'members: [sales_2, sales_1]']])).toEqual([
      'The people of the queue “Sales desk” take turns in another order: “Sales 2” and “Sales 1”; before: “Sales 1” and “Sales 2”. notable, nobody',
    ]);
  });

  test('more are harder for nobody, fewer for their team, and each is told by name', () => {
    const all = 'members: [sales_1, sales_2, sales_3]';
    expect(told('handoff.yaml', [third, [members, all]])).toEqual([
      'The queue “Sales desk” is worked by 3 people; before: 2 people. New there: “Sales 3”. notable, nobody',
      'The person “Sales 3” is new. notable, nobody',
    ]);
    expect(told('handoff.yaml', [[all, members]], [third, [members, all]])).toEqual([
      'The queue “Sales desk” is worked by 2 people; before: 3 people. No longer there: “Sales 3”. notable, sales',
    ]);
  });
});

describe('changed words', () => {
  test('are shown as they are and as they were', () => {
    const words: readonly Replaced[] = [
      ['not: A friendly first call.', 'not: A first call.'],
      ['means: An SQL with a problem', 'means: A customer with a problem'],
    ];
    expect(told('vocabulary.yaml', words)).toEqual([
      'The term “Opportunity” means something else: “A customer with a problem that we can solve, an amount and a date.”; before: “An SQL with a problem that we can solve, an amount and a date.” notable, both',
      'What the term “Opportunity” does not mean is another thing: “A first call.”; before: “A friendly first call.” notable, both',
    ]);
    expect(told('funnel.yaml', [['    not: Anybody on a bought list.\n', '']])).toEqual([
      'What the stage “Lead” is not is another thing: nothing; before: “Anybody on a bought list.” notable, both',
    ]);
  });

  test('of long texts begin near the first difference, and end with a whole word', () => {
    const [head, tail] = ['one two three '.repeat(20), ' and so on'.repeat(30)];
    const says = textsApart(`${head}<b>old</b>${tail}`, `${head}new${tail}`);
    expect(says).toMatch(
      /^“… one two three new( and so on)+( and)?( so)? …”; before: “… one two three <b>old<\/b> and so/,
    );
    expect(textsApart('字'.repeat(300), `${'字'.repeat(200)}新`)).toBe(
      `“… 字字字新”; before: “… ${'字'.repeat(103)}”.`,
    );
  });
});
