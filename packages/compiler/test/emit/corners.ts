import type { Agreement, Condition } from '../../src/ir/index.ts';
import {
  about,
  agreement,
  attempts,
  calendar,
  clock,
  day,
  eventRule,
  eventType,
  field,
  group,
  happened,
  hour,
  idleRule,
  leadRule,
  least,
  most,
  now,
  options,
  score,
  span,
  stage,
  transition,
} from '../ir/agreements.ts';

const level = (...ids: string[]): Condition => ({ kind: 'choice', subject: about('level'), options: ids });
const staff = (value: number): Condition => ({
  kind: 'number',
  subject: about('class'),
  decimals: 0,
  ...least(value),
});
const not = (of: Condition): Condition => ({ kind: 'not', of });
const all = (...of: Condition[]): Condition => ({ kind: 'all', of });
const any = (...of: Condition[]): Condition => ({ kind: 'any', of });
const text = (op: Extract<Condition, { kind: 'text' }>['op'], ...values: string[]): Condition => ({
  kind: 'text',
  subject: about('title'),
  op,
  values,
});
const property = (id: string) => ({ kind: 'property', id }) as const;
const flag: Condition = { kind: 'flag', subject: about('flagged'), is: true };
const topics = (mode: 'any' | 'all', ...ids: string[]): Condition => ({
  kind: 'includes',
  subject: about('topics'),
  mode,
  options: ids,
});
const present = (id: string): Condition => ({ kind: 'present', subject: about(id) });
const band: Condition = { kind: 'choice', subject: { kind: 'score', id: 'first' }, options: ['low', 'top'] };
const graded: Condition = { kind: 'choice', subject: { kind: 'grade' }, options: ['A'] };
const huge = Number.MAX_SAFE_INTEGER;
/** More than there are bits in a number. */
const regions = Array.from({ length: 34 }, (_, at) => `region_${at}`);
const region = (...ids: string[]): Condition => ({ kind: 'choice', subject: about('region'), options: ids });
const tags = (mode: 'any' | 'all', ...ids: string[]): Condition => ({
  kind: 'includes',
  subject: about('tags'),
  mode,
  options: ids,
});
const noted = (part: string): Condition => ({
  kind: 'text',
  subject: about('notes'),
  op: 'contains',
  values: [part],
});
const asked = (min: number, days: number | null): Condition =>
  happened('asked', { min, within_ms: days === null ? null : days * day });

/** What `everything` has not: names that are words of JavaScript, tests that repeat or contradict, numbers at the limit. */
export const corners: Agreement = agreement({
  name: 'corners',
  fields: [
    field('level', 'choice', { ...options('low', 'mid', 'top', 'constructor'), required: true }),
    field('topics', 'choices', options('a', 'b', 'c')),
    field('flagged', 'flag', { required: true }),
    field('class', 'integer', { min: 0, max: 1_000_000 }),
    field('nps', 'decimal', { decimals: 6, min: -5_000_000, max: 5_000_000, required: true }),
    field('deal', 'money', { min: -huge, max: huge }),
    field('title', 'text', { required: true }),
    field('constructor', 'text', { max_length: 10_000 }),
    field('ends', 'date', { required: true }),
    field('default', 'moment'),
    field('region', 'choice', options(...regions)),
    field('tags', 'choices', options(...regions)),
    field('notes', 'text'),
  ],
  events: [
    eventType('new', field('in', 'text', { required: true }), field('let', 'choices', options('x', 'y'))),
    eventType(
      'delete',
      field('in', 'text'),
      field('when_', 'date'),
      field('how', 'percent'),
      field('by', 'moment'),
    ),
    eventType('asked'),
    eventType('new_asked'),
    eventType(
      'called',
      field('owner', 'text'),
      field('reason', 'choice', { ...options('no', 'later'), required: true }),
    ),
  ],
  stages: [
    stage('visitor'),
    stage('return'),
    stage('case'),
    stage('void', { exit: true }),
    stage('gone', { exit: true }),
  ],
  scores: [
    score('first', {
      decimals: 3,
      cap: 90_000,
      floor: -5_000,
      when: not(level('constructor')),
      groups: [
        group('open', { cap: 10_500, floor: -100, when: flag }),
        group('shut', { floor: 250, when: present('constructor') }),
        group('empty', { floor: 7 }),
      ],
      rules: [
        leadRule('twice', 1_500, { when: all(level('low', 'mid'), level('mid', 'top'), not(level('mid'))) }),
        leadRule('never_holds', 1, { when: all(level('low'), level('top')) }),
        leadRule('both_ways', 10_000, {
          when: any(level('low'), all(level('low'), staff(3)), level('low', 'low')),
          group: 'open',
        }),
        leadRule('missing_or', -250, {
          when: any(not(present('class')), all(staff(10), not(staff(20)))),
          group: 'open',
        }),
        leadRule('topics_twice', 125, {
          when: all(topics('any', 'a', 'b'), not(topics('all', 'a', 'b')), present('topics')),
        }),
        leadRule('no_topics', 10, { when: topics('all'), group: 'shut', cap: 5, floor: -5 }),
        leadRule('texts', 30, {
          when: any(
            text('equals', 'a', '\u00e4'),
            text('ends_with', '"\'`'),
            text('starts_with', '</script>'),
          ),
        }),
        leadRule('one_text', 40, { when: text('equals', 'head of\u2028sales') }),
        leadRule('missing_text', 3, {
          when: { kind: 'text', subject: about('constructor'), op: 'contains', values: ['x', 'y'] },
        }),
        leadRule('empties', 9, { when: all(all(), any(all(), any())) }),
        leadRule('nothing', 9, { when: any() }),
        leadRule('zero', 0),
        leadRule('lifted', 0, { floor: 11, group: 'shut' }),
        leadRule('exactly', 77, {
          when: {
            kind: 'number',
            subject: about('nps'),
            decimals: 6,
            min: { value: 1, inclusive: true },
            max: { value: 1, inclusive: true },
          },
        }),
        leadRule('anywhere', 78, {
          when: { kind: 'number', subject: about('deal'), decimals: 2, min: null, max: null },
        }),
        leadRule('at_limit', 79, {
          when: { kind: 'number', subject: about('deal'), decimals: 2, ...least(huge - 1, false) },
        }),
        leadRule('young', 80, {
          when: {
            kind: 'age',
            subject: about('created_at'),
            min: null,
            max: { value: day, inclusive: false },
          },
        }),
        leadRule('counted', 81, {
          when: {
            kind: 'some',
            at_least: 2,
            of: [
              happened('asked', { min: 2, max: 2 }),
              happened(['new', 'asked'], { min: null, max: 0, since: ['asked'] }),
              flag,
              flag,
            ],
          },
        }),
        leadRule('few', 82, {
          when: happened('delete', {
            min: 0,
            max: 3,
            within_ms: day,
            where: { kind: 'present', subject: property('how') },
          }),
        }),
        leadRule('old', 83, {
          when: not({
            kind: 'event_age',
            events: ['new', 'delete'],
            older_than_ms: day,
            since: ['called', 'entered_void'],
            where: { kind: 'text', subject: property('in'), op: 'contains', values: ['a'] },
          }),
        }),
        eventRule('dates', -333, {
          on: ['delete', 'asked'],
          where: any(
            { kind: 'number', subject: property('how'), decimals: 2, ...most(1_250) },
            { kind: 'age', subject: property('when_'), ...least(day) },
            { kind: 'age', subject: property('by'), ...most(0, false) },
          ),
          fades: { kind: 'half_life', half_life_days: 7, factors: [1_000_000, 900_000, 500_000, 123_457, 7] },
        }),
        eventRule('vast', -7_654_321, {
          on: ['asked'],
          fades: { kind: 'half_life', half_life_days: 7, factors: [1_000_000, 654_321, 7] },
        }),
        eventRule('listed', 501, {
          on: ['new'],
          where: { kind: 'includes', subject: property('let'), mode: 'all', options: ['x', 'y'] },
          at_most: { count: 3, per_ms: day },
          fades: { kind: 'lose', points: 100, every_ms: day },
          cap: 1_200,
        }),
        eventRule('losing', -501, {
          on: ['new', 'called'],
          at_most: { count: 2, per_ms: null },
          fades: { kind: 'lose', points: 100, every_ms: day },
        }),
        idleRule('idle', 13, { every_ms: day, without: [], cap: 100 }),
      ],
      bands: [
        { id: 'low', ...most(0, false), span },
        { id: 'mid', min: { value: 0, inclusive: true }, max: { value: 10_000, inclusive: true }, span },
        { id: 'top', ...least(10_000, false), span },
      ],
    }),
    score('second', {
      rules: [
        leadRule('by_band', 5, { when: band }),
        leadRule('by_grade', 6, { when: graded }),
        leadRule('by_stage', 7, {
          when: { kind: 'choice', subject: { kind: 'stage' }, options: ['return'] },
        }),
        eventRule('each', 3, { on: ['new', 'called'] }),
        eventRule('some', 4, { on: ['called'], at_most: { count: 2, per_ms: null } }),
      ],
    }),
    score('counts', {
      rules: [
        leadRule('one_region', 1, { when: region('region_33') }),
        leadRule('some_regions', -20, { when: region('region_1', 'region_2', 'region_5') }),
        leadRule('top_level', -300, { when: level('top', 'mid') }),
        leadRule('capped_level', 5_000, { when: level('low'), cap: 4_000 }),
        leadRule('flagged', 10_000, { when: flag }),
        leadRule('in_a_week', 20_000, { when: asked(1, 7) }),
        leadRule('in_a_quarter', 40_000, { when: asked(3, 90) }),
        leadRule('in_a_month', 80_000, { when: asked(2, 30) }),
        leadRule('in_a_year', 160_000, { when: asked(4, 365) }),
        leadRule('ever', 320_000, { when: asked(5, null) }),
        leadRule('any_tag', 640_000, { when: tags('any', 'region_0', 'region_31', 'region_32') }),
        leadRule('all_tags', 1_280_000, { when: tags('all', 'region_1', 'region_33') }),
        leadRule('no_tag', 2_560_000, { when: not(present('tags')) }),
        leadRule('noted', 5_120_000, {
          when: { kind: 'some', at_least: 2, of: regions.map((id) => noted(id.slice(-2))) },
        }),
        eventRule('asks', 10_000_000, { on: ['asked'], at_most: { count: 3, per_ms: null } }),
        // Names that are the same once they are put together.
        eventRule('part', 3, { on: ['new_asked', 'called'], at_most: { count: 1, per_ms: day } }),
        eventRule('part_new', 5, { on: ['asked', 'new'], at_most: { count: 1, per_ms: day } }),
        eventRule('both', 100_000_000, { on: ['asked', 'new'], at_most: { count: 4, per_ms: null } }),
      ],
    }),
    score('sum', { decimals: 3, cap: 20_000, floor: 1, when: flag, sum: ['first', 'second'] }),
  ],
  order: ['first', 'grade', 'second', 'persona', 'counts', 'sum'],
  grades: {
    kind: 'grades',
    order: ['A', 'B'],
    match: 'first',
    rows: [
      {
        kind: 'grade_row',
        id: 'row_a',
        when: band,
        grade: 'A',
        because: null,
        in_force: { from: now - day, until: null },
        span,
      },
      {
        kind: 'grade_row',
        id: 'row_b',
        when: not(band),
        grade: 'B',
        because: null,
        in_force: { from: null, until: now },
        span,
      },
    ],
    otherwise: null,
    worse_grade_because: null,
    matrix: null,
    span,
  },
  transitions: [
    transition('went', 'people', 'visitor', 'return', { on: ['asked', 'new'], when: staff(1) }),
    transition('came', 'rule', 'return', 'case', {
      when: all(flag, present('title')),
      in_force: { from: now - 5 * day, until: now + 5 * day },
    }),
    transition('left', 'people', ['visitor', 'return', 'case'], 'void', {
      on: ['called'],
      where: { kind: 'choice', subject: property('reason'), options: ['later'] },
    }),
    transition('out', 'rule', 'void', 'visitor', { when: not(flag) }),
    transition('stale_void', 'time', 'void', 'gone', { after_ms: 3 * day, without: ['asked', 'new'] }),
    transition('stale_return', 'time', 'return', 'gone', { after_ms: 2 * day }),
  ],
  people: [{ kind: 'person', id: 'ann', name: 'ANN \u00c4', calendar: null, span }],
  queues: [
    {
      kind: 'queue',
      id: 'desk',
      title: '',
      party: 'sales',
      calendar: 'short',
      members: ['ann'],
      assign: 'by_hand',
      manager: null,
      span,
    },
  ],
  routing: {
    kind: 'routing',
    stages: ['return', 'case', 'void'],
    match: 'exactly_one',
    rows: [
      {
        kind: 'route',
        id: 'owned',
        when: present('constructor'),
        to: { kind: 'owner', field: 'constructor' },
        because: null,
        in_force: null,
        span,
      },
      {
        kind: 'route',
        id: 'listed_out',
        when: flag,
        to: { kind: 'queue', queue: 'desk' },
        because: null,
        in_force: null,
        span,
      },
    ],
    otherwise: null,
    span,
  },
  notices: ['tell', 'tell_now'].map((id) => ({
    kind: 'notice',
    id,
    on: ['void', 'return'],
    to: 'owner',
    by: ['task'],
    says: '',
    shows: [],
    when: id === 'tell' ? any(flag, graded) : null,
    in_force: null,
    span,
  })),
  calendars: [
    calendar('short', [
      [now - 2 * day, now - 2 * day + 3 * hour],
      [now - hour, now + hour],
    ]),
    calendar('unused', [[now, now + hour]]),
  ],
  default_calendar: 'always',
  promises: [
    clock({
      starts: ['entered_return', 'asked'],
      stops: ['entered_case'],
      restarts: ['called'],
      pauses: [
        { from: ['new'], until: ['delete'] },
        { from: ['new'], until: ['entered_void'] },
      ],
      calendar: 'owner',
      within_ms: 2 * hour,
      remind_ms: 3 * hour,
      escalate: [{ after_ms: 0, to: 'heads' }],
      when: not(graded),
    }),
    clock({
      id: 'short_one',
      starts: ['new'],
      stops: [],
      calendar: 'short',
      within_ms: hour,
      in_force: { from: now - 9 * day, until: null },
    }),
    attempts({
      of: ['called'],
      starts: ['asked'],
      stops: ['new'],
      at_least: 2,
      within_ms: 3 * day,
      calendar: 'short',
      escalate: [],
    }),
  ],
});

/** Nothing that decides. */
export const smallest: Agreement = agreement({
  name: 'smallest',
  fields: [field('flag', 'flag')],
  events: [],
});
