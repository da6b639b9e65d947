import { didYouMean } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import {
  amended,
  applySettings,
  type Breach,
  type BreakingPoint,
  breakingPoint,
  type Difference,
  differencesOf,
  feasibility,
  type Model,
  modelOf,
  readSetting,
  type Results,
  resultsOf,
  SettingError,
} from '@smarketing/simulator';
import { CannotRun } from '../cannot-run.ts';
import type { SimulateOptions } from '../commands/simulate.ts';
import type { Io } from '../io.ts';
import { rememberedLater } from '../load/remembered.ts';
import { createStages } from '../report/simulation/progress.ts';
import { type Around, runsOf, type Sizes } from './runs.ts';

/** What a simulation says, and what is different from another one. */
export interface Simulated {
  readonly results: Results;
  /** Promises that are predicted to be broken, and ways out; `null` where two are compared. */
  readonly breaches: readonly Breach[] | null;
  /** Which promise breaks first when more leads come; `null` where none does, or where two are compared. */
  readonly breaks_first: BreakingPoint | null;
  readonly differences: readonly Difference[] | null;
}

export interface Subjects {
  readonly folder: string;
  readonly agreement: Agreement;
  readonly before: Agreement | null;
}

/** Simulates, or remembers what the same simulation said before; `undefined` where a person ended it. */
export async function simulateAll(
  subjects: Subjects,
  options: SimulateOptions,
  io: Io,
): Promise<Simulated | undefined> {
  const { weeks = 52, runs = 200, seed = 1, pool = 20_000, set = [] } = options;
  const { agreement, before, folder } = subjects;
  const about = [
    'simulate',
    agreement.hash,
    before?.hash ?? '',
    JSON.stringify({ weeks, runs, seed, pool, set }),
  ];
  const changed = changedBy(agreement, { weeks, set, start: agreement.effective_from });
  const stages = createStages(io);
  try {
    const make = (): Promise<Simulated | undefined> =>
      before
        ? comparison(
            { ...changed, before, weeks },
            { seed, runs, pool, threads: options.threads },
            { io, stages },
          )
        : alone(changed, { seed, runs, pool, threads: options.threads }, { io, stages });
    return await rememberedLater(about, make, { folder, io });
  } finally {
    stages.clear();
  }
}

interface Changed {
  readonly model: Model;
  /** With other numbers in its rules, for the engine. */
  readonly agreement: Agreement;
}

/** What settings make of an agreement. */
function changedBy(
  agreement: Agreement,
  { weeks, set, start }: { readonly weeks: number; readonly set: readonly string[]; readonly start: string },
): Changed {
  if (!agreement.assumptions.some(({ kind }) => kind === 'arrivals'))
    throw new CannotRun(
      `The forecast of ${agreement.name} does not say how many leads come.`,
      'Add an assumption of kind `arrivals` to its forecast.yaml.',
    );
  const plain = modelOf(agreement, { weeks, start });
  try {
    const settings = set.map((text) => readSetting(plain, text));
    return { model: applySettings(plain, settings), agreement: amended(agreement, settings) };
  } catch (error) {
    if (!(error instanceof SettingError)) throw error;
    throw new CannotRun(error.message, helpOf(error, plain));
  }
}

/** What a setting may be called, when it is called something else. */
function helpOf({ unknown }: SettingError, { parameters, clocks, rules }: Model): string | undefined {
  if (unknown === undefined) return undefined;
  const assumptions = parameters.map(({ id }) => id);
  const within = clocks.map(({ id }) => `${id}.within`);
  const numbers = rules.map(({ name }) => name);
  const near = didYouMean(unknown, ['volume', ...assumptions, ...within, ...numbers]);
  if (near !== undefined) return near;
  const known = [['volume'], assumptions, within, numbers].flatMap((names) => names.slice(0, 3));
  return `Such numbers are ${known.join(', ')}: the forecast, the promises, and the points, bands and thresholds of scores.`;
}

async function alone(
  { model, agreement }: Changed,
  sizes: Sizes,
  around: Around,
): Promise<Simulated | undefined> {
  const [run] = (await runsOf([{ model, agreement }], sizes, around)) ?? [];
  if (!run) return undefined;
  const results = resultsOf(model, run.batch, { seed: sizes.seed, pool: run.pool.size });
  around.stages.tell('Looking for ways out', 0);
  const look = { pool: run.pool, seed: sizes.seed, runs: 6, known: run.batch };
  const breaches = feasibility(model, look);
  return { results, breaches, breaks_first: breakingPoint(model, look), differences: null };
}

async function comparison(
  { model, agreement, before, weeks }: Changed & { readonly before: Agreement; readonly weeks: number },
  sizes: Sizes,
  around: Around,
): Promise<Simulated | undefined> {
  // Both are about the same weeks.
  const other = changedBy(before, { weeks, set: [], start: agreement.effective_from });
  const [first, second] = (await runsOf([other, { model, agreement }], sizes, around)) ?? [];
  if (!first || !second) return undefined;
  const results = resultsOf(model, second.batch, { seed: sizes.seed, pool: second.pool.size });
  const differences = differencesOf(
    { model: other.model, batch: first.batch },
    { model, batch: second.batch },
  );
  return { results, breaches: null, breaks_first: null, differences };
}
