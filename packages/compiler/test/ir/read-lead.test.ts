import { describe, expect, test } from 'vitest';
import type { Lead, LeadProblem } from '../../src/ir/index.ts';
import { parseMoment, readLead } from '../../src/ir/index.ts';
import { agreement, eventType, field, lead, now, options } from './agreements.ts';

const visit = (path: string | null, id?: string) => ({
  ...(id && { id }),
  event: 'visit',
  at: 5,
  properties: { path },
});

const world = agreement();

function problems(input: unknown): readonly LeadProblem[] {
  const reading = readLead(world, input);
  return 'problems' in reading ? reading.problems : [];
}

function read(input: unknown): Lead {
  const reading = readLead(world, input);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.lead;
}

/** Where there are problems when a field has this value. */
function refused(id: string, ...values: unknown[]): number {
  return values.filter((value) => problems(lead({ [id]: value })).some(({ at }) => at === id)).length;
}

describe('a lead', () => {
  test('has every field, missing ones as null', () => {
    expect(read({ id: 'x', created_at: now, level: null })).toEqual({
      id: 'x',
      created_at: now,
      fields: Object.fromEntries(world.fields.map(({ id }) => [id, null])),
      events: [],
    });
  });

  test('is told all its problems at once, with paths', () => {
    const input = {
      id: '',
      level: 'midd',
      staf: 1,
      deal: 1.234,
      events: [{ event: 'visits', at: now }, { event: 'visit', at: 'now', properties: { seconds: 'x' } }, 7],
    };
    expect(problems(input).map(({ at }) => at)).toEqual([
      'id',
      'created_at',
      'level',
      'deal',
      'events[0].event',
      'events[1].at',
      'events[1].properties.seconds',
      'events[2]',
      'staf',
    ]);
    const said = problems(input).map(({ message }) => message);
    expect(said).toContain('must be one of low, mid, top. Did you mean `mid`?');
    expect(said).toContain('must have at most 2 decimals');
    expect(said).toContain('is not in the agreement. Did you mean `staff`?');
  });

  test.each([[null], [undefined], [[]], ['x'], [7]])('is not %j', (input) => {
    expect(problems(input).map(({ at }) => at)).toEqual(['']);
  });

  test.each([
    ['x', 'events'],
    [[{ event: 'visit', at: 0, properties: 5 }], 'events[0].properties'],
    [[{ event: 'nothing like it', at: 0 }], 'events[0].event'],
    [[{ event: 7, at: 0 }], 'events[0].event'],
    [[{ event: 'visit', at: 0, id: '' }], 'events[0].id'],
    [[{ event: 'visit', at: 0, id: null }], undefined],
    [null, undefined],
  ])('with the events %j has a problem at %s', (events, at) => {
    expect(problems({ ...lead(), events }).map((problem) => problem.at)).toEqual(
      at === undefined ? [] : [at],
    );
  });

  test('has what is required', () => {
    const required = agreement({ fields: [field('level', 'choice', { ...options('a'), required: true })] });
    expect(readLead(required, lead())).toEqual({ problems: [{ at: 'level', message: 'is required' }] });
  });

  test('inherits nothing', () => {
    const polluted = Object.assign(Object.create({ level: 'mid' }) as object, lead());
    expect(read(polluted).fields['level']).toBeNull();
    expect(problems(JSON.parse('{"id":"x","created_at":0,"__proto__":1}'))).toHaveLength(1);
  });
});

describe('values', () => {
  test('numbers have at most their decimals, by their shortest text', () => {
    expect(refused('staff', 1.5, 1e21, 1e-7, '1', NaN, Infinity, 100_001, -100_001)).toBe(8);
    expect(refused('nps', 0.1, 8.5, -0.1, 10_000)).toBe(0);
    expect(refused('deal', 1.005, 0.1 + 0.2)).toBe(2);
    expect(refused('deal', 1.1, 0.07, 999.99)).toBe(0);
    expect(Object.is(read(lead({ staff: -0 })).fields['staff'], 0)).toBe(true);
  });

  test('texts are measured in code points; NUL and half characters are refused', () => {
    expect(refused('title', '\u{1F600}'.repeat(50), '')).toBe(0);
    expect(refused('title', 'x'.repeat(51), 'a\0b', '\uD83D', 5)).toBe(4);
  });

  test('sets have each option once, in the order of the options', () => {
    expect(read(lead({ topics: ['c', 'a', 'c'] })).fields['topics']).toEqual(['a', 'c']);
    expect(read(lead({ topics: [] })).fields['topics']).toEqual([]);
    expect(refused('topics', ['d'], 'a', [null])).toBe(3);
  });

  test('flags, options and days are only what they are', () => {
    expect(refused('flagged', 'true', 1)).toBe(2);
    expect(refused('level', 'LOW', 1, true)).toBe(3);
    expect(refused('ends', '2026-02-29', '2026-2-1', '0000-01-01', now, '2026-01-01T00:00Z')).toBe(5);
    expect(read(lead({ ends: '2028-02-29' })).fields['ends']).toBe(Date.UTC(2028, 1, 29));
  });

  test('moments are whole milliseconds, or ISO 8601 with a zone', () => {
    const ten = Date.UTC(2026, 10, 20, 10);
    const same = [
      '2026-11-20T10:00Z',
      '2026-11-20T10:00:00.0Z',
      '2026-11-20T04:30:00-05:30',
      '2026-11-20T12:00:00.000+02:00',
    ];
    expect(new Set(same.map(parseMoment))).toEqual(new Set([ten]));
    expect(parseMoment('2026-11-20T10:00:00.12Z')).toBe(ten + 120);
    const wrong = [
      '2026-11-20T10:00',
      '2026-11-20 10:00Z',
      '2026-11-20',
      '2026-11-31T10:00Z',
      '2026-11-20T24:00Z',
      '2026-11-20T10:60Z',
      '2026-11-20T10:00:60Z',
      '2026-11-20T10:00:00.1234Z',
      '2026-11-20T10:00+0100',
      '2026-11-20T10:00+24:00',
      '2026-11-20t10:00z',
      '10000-01-01T00:00Z',
      '9999-12-31T23:59-01:00',
      ` 2026-11-20T10:00Z`,
      `${ten}`,
      ten + 0.5,
      8.64e15,
      NaN,
      null,
    ];
    expect(wrong.map(parseMoment)).toEqual(wrong.map(() => undefined));
  });
});

describe('events', () => {
  test('are sorted by moment, vocabulary, id, and properties', () => {
    const events = [
      { event: 'asked', at: 5 },
      visit(null, '\u{1F600}'),
      visit(null, '\uFF5E'),
      visit('b'),
      visit(null),
      visit('a'),
      { event: 'called', at: 4 },
    ];
    const sorted = read(lead({ events })).events.map(({ event, id, properties }) => [
      event,
      id,
      properties['path'],
    ]);
    expect(sorted).toEqual([
      ['called', null, undefined],
      ['visit', null, null],
      ['visit', null, 'a'],
      ['visit', null, 'b'],
      ['visit', '\uFF5E', null],
      ['visit', '\u{1F600}', null],
      ['asked', null, undefined],
    ]);
  });

  test('with one id are one, or refused', () => {
    const event = { id: 'e', event: 'visit', at: 1000, properties: { seconds: 5 } };
    const same = { ...event, at: '1970-01-01T00:00:01Z', properties: { seconds: 5, path: null } };
    expect(read(lead({ events: [event, same] })).events).toHaveLength(1);
    expect(problems(lead({ events: [event, { ...same, properties: {} }] }))).toEqual([
      { at: 'events[1].id', message: 'is also the id of events[0], which is another event' },
    ]);
    const nameless = { event: 'visit', at: 5 };
    expect(read(lead({ events: [nameless, nameless] })).events).toHaveLength(2);
  });

  test('have required properties, no unknown ones, and are at most 5,000', () => {
    const paths = agreement({ events: [eventType('visit', field('path', 'text', { required: true }))] });
    const event = { event: 'visit', at: 5 };
    expect(readLead(paths, lead({ events: [event] }))).toEqual({
      problems: [{ at: 'events[0].properties.path', message: 'is required' }],
    });
    const odd = { ...event, properties: { pth: 'x' }, ip: '::1' } as const;
    expect(problems(lead({ events: [odd] })).map(({ at }) => at)).toEqual([
      'events[0].properties.pth',
      'events[0].ip',
    ]);
    const many = (length: number) => problems(lead({ events: Array.from({ length }, () => event) }));
    expect(many(5000)).toEqual([]);
    expect(many(5001).map(({ at }) => at)).toEqual(['events']);
  });
});
