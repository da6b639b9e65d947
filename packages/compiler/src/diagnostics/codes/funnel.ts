import type { Entry } from '../catalogue.ts';

export const funnelCodes = {
  'stage-unreachable': {
    severity: 'error',
    message: 'No lead ever reaches {stage}.',
    help: 'Give it an `enter` from a stage that leads reach, or remove it.',
    why: 'What is agreed for this stage never happens.',
    waivable: true,
  },
  'stage-dead-end': {
    severity: 'error',
    message: 'A lead that reaches {stage} never leaves it.',
    help: 'Add a way out (an `enter` of another stage, or `stale_after`), or say `end: true`.',
    why: 'Leads would pile up there, and nobody would notice: this is how leads leak.',
  },
  'stage-without-owner': {
    severity: 'error',
    message: '{stage} has no owner.',
    help: 'Add `owner: marketing`, `sales` or `shared`.',
    why: 'A lead that nobody owns is a lead that nobody works.',
  },
  'stage-without-limit': {
    severity: 'error',
    message: 'A lead can be forgotten in {stage}: no promise starts there and it has no `stale_after`.',
    help: 'Add a promise with a clock that starts at {id}, or `stale_after: { after: 30 days, to: … }`.',
    why: 'Every stage needs a time limit, so that no lead leaks.',
  },
  'rule-cycle': {
    severity: 'error',
    message: 'Rules send a lead round in a circle: {circle}.',
    help: 'Let people decide one of these ways (`on:`), or remove it.',
    why: 'A decision follows rules until none holds; here it might never end.',
  },
  'way-in-without-cause': {
    severity: 'error',
    message: 'This way into {stage} says neither `when` nor `on`.',
    help: 'Say `when:` (a rule decides) or `on:` (people decide, by an event).',
    why: 'Every lead would go there at once.',
  },
  'where-without-event': {
    severity: 'error',
    message: '`where` asks about an event’s properties, but no event (`on`) is named.',
    help: 'Name the event with `on:`, or use `when:`.',
    why: '`where` looks at one event; `when` looks at the lead.',
  },
  'exit-without-way-back': {
    severity: 'error',
    message: '{exit} has no way back and does not say that it is final.',
    help: 'Add `back:` with at least one way, or `final:` with the reason.',
    why: 'Leads that leave the funnel must either be able to return, or both teams must have agreed that they cannot.',
  },
  'end-with-way-out': {
    severity: 'error',
    message: '{stage} is an end, but there is a way out of it.',
    help: 'Remove the way out, or the `end: true` or `final:`.',
    why: 'An end is where nothing follows.',
  },
  'loop-to-itself': {
    severity: 'error',
    message: 'A way leads from {stage} to {stage}.',
    help: 'Take {stage} out of `from:`, or let the way lead to another stage.',
    why: 'A lead does not enter the stage that it is in.',
  },
  'reasons-twice': {
    severity: 'error',
    message: 'The reasons of {event} are already given elsewhere.',
    help: 'Keep the reasons in one place: the exit, or `rejection`.',
    why: 'An event has one list of reasons.',
  },
} as const satisfies Record<string, Entry>;
