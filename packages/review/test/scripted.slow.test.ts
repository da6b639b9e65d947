import { evaluate, readLead } from '@smarketing/compiler/ir';
import { describe, expect, test } from 'vitest';
import { type Change, findChanges, neededFor, reviewVersions } from '../src/index.ts';
import { acme, compiled } from './acme.ts';
import { scripted } from './scripted/changes.ts';
import { told } from './scripted/told.ts';

describe.each(scripted)('$name', ({ name, files, isEquivalent }) => {
  const after = compiled(files);
  const review = reviewVersions(acme, after);

  test('is told as it is', async () => {
    await expect(told(review, acme.approvals)).toMatchFileSnapshot(`scripted/golden/${name}.txt`);
  });

  test('costs an approval, unless it is proved to decide the same', () => {
    const needs = review.changes.map((change) => neededFor(change, acme.approvals).from);
    const { verdict, points, deadlines } = review.differences;
    const decidesAlike = verdict === 'same' && points.length === 0 && deadlines.length === 0;
    const isFree = needs.every((from) => from === 'nobody');
    expect([isFree, isFree && decidesAlike]).toEqual([isEquivalent ?? false, isEquivalent ?? false]);
  });

  test('each lead that is shown is decided otherwise, by the reference', () => {
    for (const { shown } of review.differences.sets) {
      if (!shown) continue;
      for (const [agreement, decision] of [
        [acme, shown.before],
        [after, shown.after],
      ] as const) {
        const reading = readLead(agreement, shown.lead);
        if (!('lead' in reading)) throw new Error(JSON.stringify(reading));
        expect(evaluate(agreement, reading.lead, { asOf: shown.as_of })).toEqual({
          ...decision,
          agreement: { name: 'acme', hash: agreement.hash },
        });
      }
      expect(shown.before).not.toEqual(shown.after);
    }
  });
});

test('changes are known by the same fingerprints wherever they stand', () => {
  const [some] = scripted.filter(({ name }) => name === 'several');
  const files = some?.files ?? [];
  const moved = files.map((file) =>
    file.name.startsWith('examples/') ? file : { ...file, text: `# a comment\n\n${file.text}` },
  );
  const [one, other] = [files, moved].map((all) => fingerprints(findChanges(acme, compiled(all))));
  expect(one).toHaveLength(2);
  expect(other).toEqual(one);
});

function fingerprints(changes: readonly Change[]): readonly string[] {
  return changes.map(({ fingerprint }) => fingerprint).toSorted();
}
