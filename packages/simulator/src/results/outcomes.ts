import type { Model } from '../model/types.ts';
import type { Layout } from '../run/layout.ts';

/** A number that each run has: for all reported weeks together, and where it makes sense for each of them. */
export interface Outcome {
  /** Such as `entered.mql`, `kept.speed_to_lead`, `load.inbound_desk`, `goal.half_year_revenue`. */
  readonly id: string;
  readonly title: string;
  /** What it is about, without what is counted: a stage or the way from one to another, a desk, a promise; the id of a goal. */
  readonly about: string;
  readonly unit: 'leads' | 'share' | 'hours' | 'days' | 'money';
  /** A sum of weekly numbers, or one of them divided by another; `NaN` where there is nothing to divide by. */
  readonly top: number;
  readonly bottom: number;
  /** How many numbers follow one another: the weeks, the periods of a promise, or 1. */
  readonly parts: number;
  /** Divides the result: seconds to hours, hundredths to money. */
  readonly scale: number;
  /** Of levels the mean over the parts, not the sum. */
  readonly level: boolean;
}

/** Everything that is told of a run. Shares are between 0 and 1, money is in the currency. */
export function outcomesOf(model: Model, layout: Layout): readonly Outcome[] {
  const { weeks } = layout;
  const base = { bottom: -1, parts: weeks, scale: 1, level: false } as const;
  const stages = model.stages.flatMap(({ id, title }, stage): Outcome[] => {
    const entered = layout.entered[stage] as number;
    const [top, bottom] = [layout.stay[stage] as number, layout.left[stage] as number];
    return [
      {
        ...base,
        about: title,
        id: `entered.${id}`,
        title: `Leads that enter ${title}`,
        unit: 'leads',
        top: entered,
      },
      {
        ...base,
        about: title,
        id: `stay.${id}`,
        title: `Days in ${title}`,
        unit: 'days',
        top,
        bottom,
        scale: 86_400,
      },
    ];
  });
  return [
    ...stages,
    ...conversions(model, layout),
    ...clocks(model, layout),
    ...counts(model, layout),
    ...desks(model, layout),
    {
      ...base,
      id: 'revenue',
      title: 'Revenue',
      about: 'Revenue',
      unit: 'money',
      top: layout.revenue,
      scale: 100,
    },
    {
      ...base,
      id: 'cost',
      title: 'Cost of leads',
      about: 'Cost of leads',
      unit: 'money',
      top: layout.cost,
      scale: 100,
    },
    ...model.goals.map(({ id, stage }, goal): Outcome => {
      const money = stage < 0;
      const at = { top: layout.goals + goal, bottom: -1, parts: 1, level: false };
      return {
        ...at,
        id: `goal.${id}`,
        title: `Goal ${id}`,
        about: id,
        unit: money ? 'money' : 'leads',
        scale: money ? 100 : 1,
      };
    }),
  ];
}

/** Cohort: of those who entered one stage, how many came to the other, whenever. Activity: how many entered each in the same time. */
function conversions(model: Model, { pairs, cohort, entered, weeks }: Layout): Outcome[] {
  return pairs.flatMap(({ from, to }, pair): Outcome[] => {
    const [a, b] = [model.stages[from], model.stages[to]];
    const names = `${a?.title} to ${b?.title}`;
    const base = {
      about: names,
      unit: 'share',
      bottom: entered[from] as number,
      parts: weeks,
      scale: 1,
      level: false,
    } as const;
    return [
      {
        ...base,
        id: `cohort.${a?.id}.${b?.id}`,
        title: `${names}, of those who entered`,
        top: cohort[pair] as number,
      },
      {
        ...base,
        id: `activity.${a?.id}.${b?.id}`,
        title: `${names}, entries of the same weeks`,
        top: entered[to] as number,
      },
    ];
  });
}

function clocks(model: Model, { kept, started, weeks }: Layout): Outcome[] {
  return model.clocks.map(({ id, says }, clock) => ({
    id: `kept.${id}`,
    title: says,
    about: says,
    unit: 'share',
    top: kept[clock] as number,
    bottom: started[clock] as number,
    parts: weeks,
    scale: 1,
    level: false,
  }));
}

function counts(model: Model, { counted, outOf, period_counts: periods }: Layout): Outcome[] {
  return model.counts.map(({ id, says, kind }, count): Outcome => {
    const ratio = kind === 'ratio';
    const bottom = ratio ? (outOf[count] as number) : -1;
    const parts = periods[count] as number;
    const base = {
      id: `${kind}.${id}`,
      title: says,
      about: says,
      top: counted[count] as number,
      bottom,
      parts,
      scale: 1,
    };
    return { ...base, unit: ratio ? 'share' : 'leads', level: !ratio };
  });
}

function desks(model: Model, layout: Layout): Outcome[] {
  const { arrived, waited, begun, busy, open, queue, oldest, weeks } = layout;
  return model.desks.flatMap(({ id, title, people }, desk): Outcome[] => {
    if (people < 0) return [];
    const base = { about: title, bottom: -1, parts: weeks, scale: 1, level: false } as const;
    const at = (list: readonly number[]): number => list[desk] as number;
    return [
      { ...base, id: `arrived.${id}`, title: `Leads for ${title}`, unit: 'leads', top: at(arrived) },
      {
        ...base,
        id: `wait.${id}`,
        title: `Hours until ${title} begins with a lead`,
        unit: 'hours',
        top: at(waited),
        bottom: at(begun),
        scale: 3600,
      },
      {
        ...base,
        id: `load.${id}`,
        title: `Load of ${title}`,
        unit: 'share',
        top: at(busy),
        bottom: at(open),
      },
      {
        ...base,
        id: `queue.${id}`,
        title: `Leads that wait for ${title}`,
        unit: 'leads',
        top: at(queue),
        level: true,
      },
      {
        ...base,
        id: `oldest.${id}`,
        title: `Hours that the first of them has waited`,
        unit: 'hours',
        top: at(oldest),
        level: true,
        scale: 3600,
      },
    ];
  });
}

/** What an outcome is in a run, over all its parts. */
export function valueIn(
  { top, bottom, parts, scale, level }: Outcome,
  rows: Float64Array,
  at: number,
): number {
  const sum = sumOf(rows, at + top, parts);
  if (bottom >= 0) return sum / sumOf(rows, at + bottom, parts) / scale;
  return level ? sum / parts / scale : sum / scale;
}

/** What it is in one part. */
export function partIn(
  { top, bottom, scale }: Outcome,
  rows: Float64Array,
  at: number,
  part: number,
): number {
  const value = rows[at + top + part] as number;
  return bottom >= 0 ? value / (rows[at + bottom + part] as number) / scale : value / scale;
}

function sumOf(rows: Float64Array, from: number, count: number): number {
  let sum = 0;
  for (let i = from; i < from + count; i++) sum += rows[i] as number;
  return sum;
}
