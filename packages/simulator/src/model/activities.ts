import type { ActivityAssumption, Agreement } from '@smarketing/compiler/ir';
import type { Parameters } from './parameters.ts';
import type { Activity, Gap, Transfer } from './types.ts';

/** What happens to leads beside the conversions; what could never happen is a gap. */
export function activitiesOf(agreement: Agreement, parameters: Parameters, gaps: Gap[]): readonly Activity[] {
  const all = agreement.assumptions.filter((one) => one.kind === 'activity');
  const told = all.filter((one) => {
    const why = whyNever(agreement, all, one);
    if (why !== null) gaps.push({ what: `assumption ${one.id}`, why });
    return why === null;
  });
  return told.map((one) => ({
    id: one.id,
    event: one.event,
    by_people: byOf(agreement, one.event) === 'sales',
    share: parameters.add(one, 'share', 'share', one.share),
    times: parameters.add(one, 'times', 'times', one.times),
    takes: parameters.add(one, 'takes', 'duration', one.takes),
    every: parameters.add(one, 'every', 'duration', one.every),
    effort: parameters.add(one, 'effort', 'duration', one.effort),
    calendar: one.calendar,
    after_stages: stagesAfter(agreement, one),
    after_events: one.after,
    next: told.flatMap(({ after }, index) => (after.includes(one.event) ? [index] : [])),
  }));
}

function byOf({ events }: Agreement, id: string): string | undefined {
  return events.find((event) => event.id === id)?.by;
}

/** Why an activity does not happen in a simulation; `null` where it does. */
function whyNever(
  agreement: Agreement,
  all: readonly ActivityAssumption[],
  { event, after }: ActivityAssumption,
): string | null {
  const stages = stagesAfter(agreement, { after });
  const leads = agreement.transitions.some(
    ({ on, from }) => on.includes(event) && stages.some((stage) => from.includes(idOf(agreement, stage))),
  );
  if (leads) return `${event} leads on in the funnel: a conversion says when, not an activity`;
  const drawn = new Set(
    agreement.assumptions.flatMap((one) =>
      one.kind === 'behaviour' || (one.kind === 'activity' && all.includes(one)) ? [one.event] : [],
    ),
  );
  if (stages.length > 0 || after.some((one) => drawn.has(one))) return null;
  return `no assumption says when ${after.join(' or ')} happens: write a behaviour or an activity of it`;
}

function idOf({ stages }: Agreement, stage: number): string {
  return stages[stage]?.id ?? '';
}

/** The stages after whose entry it comes: those that are named, and those to which a named event leads. */
function stagesAfter(
  { stages, transitions }: Agreement,
  { after }: Pick<ActivityAssumption, 'after'>,
): readonly number[] {
  return stages.flatMap(({ id }, index) => {
    const ways = transitions.filter(({ to }) => to === id).flatMap(({ on }) => on);
    return after.some((event) => event === `entered_${id}` || ways.includes(event)) ? [index] : [];
  });
}

/** The events that happen in a stage by activities, at first hand or later. */
export function toldAfter(
  activities: readonly Activity[],
  isFirst: (activity: Activity) => boolean,
): ReadonlySet<number> {
  const told = new Set(activities.flatMap((one, index) => (isFirst(one) ? [index] : [])));
  for (const one of told) for (const next of activities[one]?.next ?? []) told.add(next);
  return told;
}

/** Which leads change hands. */
export function transfersOf({ assumptions, queues }: Agreement, parameters: Parameters): readonly Transfer[] {
  const indexOf = (id: string | null): number => queues.findIndex((queue) => queue.id === id);
  return assumptions.flatMap((one) => {
    if (one.kind !== 'transfer') return [];
    return [
      {
        id: one.id,
        event: one.event,
        from: indexOf(one.from),
        to: indexOf(one.to),
        share: parameters.add(one, 'share', 'share', one.share),
        takes: parameters.add(one, 'takes', 'duration', one.takes),
      },
    ];
  });
}
