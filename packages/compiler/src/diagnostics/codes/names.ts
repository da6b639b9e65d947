import type { Entry } from '../catalogue.ts';

export const nameCodes = {
  'unknown-name': {
    severity: 'error',
    message: 'Nothing is called `{name}`.',
    help: 'A condition asks about a field, an event, a score, persona, grade or stage; add it to the vocabulary or correct the name.',
    why: 'One word has one meaning, and it is defined in one place.',
  },
  'unknown-reference': {
    severity: 'error',
    message: 'There is no {kind} called `{name}`.',
    help: 'Define it or correct the name. Known: {known}.',
    why: 'One word has one meaning, and it is defined in one place.',
  },
  'unknown-option': {
    severity: 'error',
    message: '`{option}` is not an option of {field}.',
    help: 'Use one of: {options}.',
    why: 'A test for an option that no lead can have is never true.',
  },
  'gives-way-downwards': {
    severity: 'error',
    message: '{persona} gives way to {other}, but {other} does not stand above it.',
    help: 'Name personas that stand above it, or change their order.',
    why: 'The first persona that matches is the lead’s: a persona gives way only to those above it.',
  },
  'duplicate-name': {
    severity: 'error',
    message: '`{name}` is already taken ({kind}).',
    help: 'Choose another name for one of them.',
    why: 'Fields, events, stages, exits, scores, personas and queues share one set of names: one word, one meaning.',
  },
  'duplicate-id': {
    severity: 'error',
    message: 'The id `{id}` is already taken ({kind}).',
    help: 'Choose another id for one of them.',
    why: 'Every decision names the rules that made it by their ids.',
  },
} as const satisfies Record<string, Entry>;
