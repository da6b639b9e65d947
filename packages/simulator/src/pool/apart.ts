import type { Apart, Clock, Model } from '../model/types.ts';
import type { DrawnLead } from './draw-lead.ts';
import type { Life } from './life.ts';

/** A clock that runs beside people's work: in seconds after the lead came, when it starts, and when the lead itself stops it (−1 is never). */
export interface ApartClock {
  readonly clock: number;
  readonly after: number;
  readonly stop: number;
}

/** The clocks that a lead starts before people have it, or by what it does, whoever has it then. */
export function apartClocks(
  { clocks, stages }: Model,
  { entries }: Life,
  lead: DrawnLead,
): readonly ApartClock[] {
  if (!clocks.some(isApart)) return [];
  const happened = [
    ...entries.slice(1).map(({ stage, after }) => ({ event: `entered_${stages[stage]?.id}`, after })),
    ...lead.events.map(({ event, at }) => ({ event, after: at - lead.created_at })),
  ].toSorted((a, b) => a.after - b.after);
  return clocks.flatMap((clock, index) => {
    if (!isApart(clock)) return [];
    const { stage, starts, stops } = clock.apart;
    const starting = [...starts, `entered_${stages[stage]?.id}`];
    return happened
      .filter(({ event }) => starting.includes(event))
      .map(({ after }) => {
        const stop = happened.find((one) => one.after >= after && stops.includes(one.event));
        return { clock: index, after: seconds(after), stop: seconds(stop?.after) };
      });
  });
}

function seconds(ms: number | undefined): number {
  return ms === undefined ? -1 : Math.round(ms / 1000);
}

function isApart(clock: Clock): clock is Clock & { readonly apart: Apart } {
  return clock.apart !== null;
}
