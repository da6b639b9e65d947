import { join, resolve } from 'node:path';
import type { Agreement } from '@smarketing/compiler/ir';
import {
  commentMarkdown,
  type Forecast,
  type Replay,
  type Review,
  type ReviewedAgreement,
  type ReviewFile,
} from '@smarketing/review';
import { CannotRun } from '../cannot-run.ts';
import { exit } from '../exit.ts';
import { refuseOverwriting } from '../files/apart.ts';
import { replaceOutput } from '../files/output.ts';
import { type Io, write } from '../io.ts';
import { approvalsIn } from '../load/approvals.ts';
import { fromHome } from '../load/home.ts';
import { type LoadedReview, loadReviews, type OnPair, withApprovals } from '../load/reviewed.ts';
import type { VersionOptions } from '../load/versions.ts';
import { replay, type ReplayOptions } from '../replay/replay.ts';
import { jsonText } from '../report/encode/json.ts';
import { reviewAnnotations } from '../report/review/github.ts';
import { prettyReview } from '../report/review/pretty.ts';
import { reviewSarif } from '../report/review/sarif.ts';
import { beginForecast, type Forecasting, type ForecastOptions } from '../simulation/forecast.ts';
import { refuseSizes } from '../simulation/sizes.ts';

const reviewFormats = {
  markdown: ({ agreements, failed }) => commentMarkdown(agreements, { failed }),
  json: jsonText,
  github: reviewAnnotations,
  sarif: reviewSarif,
} as const satisfies Readonly<Record<string, (file: ReviewFile) => string>>;

type FileFormat = keyof typeof reviewFormats;
export type ReviewFormat = FileFormat | 'pretty';

/** What the files of a folder are called that holds a review in every format. */
const fileNames: Readonly<Record<FileFormat, string>> = {
  markdown: 'review.md',
  json: 'review.json',
  github: 'annotations.txt',
  sarif: 'review.sarif',
};

export interface ReviewOptions extends VersionOptions, ForecastOptions, Partial<ReplayOptions> {
  /** `false`: nothing is simulated. */
  readonly forecast?: boolean;
  readonly approvals?: string;
  readonly format?: ReviewFormat;
  /** A folder for the review in every format. */
  readonly out?: string;
}

/** Writes the review of a change, for where people look at it. */
export async function review(given: ReviewOptions, here: Io): Promise<number> {
  const { options, io } = fromHome(given, here);
  refuseSizes(options);
  refuseOverwritten(options, io);
  const approved = approvalsIn(options.approvals, io);
  const forecasts = forecastsFor(options, io);
  const { agreements, failed } = await loadReviews(options, io, forecasts.begin);
  if (options.leads !== undefined && agreements.filter(isChanged).length > 1)
    throw new CannotRun('Leads are of one agreement, and several change.', 'Name it: --agreement <folder>.');
  const whole: ReviewedAgreement[] = [];
  for (const one of agreements)
    whole.push({
      ...withApprovals(one, approved),
      replay: await replayFor(one, options, io),
      forecast: await forecasts.make(one),
    });
  const file: ReviewFile = { version: 1, agreements: whole, failed };
  const format = formatOf(options, io);
  if (options.out !== undefined) replaceOutput(resolve(io.cwd, options.out), inEveryFormat(file));
  else if (format === 'pretty') await write(io, 'stdout', prettyReview(file, io));
  else await write(io, 'stdout', reviewFormats[format](file));
  return failed.length === 0 ? exit.fine : exit.findings;
}

function refuseOverwritten({ leads, approvals, out }: ReviewOptions, io: Io): void {
  if (out === undefined) return;
  const read = [
    { what: '--leads', path: leads },
    { what: '--approvals', path: approvals },
  ];
  const written = Object.values(fileNames).map((name) => ({ what: '--out', path: join(out, name) }));
  refuseOverwriting({ read, written }, io);
}

/** People at a terminal read lines, all others a comment. */
function formatOf({ format }: ReviewOptions, { isTTY }: Io): ReviewFormat {
  return format ?? (isTTY.stdout ? 'pretty' : 'markdown');
}

function isChanged({ compared }: LoadedReview): boolean {
  return compared !== null && compared.bump !== 'none';
}

/** `null` where no leads are given. */
async function replayFor(one: LoadedReview, options: ReviewOptions, io: Io): Promise<Replay | null> {
  const { leads } = options;
  if (leads === undefined || !one.compared || !isChanged(one)) return null;
  const told = await replay(one.compared, { ...options, leads }, io);
  if (told) return told;
  throw new CannotRun('The leads cannot be replayed, as their columns do not fit.');
}

/** A forecast is not seen in the others. */
const showForecast: ReadonlySet<ReviewFormat> = new Set(['markdown', 'json', 'pretty']);

/** What a review needs of the forecasts of its agreements. */
interface Forecasts {
  readonly begin: OnPair;
  /** `null` where nobody asks for it. */
  readonly make: (one: LoadedReview) => Promise<Forecast | null>;
}

function forecastsFor(options: ReviewOptions, io: Io): Forecasts {
  const isShown = options.out !== undefined || showForecast.has(formatOf(options, io));
  const isAsked = isShown && options.forecast !== false;
  const begun = new Map<Agreement, Forecasting>();
  const begin = async (pair: Pick<Review, 'before' | 'after'>, folder: string): Promise<Forecasting> =>
    await beginForecast(pair, options, { folder: resolve(io.cwd, folder), io });
  return {
    begin: async (pair, folder) => {
      // One at a time: the threads of two would be in each other's way.
      const isBusy = [...begun.values()].some(({ isDrawing }) => isDrawing);
      if (isAsked && !isBusy) begun.set(pair.after, await begin(pair, folder));
    },
    make: async (one) => {
      const { compared, folder } = one;
      if (!isAsked || !compared || !isChanged(one)) return null;
      const forecasting = begun.get(compared.after) ?? (await begin(compared, folder));
      const told = await forecasting.finish(compared);
      if (told) return told;
      throw new CannotRun('It was ended before the forecast was done.', 'Without a forecast: --no-forecast.');
    },
  };
}

function inEveryFormat(file: ReviewFile): readonly { readonly path: string; readonly text: string }[] {
  return Object.entries(reviewFormats).map(([format, written]) => ({
    path: fileNames[format as FileFormat],
    text: written(file),
  }));
}
