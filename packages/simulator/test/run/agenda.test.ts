import { expect, test } from 'vitest';
import { Agenda, kindOf, outcome, whoOf } from '../../src/run/agenda.ts';
import { daySeconds } from '../../src/time/units.ts';

interface Event {
  readonly at: number;
  readonly who: number;
}

/** An agenda of ten days, and what was put into it. */
function filled(events: readonly Event[]): Agenda {
  const agenda = new Agenda(10);
  agenda.clear();
  for (const { at, who } of events) agenda.add(at, outcome, who);
  return agenda;
}

/** All that happens before a day, and when. */
function before(agenda: Agenda, day: number): Event[] {
  const out: Event[] = [];
  for (let what = agenda.before(day); what >= 0; what = agenda.before(day)) {
    expect(kindOf(what)).toBe(outcome);
    out.push({ at: agenda.now, who: whoOf(what) });
  }
  return out;
}

const inOrder = (events: readonly Event[]): Event[] => events.toSorted((a, b) => a.at - b.at);

/** Many at few moments of 14 days: four of them after the last that is simulated. */
const many = Array.from({ length: 3000 }, (_, who) => ({
  at: ((who * 7919) % 14) * daySeconds + ((who * 31) % 5),
  who,
}));

test('the earliest happens first, and of the same moment what was put in first', () => {
  const simulated = many.filter(({ at }) => at < 10 * daySeconds);
  expect(before(filled(many), 10)).toEqual(inOrder(simulated));
});

test('it goes on from day to day', () => {
  const agenda = filled(many);
  const out = [before(agenda, 3), before(agenda, 3), before(agenda, 4)];
  const of = (from: number, until: number): Event[] =>
    inOrder(many.filter(({ at }) => at >= from * daySeconds && at < until * daySeconds));
  expect(out).toEqual([of(0, 3), [], of(3, 4)]);
});

test('what is put in while things happen has its turn', () => {
  const agenda = filled([
    { at: 5, who: 1 },
    { at: daySeconds + 1, who: 2 },
  ]);
  const out: number[] = [];
  for (let what = agenda.before(2); what >= 0; what = agenda.before(2)) {
    out.push(whoOf(what));
    if (whoOf(what) !== 1) continue;
    agenda.add(agenda.now, outcome, 3);
    agenda.add(agenda.now + 1, outcome, 4);
    agenda.add(daySeconds, outcome, 5);
  }
  expect(out).toEqual([1, 3, 4, 5, 2]);
});

test('all that has not happened can be taken out, today’s, later days’ and what is after the last', () => {
  const agenda = filled(many);
  const done = agenda.before(10);
  const out: number[] = [];
  agenda.empty((what) => out.push(whoOf(what)));
  expect([whoOf(done), ...out].toSorted((a, b) => a - b)).toEqual(many.map(({ who }) => who));
  expect(agenda.before(10)).toBe(-1);
});
