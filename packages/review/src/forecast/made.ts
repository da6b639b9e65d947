import type { Agreement } from '@smarketing/compiler/ir';
import type { Breach, Difference, Results, Told } from '@smarketing/simulator';
import type { BrokenPromise, ForecastGroup, ForecastRow, MadeForecast, Target, WaysOut } from './data.ts';

/** One version, and what its simulation says. */
export interface SimulatedVersion {
  readonly agreement: Agreement;
  readonly results: Results;
}

export interface SimulatedPair {
  readonly before: SimulatedVersion;
  readonly after: SimulatedVersion;
  /** What changes from one to the other, run by run. */
  readonly differences: readonly Difference[];
}

/** What two simulations say of a change: the figures before and after, and the promises that it would break, without ways out. */
export function forecastOf({ before, after, differences }: SimulatedPair): MadeForecast {
  const rows = rowsOf({ before, after, differences });
  const { start, weeks, runs, seed, agreement, parameters, gaps } = after.results;
  const assumptions = parameters.map(({ id, unit, value, low, high, source, as_of: day }) => ({
    id,
    unit,
    value,
    low,
    high,
    source,
    as_of: day,
  }));
  return {
    kind: 'made',
    start,
    weeks,
    runs,
    seed,
    pool: [before.results.pool, after.results.pool],
    currency: agreement.currency,
    rows,
    broken: brokenIn(rows),
    assumptions,
    gaps,
    assumesOtherwise: JSON.stringify(before.results.parameters) !== JSON.stringify(parameters),
  };
}

/** The same with the ways out that were found. */
export function withWaysOut(
  forecast: MadeForecast,
  breaches: readonly Breach[],
  { queues }: Pick<Agreement, 'queues'>,
): MadeForecast {
  const title = (id: string): string => queues.find((queue) => queue.id === id)?.title ?? id;
  const waysOf = ({ promise }: BrokenPromise): WaysOut | null => {
    const breach = breaches.find((one) => one.promise === promise);
    if (!breach) return null;
    const { people, within_ms, leads } = breach;
    const desks = people?.desks.map((one) => ({ ...one, desk: title(one.desk) }));
    return { people: people && desks ? { times: people.times, desks } : null, within_ms, leads };
  };
  return { ...forecast, broken: forecast.broken.map((one) => ({ ...one, ways: waysOf(one) })) };
}

/** What is told of a simulation, in the order in which people read it. */
const groups: Readonly<Record<string, ForecastGroup>> = {
  kept: 'promise',
  deliver: 'promise',
  ratio: 'promise',
  goal: 'goal',
  revenue: 'money',
  entered: 'volume',
  load: 'load',
};
const order: readonly ForecastGroup[] = ['promise', 'goal', 'money', 'volume', 'load'];

function rowsOf({ before, after, differences }: SimulatedPair): readonly ForecastRow[] {
  const ids = new Set([...after.results.outcomes, ...before.results.outcomes].map(({ id }) => id));
  const rows = [...ids].flatMap((id): ForecastRow[] => {
    const group = groups[id.split('.')[0] ?? ''];
    const [was, is] = [before, after].map(({ results }) => results.outcomes.find((one) => one.id === id));
    const told = is ?? was;
    if (!group || !told || !isUnit(told.unit)) return [];
    const values = [was, is].map((one) => one?.all?.mean ?? null);
    if (values.every((value) => value === null || value === 0)) return [];
    const difference = differences.find((one) => one.id === id);
    return [
      {
        id,
        group,
        title: titleOf(told, is ? after.agreement : before.agreement),
        unit: told.unit,
        before: values[0] ?? null,
        after: values[1] ?? null,
        change: difference ? changeOf(difference) : null,
        clear: difference?.clear ?? false,
        target: targetOf(id, before, after),
      },
    ];
  });
  return rows.toSorted((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
}

function isUnit(unit: Told['unit']): unit is ForecastRow['unit'] {
  return unit === 'leads' || unit === 'share' || unit === 'money';
}

function changeOf({ change: { mean, p5, p95 } }: Difference): ForecastRow['change'] {
  return { mean, p5, p95 };
}

/** Stages and desks by their own titles, goals by what they are of. */
function titleOf({ id, title }: Told, { stages, queues, goals }: Agreement): string {
  const [kind, about = ''] = id.split('.');
  switch (kind) {
    case 'entered':
      return stages.find((stage) => stage.id === about)?.title ?? about;
    case 'load':
      return queues.find((queue) => queue.id === about)?.title ?? about;
    case 'goal': {
      const goal = goals.find((one) => one.id === about);
      const metric = stages.find((stage) => stage.id === goal?.metric)?.title ?? 'Revenue';
      return `${metric} by ${goal?.by}`;
    }
    default:
      return title;
  }
}

function targetOf(id: string, before: SimulatedVersion, after: SimulatedVersion): Target | null {
  const [was, is] = [before, after].map((version) => askedIn(version, id));
  const by = (is ?? was)?.by;
  return by ? { by, before: was ? without(was) : null, after: is ? without(is) : null } : null;
}

type Asked = { readonly by: Target['by']; readonly asks: number; readonly chance: number };

function without({ asks, chance }: Asked): NonNullable<Target['after']> {
  return { asks, chance };
}

/** What a promise or a goal asks for, if it is one. */
function askedIn({ agreement, results }: SimulatedVersion, id: string): Asked | undefined {
  const promise = results.promises.find(({ outcome }) => outcome === id);
  if (promise) {
    const { by, promised, probability } = promise;
    return promised === null || probability === null
      ? undefined
      : { by, asks: promised, chance: probability };
  }
  const goal = results.goals.find((one) => `goal.${one.id}` === id);
  const owner = agreement.goals.find((one) => one.id === goal?.id)?.owner;
  return goal && owner && { by: owner, asks: goal.target, chance: goal.probability };
}

/** Kept more often than not before, if it was promised, and broken more often than not after. */
function brokenIn(rows: readonly ForecastRow[]): readonly BrokenPromise[] {
  const broken = rows.flatMap(({ id, group, title, unit, after, target }): BrokenPromise[] => {
    if (group !== 'promise' || unit === 'money' || after === null || !target?.after) return [];
    if (target.by === 'shared' || target.after.chance > 0.5) return [];
    if (target.before && target.before.chance <= 0.5) return [];
    const promise = id.slice(id.indexOf('.') + 1);
    const { by, after: now } = target;
    return [{ promise, by, says: title, unit, kept: after, promised: now.asks, ways: null }];
  });
  return broken.toSorted((a, b) => a.kept / a.promised - b.kept / b.promised);
}
