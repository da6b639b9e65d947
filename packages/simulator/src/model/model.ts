import type { Agreement, Assumption } from '@smarketing/compiler/ir';
import { dayMs as day } from '../time/units.ts';
import { activitiesOf, transfersOf } from './activities.ts';
import { behavioursOf, mixesOf, sourcesOf } from './arrivals.ts';
import { changesBetween } from './changes.ts';
import { clocksOf } from './clocks.ts';
import { countsOf } from './counts.ts';
import { desksOf, stagesOf, stepsOf } from './funnel.ts';
import { Parameters } from './parameters.ts';
import { ruleNumbers } from './rules.ts';
import { applySettings, type Setting } from './settings.ts';
import type { Gap, Goal, Model, Response } from './types.ts';

export interface ModelOptions {
  /** How many weeks are reported; 52 if not given. */
  readonly weeks?: number;
  /** How many weeks are simulated before them, so that desks and deals are in full swing when they begin; 26 if not given. */
  readonly warmUpWeeks?: number;
  /** The first day reported, `YYYY-MM-DD`; the first day of the agreement if not given. */
  readonly start?: string;
  readonly settings?: readonly Setting[];
}

/**
 * What a simulation of an agreement rests on: its forecast's assumptions as parameters with units and bounds, its stages, desks,
 * clocks and goals by number. What the forecast says nothing about is left out, and listed in `gaps`.
 *
 * Throws a {@link SettingError} for a setting that names no number or is out of its bounds. Settings of rules are for the engine:
 * give it the {@link amended} agreement.
 */
export function modelOf(agreement: Agreement, options: ModelOptions = {}): Model {
  const { weeks = 52, warmUpWeeks = 26, start = agreement.effective_from, settings = [] } = options;
  const origin = Date.parse(`${start}T00:00:00Z`) - warmUpWeeks * 7 * day;
  const parameters = new Parameters();
  const gaps: Gap[] = [];
  const sources = sourcesOf(agreement, parameters);
  const behaviours = behavioursOf(agreement, parameters);
  const deal = only(agreement, 'money');
  const dealSize = deal ? parameters.add(deal, 'deal_size', 'money', deal.deal_size) : -1;
  const cycle = deal ? parameters.add(deal, 'cycle', 'duration', deal.cycle) : -1;
  const steps = stepsOf(agreement, parameters, cycle);
  const desks = desksOf(agreement, parameters, gaps);
  const activities = activitiesOf(agreement, parameters, gaps);
  const transfers = transfersOf(agreement, parameters);
  const clocks = clocksOf(agreement, { steps, activities, transfers }, gaps);
  const model: Model = {
    agreement: { name: agreement.name, hash: agreement.hash, currency: agreement.currency },
    origin,
    weeks,
    warm_up_weeks: warmUpWeeks,
    changes: changesBetween(agreement, origin, origin + (weeks + warmUpWeeks) * 7 * day),
    parameters: parameters.list,
    rules: ruleNumbers(agreement),
    sources,
    field_types: Object.fromEntries(agreement.fields.map(({ id, type }) => [id, type])),
    mixes: mixesOf(agreement),
    behaviours,
    stages: stagesOf(agreement, steps),
    steps,
    routed: agreement.stages.map(({ id }) => agreement.routing?.stages.includes(id) ?? false),
    desks,
    activities,
    transfers,
    clocks,
    counts: countsOf(agreement, gaps),
    responses: responsesOf(agreement, clocks, gaps),
    goals: goalsOf(agreement, origin, gaps),
    deal_size: dealSize,
    calendars: agreement.calendars,
    default_calendar: agreement.default_calendar,
    gaps,
  };
  return applySettings(model, settings);
}

function only<K extends Assumption['kind']>(
  { assumptions }: Agreement,
  kind: K,
): Extract<Assumption, { kind: K }> | undefined {
  return assumptions.find((one): one is Extract<Assumption, { kind: K }> => one.kind === kind);
}

function responsesOf({ assumptions }: Agreement, clocks: Model['clocks'], gaps: Gap[]): readonly Response[] {
  return assumptions.flatMap((one) => {
    if (one.kind !== 'response') return [];
    const clock = clocks.findIndex(({ id }) => id === one.promise);
    if (clocks[clock]?.by_work === false)
      gaps.push({
        what: `assumption ${one.id}`,
        why: `the clock of ${one.promise} does not stop when people begin to work: what its speed is worth is left out`,
      });
    const effect = one.effect.toSorted((a, b) => a.within_ms - b.within_ms);
    return clock < 0 ? [] : [{ clock, effect }];
  });
}

function goalsOf({ goals, stages }: Agreement, origin: number, gaps: Gap[]): readonly Goal[] {
  return goals.flatMap(({ id, metric, target, from, by }) => {
    const stage = stages.findIndex((one) => one.id === metric);
    const fromDay = (Date.parse(`${from}T00:00:00Z`) - origin) / day;
    const untilDay = (Date.parse(`${by}T00:00:00Z`) - origin) / day + 1;
    if (fromDay < 0) {
      gaps.push({ what: `goal ${id}`, why: `it begins ${from}, before the first simulated day` });
      return [];
    }
    return [{ id, stage: metric === 'revenue' ? -1 : stage, target, from_day: fromDay, until_day: untilDay }];
  });
}
