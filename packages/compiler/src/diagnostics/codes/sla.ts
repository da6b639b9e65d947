import type { Entry } from '../catalogue.ts';

export const slaCodes = {
  'calendar-never-open': {
    severity: 'error',
    message: 'The calendar {calendar} is never open.',
    help: 'Give it `hours`.',
    why: 'A clock that runs in it would never end.',
  },
  'hours-overlap': {
    severity: 'error',
    message: 'The hours {first} and {second} overlap.',
    help: 'Join them, or correct one.',
    why: 'Working time would be counted twice.',
  },
  'date-twice': {
    severity: 'error',
    message: '{date} is in the calendar twice.',
    help: 'Keep it once.',
    why: 'A day is a holiday, or has special hours, or neither.',
  },
  'days-on-calendar': {
    severity: 'error',
    message: '{got} has no one length on the calendar {calendar}.',
    help: 'Write working hours (8 hours), or use `calendar: always` for days by the clock.',
    why: '“Two days” can be 48 hours, two working days or 16 working hours; the two teams would each count their own.',
  },
  'event-in-two-roles': {
    severity: 'error',
    message: '{event} is in `{first}` and in `{second}` of the same clock.',
    help: 'Keep it in one of them.',
    why: 'It would start and stop the clock at the same moment.',
  },
  'clock-misses-new-leads': {
    severity: 'warning',
    message:
      'The clock of `{id}` starts when a lead enters {stage}, where leads begin: one that is created there never enters it.',
    help: 'Start it with the event that makes somebody a lead, such as a form that was sent; or map the column that tells in which stage a lead is.',
    why: 'Being created is no event. The clock of exactly the new leads would never start, and nobody would notice.',
    waivable: true,
  },
  'remind-after-deadline': {
    severity: 'error',
    message: 'The reminder ({remind} before the deadline) would come before the clock starts ({within}).',
    help: 'Remind later.',
    why: 'Nobody can be reminded of something that has not begun.',
  },
  'queue-has-no-members': {
    severity: 'error',
    message: '{queue} has no members to multiply with.',
    help: 'List the queue’s `members`.',
    why: 'A number for each of nobody is nothing.',
  },
  'promise-infeasible': {
    severity: 'warning',
    message:
      '{promise} is predicted to be kept for {kept} of the leads that the forecast expects, and {promised} is promised.',
    help: 'Promise a longer time or a smaller share, plan more people, or hand over fewer leads.',
    why: 'What the leads, the people and their hours do not allow is broken from the first day. `smarketing simulate` shows the whole.',
  },
} as const satisfies Record<string, Entry>;
