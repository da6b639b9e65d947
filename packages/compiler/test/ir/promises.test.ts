import { describe, expect, test } from 'vitest';
import type { Agreement, ClockPromise, EventInput, PromiseRule, PromiseStatus } from '../../src/ir/index.ts';
import {
  agreement,
  attempts,
  calendar,
  clock,
  day,
  decide,
  happened,
  hour,
  lead,
  minute,
  now,
  span,
  transition,
} from './agreements.ts';

const person = (id: string, calendar: string | null) =>
  ({ kind: 'person', id, name: `Ms. ${id}`, calendar, span }) as const;

const start = now - day;

/** Events by name, each so many minutes after the start. */
function after(...events: [string, number][]): EventInput[] {
  return events.map(([event, minutes]) => ({ event, at: start + minutes * minute }));
}

function status(
  promise: PromiseRule,
  events: readonly EventInput[],
  asOf: number = start + 10 * minute,
  parts: Partial<Agreement> = {},
): PromiseStatus | undefined {
  return decide(agreement({ promises: [promise], ...parts }), lead({ events }), asOf).promises[0];
}

const asked = after(['asked', 0]);
const due = start + hour;

const three = (...minutes: number[]): EventInput[] => [
  ...asked,
  ...minutes.map((at) => ({ event: 'tried', at: start + at * minute })),
];

describe('a clock', () => {
  test('runs, is due, is met at its deadline and broken after it', () => {
    expect(status(clock(), asked)).toEqual({
      id: 'contact',
      state: 'running',
      started_at: start,
      due_at: due,
      remind_at: null,
      stopped_at: null,
      escalations: [],
    });
    expect([due, due + 1].map((asOf) => status(clock(), asked, asOf)?.state)).toEqual(['running', 'broken']);
    const stopped = (at: number): PromiseStatus | undefined =>
      status(clock(), [...asked, { event: 'called', at }], now);
    expect(stopped(due)).toMatchObject({ state: 'met', stopped_at: due, due_at: due });
    expect(stopped(due + 1)).toMatchObject({ state: 'broken', stopped_at: due + 1, due_at: due });
  });

  test('is not told of before it starts, when out of force, or when its condition fails', () => {
    expect(status(clock(), [])).toBeUndefined();
    expect(status(clock({ in_force: { from: null, until: start } }), asked)).toBeUndefined();
    expect(status(clock({ when: happened('tried') }), asked)).toBeUndefined();
  });

  test('starts only when it is not running; the latest is told of', () => {
    expect(status(clock(), after(['asked', 0], ['asked', 5]))?.started_at).toBe(start);
    const again = after(['asked', 0], ['called', 5], ['asked', 8]);
    expect(status(clock(), again)).toMatchObject({ state: 'running', started_at: start + 8 * minute });
    expect(status(clock(), after(['asked', 0], ['asked', 90]), now)?.started_at).toBe(start);
  });

  test('starts by a move of the decision', () => {
    const transitions = [transition('up', 'people', 'lead', 'mql', { on: ['asked'] })];
    const promise = clock({ starts: ['entered_mql'] });
    expect(status(promise, asked, undefined, { transitions })).toMatchObject({
      started_at: start,
      due_at: due,
    });
  });

  test('at one moment: start, restart, resume, pause, stop', () => {
    const pauses = [{ from: ['waits'], until: ['answers'] }];
    const promise = clock({ pauses, restarts: ['handed'] });
    const together = (...names: string[]): PromiseStatus | undefined =>
      status(promise, after(...names.map((name): [string, number] => [name, 0])));
    expect(together('called', 'asked')).toMatchObject({ state: 'met', started_at: start, stopped_at: start });
    expect(together('waits', 'answers', 'asked')?.state).toBe('paused');
    expect(together('waits', 'handed', 'asked')?.state).toBe('paused');
    expect(together('handed', 'answers')).toBeUndefined();
  });
});

describe('pauses', () => {
  const pauses = [
    { from: ['waits'], until: ['answers'] },
    { from: ['waits_too'], until: ['answers_too'] },
  ];
  const promise = clock({ pauses, remind_ms: 15 * minute, escalate: [{ after_ms: 0, to: 'boss' }] });

  test('stand still, and shift the deadline and all that hangs on it', () => {
    const waiting = after(['asked', 0], ['waits', 10]);
    expect(status(promise, waiting, now)).toMatchObject({
      state: 'paused',
      due_at: null,
      remind_at: null,
      escalations: [{ to: 'boss', at: null }],
    });
    expect(status(promise, [...waiting, ...after(['answers', 30])], start + 40 * minute)).toMatchObject({
      state: 'running',
      due_at: due + 20 * minute,
      remind_at: due + 5 * minute,
      escalations: [{ to: 'boss', at: due + 20 * minute }],
    });
  });

  test('last while any of them is open', () => {
    const both = after(['asked', 0], ['waits', 10], ['waits_too', 20], ['answers', 30]);
    expect(status(promise, both, now)?.state).toBe('paused');
    const resumed = [...both, ...after(['answers_too', 45], ['waits', 50], ['waits', 52], ['answers', 60])];
    expect(status(promise, resumed, start + hour)).toMatchObject({ due_at: due + 45 * minute });
  });

  test('do nothing without a clock, or once time has run out', () => {
    expect(status(promise, after(['waits', -5], ['asked', 0]))?.state).toBe('running');
    expect(status(promise, after(['asked', 0], ['waits', 61]), now)).toMatchObject({
      state: 'broken',
      due_at: due,
    });
    // the time had run out when the pause began, so that is the deadline
    expect(status(promise, after(['asked', 0], ['waits', 60]), now)).toMatchObject({
      state: 'broken',
      due_at: due,
    });
  });

  test('a clock stopped in a pause is met without a deadline', () => {
    const events = after(['asked', 0], ['waits', 50], ['called', 600]);
    expect(status(promise, events, now)).toMatchObject({
      state: 'met',
      due_at: null,
      remind_at: start + 45 * minute,
      escalations: [{ at: null }],
    });
  });
});

describe('restarts', () => {
  const promise = clock({ restarts: ['handed'], pauses: [{ from: ['waits'], until: ['answers'] }] });

  test('give the full time again, and end pauses', () => {
    const events = after(['asked', 0], ['waits', 5], ['handed', 30]);
    const restarted = { state: 'running', started_at: start + 30 * minute, due_at: due + 30 * minute };
    expect(status(promise, events)).toMatchObject({ state: 'paused' });
    expect(status(promise, events, start + hour)).toMatchObject(restarted);
    expect(status(promise, after(['asked', 0], ['handed', 90]), now)).toMatchObject({
      started_at: start + 90 * minute,
    });
  });

  test('do nothing without a clock', () => {
    expect(status(promise, after(['handed', 0]))).toBeUndefined();
    expect(status(promise, after(['asked', 0], ['called', 5], ['handed', 6]))).toMatchObject({
      state: 'met',
    });
  });
});

describe('reminders and escalations', () => {
  const promise = clock({
    remind_ms: 15 * minute,
    escalate: [
      { after_ms: 0, to: 'boss' },
      { after_ms: hour, to: 'heads' },
    ],
  });

  test('come so much running time before and after the deadline', () => {
    expect(status(promise, asked)).toMatchObject({
      remind_at: due - 15 * minute,
      escalations: [
        { to: 'boss', at: due },
        { to: 'heads', at: due + hour },
      ],
    });
  });

  test('do not come once the clock was stopped', () => {
    const [early, late, atDue, past] = [45, 46, 60, 61].map((minutes) =>
      status(promise, after(['asked', 0], ['called', minutes]), now),
    );
    expect(early).toMatchObject({ remind_at: null });
    expect(late).toMatchObject({ remind_at: start + 45 * minute });
    expect(atDue?.escalations.map(({ at }) => at)).toEqual([null, null]);
    expect(past?.escalations.map(({ at }) => at)).toEqual([due, null]);
  });
});

describe('calendars', () => {
  const morning = calendar(
    'morning',
    [0, 1].map((d) => [start + d * day + 2 * hour, start + d * day + 4 * hour]),
  );
  const evening = calendar('evening', [[start + 8 * hour, start + 10 * hour]]);
  const calendars = [morning, evening];
  const queue = { kind: 'queue', party: 'sales', assign: 'by_hand', manager: null, title: '', span } as const;
  const people = [person('ann', 'evening'), person('bob', null), person('cy', null)];
  const queues = [
    { ...queue, id: 'desk', calendar: 'morning', members: ['bob'] },
    { ...queue, id: 'pool', calendar: null, members: ['cy'] },
  ];
  const at = (hours: number): number => start + hours * hour;

  test('count working time only', () => {
    const promise = clock({ calendar: 'morning' });
    expect(status(promise, asked, undefined, { calendars })?.due_at).toBe(at(3));
    expect(
      status(clock({ calendar: 'morning', within_ms: 2 * hour }), asked, start, { calendars })?.due_at,
    ).toBe(at(4));
    const long = clock({ calendar: 'morning', within_ms: 5 * hour });
    expect(status(long, asked, undefined, { calendars })).toMatchObject({
      state: 'beyond_calendar',
      due_at: null,
    });
    const pauses = [{ from: ['waits'], until: ['answers'] }];
    const events = after(['asked', 0], ['waits', 150], ['answers', 210]);
    expect(status(clock({ calendar: 'morning', pauses }), events, at(3.6), { calendars })?.due_at).toBe(
      at(4),
    );
  });

  test('of an owner: the restart’s person, else whom the lead is routed to, else the default', () => {
    const promise: ClockPromise = clock({ calendar: 'owner', restarts: ['handed'] });
    const routed = (to: string, owner?: string | null): number | null | undefined => {
      const target =
        to === 'field'
          ? ({ kind: 'owner', field: 'account_owner' } as const)
          : ({ kind: 'queue', queue: to } as const);
      const routing = {
        kind: 'routing',
        stages: ['lead'],
        match: 'first',
        rows: [],
        otherwise: target,
        span,
      } as const;
      const world = agreement({ promises: [promise], calendars, people, queues, routing });
      const handed = owner === undefined ? [] : [{ event: 'handed', at: start, properties: { owner } }];
      const input = lead({ events: [...asked, ...handed], account_owner: 'MS. ANN' });
      return decide(world, input, start + 1).promises[0]?.due_at;
    };
    const open = at(1);
    expect(routed('desk')).toBe(at(3));
    expect(routed('pool')).toBe(open);
    expect(routed('field')).toBe(at(9));
    expect(routed('desk', 'ms. Ann')).toBe(at(9));
    expect(routed('field', 'Ms. bob')).toBe(at(3)); // by the queue Bob is in
    expect(routed('field', 'Ms. cy')).toBe(open);
    expect(routed('field', 'Nobody')).toBe(at(9));
    expect(routed('desk', null)).toBe(at(3));
  });
});

describe('attempts', () => {
  test('are met by the count from the start to the deadline', () => {
    expect(status(attempts(), three(-1, 0, 5), now)).toMatchObject({
      state: 'broken',
      stopped_at: null,
      due_at: due,
    });
    expect(status(attempts(), three(0, 5, 60), now)).toMatchObject({
      state: 'met',
      stopped_at: due,
      remind_at: null,
    });
    expect(status(attempts(), three(0, 5, 61), now)).toMatchObject({
      state: 'broken',
      stopped_at: due + minute,
    });
    expect(status(attempts(), three(0, 5))).toMatchObject({ state: 'running', due_at: due });
  });

  test('are met by a stop until the deadline', () => {
    const stops = [59, 60, 61].map((minutes) => [...three(1), ...after(['called', minutes])]);
    expect(stops.map((events) => status(attempts(), events, now)?.state)).toEqual(['met', 'met', 'broken']);
  });

  test('begin again once they ended', () => {
    expect(status(attempts(), [...three(1, 2, 3), ...after(['asked', 5])])).toMatchObject({
      state: 'running',
      started_at: start + 5 * minute,
    });
  });
});
