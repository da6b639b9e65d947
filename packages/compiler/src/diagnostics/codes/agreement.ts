import type { Entry } from '../catalogue.ts';

export const agreementCodes = {
  'review-overdue': {
    severity: 'error',
    message: 'The agreement was to be reviewed by {date}; that day has passed.',
    help: 'Meet, look at it again, and set a new `review_by`.',
    why: 'An agreement that nobody looks at again is a slide. The two teams set this deadline themselves.',
  },
  'dates-reversed': {
    severity: 'error',
    message: '{later} ({later_date}) is before {earlier} ({earlier_date}).',
    help: 'Correct one of the two dates.',
    why: 'The agreement would end before it begins.',
  },
  'unknown-zone': {
    severity: 'error',
    message: '{zone} is not a time zone.',
    help: 'Use an IANA name such as Europe/Berlin, America/New_York or UTC.',
    why: 'Short names such as EST mean different things in different places, and some ignore daylight saving.',
  },
  'unknown-currency': {
    severity: 'error',
    message: '{currency} is not a currency code.',
    help: 'Use three capital letters, such as EUR or USD.',
    why: 'Money is compared and added; it must be clear in what.',
  },
  'word-to-avoid': {
    severity: 'warning',
    message: '“{word}” is a word to avoid.',
    help: 'Say “{instead}”, as both teams agreed.',
    why: 'One word has one meaning. The two teams decided not to use this one, because each understood it differently.',
    waivable: true,
  },
} as const satisfies Record<string, Entry>;
