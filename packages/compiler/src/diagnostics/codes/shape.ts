import type { Entry } from '../catalogue.ts';

export const shapeCodes = {
  'unknown-key': {
    severity: 'error',
    message: '`{key}` is not known {where}.',
    help: 'Known here: {known}.',
    why: 'A key that nothing reads is most often a misspelt one.',
  },
  'missing-key': {
    severity: 'error',
    message: '`{key}` is missing {where}.',
    help: 'Add `{key}:`.',
    why: 'Without it the agreement leaves open what it must say.',
  },
  'wrong-type': {
    severity: 'error',
    message: 'Here stands {got}, but it must be {expected}.',
    help: 'Write {expected}.',
    why: 'The value has another kind than the language asks for in this place.',
  },
  'not-one-of': {
    severity: 'error',
    message: '{got} is not one of the words possible here.',
    help: 'Use one of: {options}.',
    why: 'Only these words have a meaning in this place.',
  },
  'out-of-range': {
    severity: 'error',
    message: '{got} is out of range; it must be {expected}.',
    help: 'Write a value that is {expected}.',
    why: 'The language sets bounds so that every engine computes exactly.',
  },
  'empty-list': {
    severity: 'error',
    message: 'The list is empty.',
    help: 'Name at least one, or remove the key if it may be left out.',
    why: 'An empty list says something that was not meant: nothing, or everything.',
  },
  'empty-text': {
    severity: 'error',
    message: 'The text is empty.',
    help: 'Write it, or remove the key if it may be left out.',
    why: 'A person will read this place to know what was agreed.',
  },
  'bad-name': {
    severity: 'error',
    message: '`{name}` cannot be a name.',
    help: 'Use lower-case letters, digits and _ (in grades and bands also capitals), beginning with a letter, at most 63.',
    why: 'The name is the same in YAML, types, SQL and addresses, so it must be possible in all of them.',
  },
  'reserved-name': {
    severity: 'error',
    message:
      '`{name}` has a meaning already, in the language, in a programming language or on the site, and cannot be a name.',
    help: 'Choose another name; a label can say the word itself, as in { nor: Norway }.',
    why: 'A reader, or a program, would take it for the reserved meaning.',
  },
  'bad-duration': {
    severity: 'error',
    message: '{got} is not a duration.',
    help: 'Write a whole number and a unit: 15 minutes, 2 hours, 30 days, 6 weeks. Months differ in length.',
    why: 'Durations have one length everywhere. Months and quarters have none, and stand only after per: and every: of meetings and promises.',
  },
  'bad-period': {
    severity: 'error',
    message: '{got} is not a period.',
    help: 'Write day, week, month, quarter or year, or a number of them: 2 months.',
    why: 'Promises and meetings are counted by calendar periods.',
  },
  'bad-date': {
    severity: 'error',
    message: '{got} is not a date.',
    help: 'Write year, month and day: 2026-12-31.',
    why: '01/02/2026 is January for some and February for others.',
  },
  'bad-moment': {
    severity: 'error',
    message: '{got} is not a moment.',
    help: 'Write 2026-12-01T09:30:00+01:00, or 2026-12-01 09:30 for the agreement’s time zone.',
    why: 'A moment must be the same instant for everybody.',
  },
  'bad-time': {
    severity: 'error',
    message: '{got} is not a time of day.',
    help: "Write hours and minutes, two digits each, in quotes: '09:30'.",
    why: 'Some readers of YAML take 09:30 without quotes for a number.',
  },
  'bad-percent': {
    severity: 'error',
    message: '{got} is not a percent.',
    help: 'Write 35% or 2.5%, with at most two decimals, from 0% to 100%.',
    why: 'Is 0.5 a half or half a percent? With the sign nobody has to ask.',
  },
  'bad-hours': {
    severity: 'error',
    message: '{got} are not opening hours.',
    help: 'Write 09:00-17:30, two digits each; the end is later than the beginning, and 24:00 is midnight at the end of the day.',
    why: 'Working time is counted to the second; the hours must be clear.',
  },
  'bad-limit': {
    severity: 'error',
    message: '{got} is not a limit.',
    help: 'Write 1 per day, 3 per 7 days, or a number for all time.',
    why: 'A limit says how many events pay, and over which time.',
  },
  'too-many-decimals': {
    severity: 'error',
    message: '{got} has too many decimals; here it may have {decimals}.',
    help: 'Round it, or raise `decimals` where the field or score is defined.',
    why: 'Numbers are exact, so that every engine agrees to the last digit; nothing is rounded behind your back.',
  },
  'exactly-one-of': {
    severity: 'error',
    message: 'Exactly one of {keys} must be here; there is {got}.',
    help: 'Write one of them, and only one.',
    why: 'Each of them says what kind of thing this is, and a thing is of one kind.',
  },
} as const satisfies Record<string, Entry>;
