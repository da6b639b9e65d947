import type { Agreement } from '@smarketing/compiler/ir';
import { type Forecast, forecastOf, type Review, whyNoForecast, withWaysOut } from '@smarketing/review';
import { differencesOf, feasibility, modelOf, resultsOf } from '@smarketing/simulator';
import { type Place, rememberedLater } from '../load/remembered.ts';
import { createStages, type Stages } from '../report/simulation/progress.ts';
import { runsOf, type Simulating } from './runs.ts';

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

/** What a change would bring about, or what the same forecast said before; `undefined` where a person ended it. */
export async function forecast(
  review: Review,
  { runs = 200, seed = 1, pool = 20_000 }: ForecastOptions,
  place: Place,
): Promise<Forecast | undefined> {
  const why = whyNoForecast(review);
  if (why) return { kind: 'none', why };
  const stages = createStages(place.io);
  const { before, after } = review;
  const about = ['forecast', before.hash, after.hash, JSON.stringify({ runs, seed, weeks, pool })];
  try {
    return await rememberedLater(
      about,
      () => made(review, { runs, seed, pool }, { ...place, stages }),
      place,
    );
  } finally {
    stages.clear();
  }
}

async function made(
  { before, after }: Review,
  sizes: { readonly runs: number; readonly seed: number; readonly pool: number },
  around: Place & { readonly stages: Stages },
): Promise<Forecast | undefined> {
  // Both are about the same weeks.
  const modelFor = (agreement: Agreement): Simulating => ({
    agreement,
    model: modelOf(agreement, { weeks, start: after.effective_from }),
  });
  const [was, is] = [modelFor(before), modelFor(after)];
  const [one, other] = (await runsOf([was, is], sizes, around)) ?? [];
  if (!one || !other) return undefined;
  const results = [
    resultsOf(was.model, one.batch, { seed: sizes.seed, pool: one.pool.size }),
    resultsOf(is.model, other.batch, { seed: sizes.seed, pool: other.pool.size }),
  ] as const;
  const told = forecastOf({
    before: { agreement: before, results: results[0] },
    after: { agreement: after, results: results[1] },
    differences: differencesOf(
      { model: was.model, batch: one.batch },
      { model: is.model, batch: other.batch },
    ),
  });
  if (told.broken.length === 0) return told;
  around.stages.tell('Looking for ways out', 0);
  return withWaysOut(
    told,
    feasibility(is.model, { pool: other.pool, seed: sizes.seed, runs: runsOfWays, known: other.batch }),
    after,
  );
}
