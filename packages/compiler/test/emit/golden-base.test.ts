import { compile } from '@smarketing/compiler';
import { expect, test } from 'vitest';
import { emitPackageFiles } from '../../src/emit/index.ts';
import { modelOf } from '../../src/emit/typescript/model.ts';
import { nextCode } from '../../src/emit/typescript/next-code.ts';
import type { Agreement } from '../../src/ir/types.ts';
import { options, overlay } from '../broken/cases.ts';
import { golden } from './golden.ts';

/** Two leads that sales took: one was called, of the other it is told over many days that nobody called. */
const taken = `examples:
  - id: nobody_calls
    says: A lead that nobody calls.
    as_of: 2026-12-29T10:00:00+01:00
    lead: { seniority: vp, employees: 120, job_title: Head of sales, account_owner: ann }
    events: [{ event: entered_mql, at: 20 days ago }, { event: sales_accepted, at: 18 days ago }]
    expect: { stage: sql }
  - id: called
    says: A lead that is called in time.
    as_of: 2026-11-24T15:00:00+01:00
    lead: { seniority: vp, employees: 120 }
    events:
      - { event: entered_mql, at: 5 hours ago }
      - { event: sales_accepted, at: 3 hours ago }
      - { event: first_contact, at: 1 hour ago }
    expect: { stage: sql }
`;

/** Ways that ask for points, by a band, with a decimal, of more than a number, below one, with something else, or do not lead on. */
const ways = `enter:
      - { id: hot, from: lead, when: { engagement: [hot] } }
      - { id: either, from: lead, when: { engagement: [hot, cold], employees: { more_than: 50 } } }
      - { id: total, from: [lead, recycled], when: { employees: { below: 20 }, total: { more_than: 50 } } }
      - { id: little, from: lead, when: { fit: { below: 10 }, engagement: { at_least: 12 } } }
      - { id: back, from: sql, when: { fit: { at_least: 20 } } }
      - { id: half, from: lead, when: { half: { at_least: 2.5 } } }
      - { id: called, from: lead, on: call_made }`;

test('what brings a lead further is what it was, whatever the ways ask', async () => {
  const files = overlay(new Map()).map(({ text, ...file }) => ({
    ...file,
    text: text
      .replace('enter: { from: lead, when: { total: { at_least: 50 } } }', ways)
      .replace(
        'scores:\n  fit:',
        'scores:\n  half: { decimals: 1, rules: [{ id: a_half, points: 0.5, when: { gave_consent: true } }] }\n  fit:',
      ),
  }));
  const [agreement, found] = compile(files, { ...options, proofs: false });
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  await expect(nextCode(modelOf(agreement as Agreement))).toMatchFileSnapshot(golden('base', 'next.ts'));
});

test('the README of an agreement with examples and queues is what it was', async () => {
  const files = overlay(new Map([['examples/taken.yaml', taken]]));
  const personal = files.map(({ text, ...file }) => ({
    ...file,
    text: text.replace('job_title: { type: text', 'job_title: { type: text, personal: true'),
  }));
  const [agreement, found] = compile(personal, { ...options, proofs: false });
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { readme } = emitPackageFiles(agreement as Agreement, { packageName: '@acme/engine' });
  await expect(readme.text).toMatchFileSnapshot(golden('base', 'README.md'));
});
