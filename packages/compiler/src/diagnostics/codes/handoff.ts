import type { Entry } from '../catalogue.ts';

export const handoffCodes = {
  'owner-may-be-missing': {
    severity: 'error',
    message: 'This lead goes to the person in {field}, and {field} is missing: {lead}.',
    help: 'Add `{field}: present` to the row, or say `required: true` where the field is defined.',
    why: 'The lead would go to nobody.',
  },
  'owner-not-text': {
    severity: 'error',
    message: '{field} does not name a person: it is of type {type}.',
    help: 'Use a field of type text that holds the owner’s name.',
    why: 'The person is found by name.',
  },
  'queue-without-people': {
    severity: 'warning',
    message: '{queue} shares its leads out ({assign}), but has no members.',
    help: 'List `members`, or say `assign: by_hand`.',
    why: 'There is nobody who could get the lead.',
    waivable: true,
  },
  'queue-unused': {
    severity: 'warning',
    message: 'No lead is ever routed to {queue}.',
    help: 'Route leads to it, or remove it.',
    why: 'People would wait for leads that never come.',
    waivable: true,
  },
  'reason-without-recycling': {
    severity: 'error',
    message: 'Nobody says what happens with a lead that left for {exit} because of {reason}.',
    help: 'Add {reason} to a row of `recycling` for {exit}.',
    why: 'The lead would be out of the funnel, and nobody would take care of it.',
  },
  'reason-recycled-twice': {
    severity: 'error',
    message: '{reason} is in two rows of `recycling` for {exit}.',
    help: 'Keep it in one.',
    why: 'Two people would each think that the other does it.',
  },
  'unknown-reason': {
    severity: 'error',
    message: '`{reason}` is not a reason for {exit}.',
    help: 'Reasons are: {reasons}.',
    why: 'The row would never apply.',
  },
} as const satisfies Record<string, Entry>;
