import { firstOf, there } from '../../src/found.ts';
import type { Agreement, Condition, Subject } from '../../src/ir/index.ts';
import {
  about,
  agreement,
  day,
  eventRule,
  eventType,
  field,
  leadRule,
  options,
  score,
  transition,
} from '../ir/agreements.ts';
import { everything } from '../ir/everything.ts';

/** More than there are bits in a number. */
const places = Array.from({ length: 40 }, (_, at) => `place_${at}`);
const property = (id: string): Subject => ({ kind: 'property', id });
const has = (subject: Subject, mode: 'any' | 'all', ...ids: string[]): Condition => ({
  kind: 'includes',
  subject,
  mode,
  options: ids,
});
const is = (subject: Subject, ...ids: string[]): Condition => ({ kind: 'choice', subject, options: ids });
const present = (subject: Subject): Condition => ({ kind: 'present', subject });
const says = (value: string): Condition => ({
  kind: 'text',
  subject: property('note'),
  op: 'contains',
  values: [value],
});

const somewhere = has(property('at_places'), 'any', 'place_3', 'place_4', 'place_39');
const twice = { count: 2, per_ms: null };
const kinds: Subject[] = [{ kind: 'persona' }, { kind: 'grade' }];
const people = ['boss', 'user', 'buyer'];

const grades = there(everything.grades, 'grades');

/** Properties that need more than one number, what is counted since something else, and what is asked of persona and grade. */
export const wide: Agreement = agreement({
  name: 'wide',
  fields: [field('level', 'choice', { ...options('low', 'mid', 'top'), required: true })],
  events: [
    eventType(
      'seen',
      field('at_places', 'choices', options(...places)),
      field('place', 'choice', options(...places)),
    ),
    eventType('noted', field('note', 'text'), field('sure', 'flag'), field('long', 'integer')),
  ],
  scores: [
    score('seen', {
      rules: [
        ...[
          has(property('at_places'), 'any', 'place_3', 'place_35', 'place_36'),
          has(property('at_places'), 'all', 'place_0', 'place_39'),
          has(property('at_places'), 'any', 'place_31'),
          present(property('at_places')),
          is(property('place'), 'place_2', 'place_33', 'place_38'),
          present(property('place')),
        ].map((where, at) => eventRule(`seen_${at}`, 2 ** at, { on: ['seen'], where })),
        ...[present(property('note')), present(property('sure')), present(property('long'))].map(
          (where, at) => eventRule(`noted_${at}`, 1000 * 2 ** at, { on: ['noted'], where }),
        ),
        ...Array.from({ length: 33 }, (_, at) =>
          eventRule(`word_${at}`, 10_000 + at, {
            on: ['noted'],
            where: says(`${String.fromCodePoint(97 + (at % 26))}${at % 7}`),
          }),
        ),
      ],
    }),
    score('lately', {
      since: ['noted'],
      rules: [
        eventRule('late', 1, { on: ['seen'] }),
        eventRule('late_twice', 100, { on: ['seen'], at_most: twice }),
        eventRule('late_there', 1000, { on: ['seen'], where: somewhere }),
        eventRule('twice_there', 100_000, { on: ['seen'], where: somewhere, at_most: twice }),
        eventRule('daily_there', 1_000_000, {
          on: ['seen'],
          where: somewhere,
          at_most: { count: 1, per_ms: day },
        }),
      ],
    }),
    score('ever', {
      rules: [eventRule('ever_there', 1, { on: ['seen'], where: somewhere, at_most: twice })],
    }),
    score('known', {
      rules: [
        ...kinds.map((subject, at) => leadRule(`known_${at}`, 2 ** at, { when: present(subject) })),
        leadRule('one_of_three', 8, { when: is({ kind: 'persona' }, ...people) }),
        leadRule('one_of_grades', 16, { when: is({ kind: 'grade' }, 'A', 'B', 'C') }),
      ],
    }),
  ],
  order: ['seen', 'lately', 'ever', 'persona', 'grade', 'known'],
  personas: people.map((id, at) => ({
    ...firstOf(everything.personas),
    id,
    when: is(about('level'), ['top', 'mid', 'none'][at] as string),
  })),
  grades: {
    ...grades,
    order: ['A', 'B', 'C'],
    rows: [{ ...firstOf(grades.rows), when: is(about('level'), 'top'), grade: 'A' }],
    otherwise: null,
  },
  transitions: [
    transition('by_place', 'rule', 'lead', 'mql', {
      on: ['seen'],
      where: has(property('at_places'), 'any', 'place_32'),
    }),
  ],
});
