import type { Agreement } from '@smarketing/compiler/ir';
import type { Parameters } from './parameters.ts';
import type { Desk, Gap, Stage, Step } from './types.ts';

/** The conversions; one into an end of the funnel that does not say how long it takes has the cycle of deals. */
export function stepsOf(agreement: Agreement, parameters: Parameters, cycle: number): readonly Step[] {
  const { assumptions, stages, transitions } = agreement;
  const indexOf = (id: string): number => stages.findIndex((stage) => stage.id === id);
  return assumptions.flatMap((one) => {
    if (one.kind !== 'conversion') return [];
    const [from, to] = [indexOf(one.from), indexOf(one.to)];
    const rate = parameters.add(one, 'rate', 'share', one.rate);
    const takes = parameters.add(one, 'takes', 'duration', one.takes);
    const isWin = stages[to]?.end === true && !stages[to].exit;
    const ways = transitions.filter((way) => way.to === one.to && way.from.includes(one.from));
    const on = [...ways.flatMap((way) => way.on), `entered_${one.to}`];
    return [{ id: one.id, from, to, rate, takes: takes < 0 && isWin ? cycle : takes, on }];
  });
}

export function stagesOf({ stages, transitions }: Agreement, steps: readonly Step[]): readonly Stage[] {
  return stages.map(({ id, title, exit, end }, index) => {
    const stale = transitions.find(({ by, from }) => by === 'time' && from.includes(id));
    return {
      id,
      title,
      exit,
      end,
      steps: steps.flatMap(({ from }, step) => (from === index ? [step] : [])),
      stale_to: stale ? stages.findIndex((stage) => stage.id === stale.to) : -1,
      stale_ms: stale?.after_ms ?? -1,
    };
  });
}

/** All queues of sales, in order: those without a capacity work any number of leads at once. */
export function desksOf(agreement: Agreement, parameters: Parameters, gaps: Gap[]): readonly Desk[] {
  const { queues, people, assumptions, default_calendar: usual } = agreement;
  return queues.map(({ id, title, assign, members, calendar, party }) => {
    const capacity = assumptions.find((one) => one.kind === 'capacity' && one.queue === id);
    const own = calendar ?? usual;
    const known = capacity?.kind === 'capacity' ? capacity : null;
    if (!known && party === 'sales')
      gaps.push({
        what: `queue ${id}`,
        why: 'no assumption says how many leads it can work: it works any number',
      });
    return {
      id,
      title,
      assign,
      calendar: own,
      people: known ? parameters.add(known, 'people', 'people', known.people) : -1,
      per_person: known ? parameters.add(known, 'per_person', 'worked', known.per_person) : -1,
      per: known?.per ?? { count: 1, unit: 'day' },
      members: members.map((member) => people.find((person) => person.id === member)?.calendar ?? own),
    };
  });
}
