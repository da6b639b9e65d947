import {
  type Forecast,
  forecastOf,
  mayNeedForecast,
  type Review,
  whyNoForecast,
  withWaysOut,
} from '@smarketing/review';
import { differencesOf, feasibility, type Model, modelOf, resultsOf } from '@smarketing/simulator';
import { isRemembered, type Place, rememberedLater } from '../load/remembered.ts';
import { createStages, type Stages } from '../report/simulation/progress.ts';
import { type Around, beginRuns, type Runs, type Sizes } from './runs.ts';

export interface ForecastOptions {
  readonly runs?: number;
  readonly seed?: number;
  /** How many leads are drawn and decided. */
  readonly pool?: number;
}

/** Half a year, as far as most goals reach. */
const weeks = 26;
/** Each question for a way out takes so many runs. */
const runsOfWays = 6;

/** A forecast whose leads are drawn while the versions are compared. */
export interface Forecasting {
  /** Whether there are leads to draw. */
  readonly isDrawing: boolean;
  /** What the change would bring about, or what the same forecast said before; `undefined` where a person ended it. */
  readonly finish: (review: Review) => Promise<Forecast | undefined>;
}

type Pair = Pick<Review, 'before' | 'after'>;

/** Begins the forecast of a change before it is known what changes: only then whether there is anything to forecast. */
export async function beginForecast(
  pair: Pair,
  { runs = 200, seed = 1, pool = 20_000 }: ForecastOptions,
  place: Place,
): Promise<Forecasting> {
  const { before, after } = pair;
  const sizes = { runs, seed, pool };
  const about = ['forecast', before.hash, after.hash, JSON.stringify({ ...sizes, weeks })];
  const stages = createStages(place.io);
  const begin = (): Promise<DrawnPair> => draw(pair, sizes, { io: place.io, stages });
  let drawn = mayNeedForecast(pair) && !isRemembered(about, place) ? await begin() : undefined;

  const make = async (): Promise<Forecast | undefined> =>
    await made(pair, (drawn ??= await begin()), { seed, stages });

  async function finish(review: Review): Promise<Forecast | undefined> {
    const why = whyNoForecast(review);
    if (why) return { kind: 'none', why };
    return await rememberedLater(about, make, place);
  }

  return {
    isDrawing: drawn !== undefined,
    finish: async (review) => {
      try {
        return await finish(review);
      } finally {
        await drawn?.runs.end();
        stages.clear();
      }
    },
  };
}

/** Two versions, and their runs. */
interface DrawnPair {
  readonly was: Model;
  readonly is: Model;
  readonly runs: Runs;
}

async function draw({ before, after }: Pair, sizes: Sizes, around: Around): Promise<DrawnPair> {
  // Both are about the same weeks.
  const [was, is] = [before, after].map((agreement) =>
    modelOf(agreement, { weeks, start: after.effective_from }),
  ) as [Model, Model];
  const runs = beginRuns(2, sizes, around);
  await runs.add({ model: was, agreement: before });
  await runs.add({ model: is, agreement: after });
  return { was, is, runs };
}

async function made(
  { before, after }: Pair,
  { was, is, runs }: DrawnPair,
  { seed, stages }: { readonly seed: number; readonly stages: Stages },
): Promise<Forecast | undefined> {
  const [one, other] = (await runs.finish()) ?? [];
  if (!one || !other) return undefined;
  const results = [
    resultsOf(was, one.batch, { seed, pool: one.pool.size, byPart: false }),
    resultsOf(is, other.batch, { seed, pool: other.pool.size, byPart: false }),
  ] as const;
  const told = forecastOf({
    before: { agreement: before, results: results[0] },
    after: { agreement: after, results: results[1] },
    differences: differencesOf({ model: was, batch: one.batch }, { model: is, batch: other.batch }),
  });
  if (told.broken.length === 0) return told;
  stages.tell('Looking for ways out', 0);
  const look = { pool: other.pool, seed, runs: runsOfWays, known: other.batch };
  return withWaysOut(told, feasibility(is, look), after);
}
