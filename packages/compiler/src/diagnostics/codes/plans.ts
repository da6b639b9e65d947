import type { Entry } from '../catalogue.ts';

export const planCodes = {
  'goal-not-smart': {
    severity: 'error',
    message: 'The goal {goal} does not say {missing}.',
    help: 'Say what is measured (`metric`), how much (`target`), until when (`by`), who answers for it (`owner`) and why (`because`).',
    why: 'A goal is specific, measurable, relevant and has a date, or it is a wish.',
  },
  'goal-arithmetic': {
    severity: 'error',
    message: '{stage}: the goal says {stated}, but {sum} makes {computed}.',
    help: 'Write {computed}, or correct the target, the deal size or a rate.',
    why: 'The plan is worked backwards from revenue, exactly; a wrong number makes a promise nobody can keep.',
  },
  'goal-needs-deal-size': {
    severity: 'error',
    message: 'The goal {goal} is about revenue but has no `deal_size`.',
    help: 'Add `deal_size:`, the average revenue of a customer.',
    why: 'Without it nobody knows how many customers the revenue means.',
  },
  'goal-rates-broken': {
    severity: 'error',
    message: 'The rate ends at {to}, but the plan is at {expected} here.',
    help: 'Begin with the last stage and go backwards without a gap.',
    why: 'The plan multiplies the rates one after another.',
  },
  'goal-too-late': {
    severity: 'error',
    message: 'The goal is due {by}, before it begins ({from}).',
    help: 'Choose a later date.',
    why: 'Nobody can reach it.',
  },
  'promise-below-goal': {
    severity: 'error',
    message: '{party} promises {promised} at {stage} until {by}, but the goal {goal} needs {needed}.',
    help: 'Promise more, or lower the goal.',
    why: 'If everybody keeps what was promised, the goal is still missed.',
    waivable: true,
  },
  'weights-sum': {
    severity: 'error',
    message: 'The {what} add up to {sum}, not to 100%.',
    help: 'Correct them so that they add up to 100%.',
    why: 'They share out one whole.',
  },
  'estimate-reversed': {
    severity: 'error',
    message: 'The estimate {value} does not lie between {low} and {high}.',
    help: 'Write low ≤ value ≤ high.',
    why: 'The range says how sure the number is.',
  },
  'capacity-without-calendar': {
    severity: 'error',
    message: '{queue} has no calendar, so its capacity has no working days.',
    help: 'Give the queue a `calendar`.',
    why: 'How much a team can work depends on when it works.',
  },
  'unknown-column': {
    severity: 'error',
    message: 'The export has no column “{column}”.',
    help: 'Columns are: {columns}.',
    why: 'Nothing would ever be read from it.',
  },
  'column-mapped-twice': {
    severity: 'error',
    message: 'The column “{column}” already feeds {other}.',
    help: 'Map it once.',
    why: 'One of the two is most likely meant to be another column.',
  },
  'column-not-mapped': {
    severity: 'warning',
    message: 'The column “{column}” is neither mapped nor ignored.',
    help: 'Map it, or add it to `ignore`.',
    why: 'What is left out should be left out on purpose.',
  },
  'required-not-mapped': {
    severity: 'error',
    message: '{field} is required, but the mapping does not say where it comes from.',
    help: 'Map {field} to a column.',
    why: 'Every row would be refused.',
  },
  'bad-example': {
    severity: 'error',
    message: 'The example’s lead cannot be read: {at}: {problem}',
    help: 'Correct the lead or its events.',
    why: 'An example that cannot be decided proves nothing.',
  },
} as const satisfies Record<string, Entry>;
