import type { Entry } from '../catalogue.ts';

export const conditionCodes = {
  'empty-condition': {
    severity: 'error',
    message: 'The condition asks nothing.',
    help: 'Write at least one test, or remove it.',
    why: 'An empty condition holds for every lead; that must be said in words, not by leaving something out.',
  },
  'wrong-test': {
    severity: 'error',
    message: '{subject} cannot be tested with {test}.',
    help: 'Possible tests: {possible}.',
    why: 'Each type has its own tests: numbers are compared, options are listed, events are counted.',
  },
  'reversed-range': {
    severity: 'error',
    message: 'The range ends ({high}) before it begins ({low}).',
    help: 'Swap the two.',
    why: 'No value lies in such a range, so the test is never true.',
  },
  'empty-range': {
    severity: 'error',
    message: 'No value lies in this range.',
    help: 'Check which end is included: from and at_least, at_most and between include it; below and more_than do not.',
    why: 'The test is never true.',
  },
  'impossible-value': {
    severity: 'error',
    message: '{subject} is never {value}: it lies between {min} and {max}.',
    help: 'Correct the number, or the bounds of the field.',
    why: 'The test is true for every lead or for none.',
  },
  'never-missing': {
    severity: 'error',
    message: '{subject} is never missing.',
    help: 'Remove the test, or the `required` of the field.',
    why: 'The test is true for every lead or for none.',
  },
  'missing-slips-in': {
    severity: 'warning',
    message: 'This also holds when {subject} is missing.',
    help: 'Say which you mean: ask for `{id}: present` as well, or for `{id}: missing` in an `any`.',
    why: '`not` is the exact complement. A lead of which we know nothing passes every `not`, mostly unnoticed.',
    waivable: true,
  },
  'option-twice': {
    severity: 'error',
    message: '`{option}` is in the list twice.',
    help: 'Keep it once.',
    why: 'The second was most likely meant to be another one.',
  },
  'where-without-properties': {
    severity: 'error',
    message: '{event} has no properties to ask about.',
    help: 'Remove `where`, or give the event `properties` in the vocabulary.',
    why: '`where` asks about the properties of one event.',
  },
  'where-differs': {
    severity: 'error',
    message: 'The properties asked for are not of one kind in all of {events}.',
    help: 'Give them the same type and decimals in the vocabulary, or write one rule for each event.',
    why: 'One test on values of several kinds would mean something else for each of them.',
  },
  'some-of-too-few': {
    severity: 'error',
    message: 'At least {at_least} of {count} can never hold.',
    help: 'List more conditions, or ask for fewer.',
    why: 'The test is never true.',
  },
  'circular-definition': {
    severity: 'error',
    message: '{circle} depend on each other in a circle.',
    help: 'Remove one of the dependencies.',
    why: 'To know one of them, one would have to know it already.',
  },
  'in-force-reversed': {
    severity: 'error',
    message: 'It is in force until {until}, but only from {from}.',
    help: 'Swap the two dates.',
    why: 'It would never be in force.',
  },
} as const satisfies Record<string, Entry>;
