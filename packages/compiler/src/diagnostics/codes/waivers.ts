import type { Entry } from '../catalogue.ts';

export const waiverCodes = {
  'waiver-expired': {
    severity: 'error',
    message: 'The waiver of {finding} for {of} ended on {until}.',
    help: 'Correct what the finding says, or agree on another day and write it in `until`.',
    why: 'A finding is accepted until a day, so that both teams look at it again. That day has passed.',
  },
  'waiver-unused': {
    severity: 'warning',
    message: 'There is no {finding} in {of} to waive.',
    help: 'Remove the waiver, or correct its `finding` or `of`.',
    why: 'A waiver that waives nothing would hide the same finding when it comes back for another reason.',
  },
  'waiver-not-allowed': {
    severity: 'error',
    message: '{finding} cannot be waived.',
    help: 'Correct what it finds, and remove the waiver.',
    why: 'Only findings that leave every decision clear can be accepted for a while.',
  },
} as const satisfies Record<string, Entry>;
