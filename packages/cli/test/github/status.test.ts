import type { ReviewFile } from '@smarketing/review';
import { expect, test } from 'vitest';
import { hostile } from '../../../review/test/hostile.ts';
import { approvalStatus } from '../../src/github/status.ts';
import { deceiving } from '../report/hostile.ts';
import { type Sample, reviewOf } from '../report/review/sample.ts';

function status(
  samples: readonly Sample[],
  failed: readonly string[] = [],
  unknown: readonly string[] = [],
): unknown {
  return approvalStatus({ agreements: samples.map(reviewOf), failed } satisfies Partial<ReviewFile>, unknown);
}

const open = { text: 'acme', waitsFor: ['sales', 'either'] } as const;
const approved = { text: 'acme', waitsFor: [] } as const;

test.each([
  ['nothing changes', [{ ...approved, bump: 'none' }], [], [], 'success', 'The agreement does not change.'],
  ['somebody is waited for', [open], [], [], 'pending', 'Waits for sales and one of the two teams.'],
  [
    'two agreements wait',
    [open, { ...open, text: 'b' }, approved],
    [],
    [],
    'pending',
    'Waits for acme: sales and one of the two teams; b: sales and one of the two teams.',
  ],
  ['all have agreed', [approved], [], ['@acme/x'], 'success', 'Everybody who must agree has agreed.'],
  [
    'nobody has to agree',
    [{ ...approved, needs: 'nobody' }],
    [],
    [],
    'success',
    'No lead is decided differently: nobody has to agree.',
  ],
  [
    'a version has errors',
    [approved],
    ['agreements/acme'],
    [],
    'failure',
    'agreements/acme has errors: smarketing check shows them.',
  ],
  [
    'teams are not known',
    [open],
    [],
    ['@acme/sales'],
    'error',
    'It is not known who belongs to @acme/sales.',
  ],
] as const)('the status where %s', (_, samples, failed, unknown, state, description) => {
  expect(status(samples, failed, unknown)).toEqual({ state, description });
});

test(`${hostile.length} texts fit in one line of a status`, () => {
  for (const text of hostile) {
    for (const { description } of [
      approvalStatus({ agreements: [reviewOf({ ...open, text }), reviewOf(open)], failed: [] }, []),
      approvalStatus({ agreements: [], failed: [text] }, []),
      approvalStatus({ agreements: [reviewOf(open)], failed: [] }, [text]),
    ]) {
      expect(description.length).toBeLessThanOrEqual(140);
      expect(description).not.toMatch(deceiving);
      expect(description).not.toMatch(/[\r\n\t]/);
      expect(description.isWellFormed()).toBe(true);
    }
  }
});
