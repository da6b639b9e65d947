import type { Entry } from '../catalogue.ts';

export const scoringCodes = {
  'cap-below-floor': {
    severity: 'error',
    message: 'The cap ({cap}) is below the floor ({floor}).',
    help: 'Swap or correct them.',
    why: 'No value can be both.',
  },
  'threshold-too-high': {
    severity: 'error',
    message: '{score} never reaches {threshold}: all its points together are at most {max}.',
    help: 'Lower the threshold, or raise points or caps.',
    why: 'No lead would ever pass.',
  },
  'threshold-too-low': {
    severity: 'error',
    message: '{score} is never below {threshold}: it is at least {min}.',
    help: 'Raise the threshold, or remove the test.',
    why: 'Every lead passes, or none does.',
  },
  'bands-overlap': {
    severity: 'error',
    message: '{value} lies in two bands: {first} and {second}.',
    help: 'Let one end where the other begins: { from: 10, below: 20 }, then { at_least: 20 }.',
    why: 'A lead with exactly this value would be counted in both, and each team would see the one it likes.',
  },
  'bands-gap': {
    severity: 'error',
    message: '{value} lies in no band of {subject}.',
    help: 'Extend a band so that every value lies in one.',
    why: 'A lead with this value would have no band, and nobody would notice.',
  },
  'mixed-rule': {
    severity: 'error',
    message: '`{key}` does not go with {kind}.',
    help: 'A rule is of the lead (`when`), of events (`on`, `where`, `at_most`, `fades`) or idle (`every`, `without`).',
    why: 'The three kinds of rule are computed differently.',
  },
  'rule-without-cause': {
    severity: 'error',
    message: 'The rule says neither `when`, nor `on`, nor `every`.',
    help: 'Say what it asks of the lead (`when`), or for which event (`on`) or idle time (`every`) it gives points.',
    why: 'Every lead would get the points; that is not a rule.',
  },
  'empty-score': {
    severity: 'error',
    message: '{score} has neither rules nor a sum.',
    help: 'Add `rules`, or `sum: [...]`, or remove the score.',
    why: 'It would always be 0.',
  },
  'sum-with-rules': {
    severity: 'error',
    message: '{score} has a `sum` and also `{key}`.',
    help: 'Move them into a score of their own and add that to the sum.',
    why: 'A score either adds up rules or adds up scores, so that its ledger can be read.',
  },
  'decimals-lost': {
    severity: 'error',
    message: '{score} has {decimals} decimals, but {part}, which it adds up, has {more}.',
    help: 'Set `decimals: {more}` on {score}.',
    why: 'Adding up would have to round, and rounding twice gives other numbers.',
  },
  'group-unused': {
    severity: 'warning',
    message: 'No rule is in the group {group}.',
    help: 'Remove the group, or name it in the rules it is meant for.',
    why: 'Its cap limits nothing.',
  },
  'cap-never-reached': {
    severity: 'warning',
    message: 'The cap {cap} is never reached: the points below it are at most {max}.',
    help: 'Lower the cap, or remove it.',
    why: 'It looks like a limit and limits nothing.',
  },
  'grade-cell-missing': {
    severity: 'error',
    message: 'The matrix has no grade for {row} × {column}.',
    help: 'Fill the cell.',
    why: 'A lead in that cell would have no grade.',
  },
  'grade-unused': {
    severity: 'warning',
    message: 'No row or cell gives the grade {grade}.',
    help: 'Remove it from `order`, or use it.',
    why: 'A grade that no lead can have misleads its readers.',
  },
  'table-without-otherwise': {
    severity: 'error',
    message: 'The table does not say what happens to a lead that no row matches.',
    help: 'Add `otherwise:`.',
    why: 'A lead that falls through a table leaks.',
  },
  'rows-overlap': {
    severity: 'error',
    message: '{value} is matched by two rows: {first} and {second}.',
    help: 'Move one of the edges, or say `match: first`.',
    why: '`exactly_one` promises that never two rows match; which one would count?',
  },
  'rows-gap': {
    severity: 'error',
    message: '{value} is matched by no row.',
    help: 'Move one of the edges, or add `otherwise:`.',
    why: 'A lead with this value would silently get nothing.',
  },
} as const satisfies Record<string, Entry>;
