import type { Agreement, Condition } from '../../src/ir/index.ts';
import {
  about,
  agreement,
  attempts,
  calendar,
  clock,
  day,
  eventRule,
  group,
  happened,
  hour,
  idleRule,
  leadRule,
  least,
  minute,
  most,
  now,
  score,
  span,
  transition,
} from './agreements.ts';

const level: Condition = { kind: 'choice', subject: about('level'), options: ['mid', 'top'] };
const staff: Condition = {
  kind: 'number',
  subject: about('staff'),
  decimals: 0,
  ...least(50),
  max: { value: 1000, inclusive: false },
};
const title: Condition = { kind: 'text', subject: about('title'), op: 'contains', values: ['head'] };
const pricing: Condition = {
  kind: 'text',
  subject: { kind: 'property', id: 'path' },
  op: 'starts_with',
  values: ['/pricing'],
};
const recent: Condition = happened('visit', { min: 3, within_ms: 7 * day, since: ['entered_recycled'] });
const quiet: Condition = {
  kind: 'event_age',
  events: ['asked'],
  older_than_ms: 7 * day,
  since: [],
  where: null,
};
const reaches = (value: number): Condition => ({
  kind: 'number',
  subject: { kind: 'score', id: 'total' },
  decimals: 1,
  ...least(value),
});
const open = (hours: number): [number, number] => [
  now - 20 * day + hours * hour,
  now - 20 * day + (hours + 8) * hour,
];
const days = Array.from({ length: 40 }, (_, index) => index * 24);
const queue = { kind: 'queue', party: 'sales', assign: 'by_hand', manager: null, title: '', span } as const;
const person = { kind: 'person', span } as const;
const route = { kind: 'route', because: null, in_force: null, span } as const;
const row = { kind: 'grade_row', because: null, in_force: null, span } as const;
const factors = Array.from({ length: 600 }, (_, age) => Math.round(1e6 * 2 ** (-age / 30))).filter(
  (factor) => factor > 0,
);
const notice = {
  kind: 'notice',
  to: 'owner',
  by: ['email'],
  says: '',
  shows: [],
  when: null,
  in_force: null,
  span,
} as const;

/** An agreement in which each thing of the language stands once. */
export const everything: Agreement = agreement({
  scores: [
    score('fit', {
      cap: 70,
      floor: 0,
      rules: [
        leadRule('senior', 20, { when: level }),
        leadRule('mid_size', 25, { when: { kind: 'all', of: [staff, { kind: 'not', of: title }] } }),
        leadRule('home', 15, {
          when: { kind: 'includes', subject: about('topics'), mode: 'all', options: ['a', 'b'] },
          in_force: { from: now - 40 * day, until: now + day },
        }),
        leadRule('some_of', 5, {
          when: {
            kind: 'some',
            at_least: 2,
            of: [
              { kind: 'flag', subject: about('flagged'), is: true },
              { kind: 'present', subject: about('ends') },
              {
                kind: 'age',
                subject: about('tried_at'),
                ...most(14 * day),
                min: { value: 0, inclusive: true },
              },
            ],
          },
        }),
      ],
      bands: [
        { id: 'A', ...least(45), span },
        { id: 'B', ...most(45, false), span },
      ],
    }),
    score('engagement', {
      decimals: 1,
      since: ['entered_recycled'],
      floor: 0,
      groups: [group('web', { cap: 300 })],
      rules: [
        eventRule('pricing', 150, {
          where: pricing,
          group: 'web',
          at_most: { count: 1, per_ms: day },
          cap: 300,
          fades: { kind: 'half_life', half_life_days: 30, factors },
        }),
        eventRule('reading', 20, {
          group: 'web',
          at_most: { count: 5, per_ms: 7 * day },
          fades: { kind: 'expires', after_ms: 60 * day },
        }),
        eventRule('asking', 400, {
          on: ['asked', 'tried'],
          at_most: { count: 1, per_ms: null },
          fades: { kind: 'lose', points: 100, every_ms: 30 * day },
        }),
        idleRule('quiet', -50, { floor: -200 }),
        leadRule('often', 50, { when: { kind: 'any', of: [recent, quiet] } }),
      ],
    }),
    score('total', { decimals: 1, sum: ['fit', 'engagement'] }),
  ],
  order: ['fit', 'engagement', 'total', 'persona', 'grade'],
  personas: [
    {
      kind: 'persona',
      id: 'boss',
      title: '',
      who: null,
      when: level,
      gives_way_to: [],
      goals: [],
      pains: [],
      questions: [],
      needs: [],
      span,
    },
  ],
  grades: {
    kind: 'grades',
    order: ['A1', 'B1', 'C1'],
    match: 'first',
    rows: [
      { ...row, id: 'grade_a', when: { kind: 'all', of: [reaches(600), level] }, grade: 'A1' },
      { ...row, id: 'grade_b', when: reaches(300), grade: 'B1' },
    ],
    otherwise: 'C1',
    worse_grade_because: null,
    matrix: null,
    span,
  },
  transitions: [
    transition('by_score', 'rule', 'lead', 'mql', { when: reaches(600) }),
    transition('accepted', 'people', 'mql', 'sql', {
      on: ['tried', 'visit'],
      where: { kind: 'not', of: pricing },
    }),
    transition('rejected', 'people', ['mql', 'sql'], 'recycled', { on: ['called'] }),
    transition('back', 'rule', 'recycled', 'mql', {
      when: happened('asked', { since: ['entered_recycled'] }),
    }),
    transition('stale_lead', 'time', 'lead', 'recycled', { after_ms: 180 * day, without: ['visit'] }),
    transition('stale_mql', 'time', 'mql', 'recycled', { after_ms: 30 * day }),
  ],
  queues: [
    { ...queue, id: 'desk', calendar: 'office', members: ['ann'] },
    { ...queue, id: 'inbound', calendar: null, members: ['bob'] },
  ],
  people: [
    { ...person, id: 'ann', name: 'Ann Öz', calendar: null },
    { ...person, id: 'bob', name: 'Bob', calendar: 'nights' },
  ],
  routing: {
    kind: 'routing',
    stages: ['mql', 'sql'],
    match: 'first',
    rows: [
      {
        ...route,
        id: 'known',
        when: { kind: 'present', subject: about('account_owner') },
        to: { kind: 'owner', field: 'account_owner' },
      },
      { ...route, id: 'big', when: staff, to: { kind: 'queue', queue: 'desk' } },
      {
        ...route,
        id: 'boss',
        when: { kind: 'choice', subject: { kind: 'persona' }, options: ['boss'] },
        to: { kind: 'queue', queue: 'desk' },
      },
    ],
    otherwise: { kind: 'queue', queue: 'inbound' },
    span,
  },
  notices: [
    { ...notice, id: 'tell_mql', on: ['mql'] },
    { ...notice, id: 'tell_back', on: ['recycled'], when: { kind: 'present', subject: about('title') } },
  ],
  calendars: [
    calendar('office', days.map(open)),
    calendar(
      'nights',
      days.map((hours) => open(hours + 12)),
    ),
  ],
  default_calendar: 'office',
  promises: [
    clock({
      calendar: 'owner',
      starts: ['entered_mql', 'entered_sql', 'asked'],
      pauses: [
        { from: ['waits'], until: ['answers'] },
        { from: ['waits_too'], until: ['answers_too'] },
      ],
      restarts: ['handed'],
      remind_ms: 15 * minute,
      escalate: [
        { after_ms: 0, to: 'boss' },
        { after_ms: 4 * hour, to: 'heads' },
      ],
    }),
    attempts({ within_ms: 14 * day, escalate: [{ after_ms: hour, to: 'boss' }] }),
  ],
});
