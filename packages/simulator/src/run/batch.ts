import type { Version } from './alike.ts';
import { Runner } from './run.ts';
import { timeBins } from './time-bins.ts';

/** What happened in some runs that follow one another. */
export interface Batch {
  readonly first: number;
  readonly runs: number;
  /** The rows of the runs, one after another. */
  readonly rows: Float64Array<ArrayBuffer>;
  /** What each parameter was, run by run. */
  readonly values: Float64Array<ArrayBuffer>;
  /** By clock and part of time: how long clocks ran, of all runs together. */
  readonly times: Float64Array<ArrayBuffer>;
}

/** Makes some runs, and tells of each after it is made: `false` ends it. */
type Make = (first: number, runs: number, onRun?: () => boolean) => readonly Batch[] | undefined;

/**
 * Makes batches of one version, or of two with the same luck: each a function of its run numbers only, so that it does not matter
 * who makes which, or whether both versions are run at once.
 */
export function batchMaker(versions: readonly Version[], seed: number): Make {
  const runners: Runner[] = [];
  for (const version of versions) runners.push(new Runner(version, seed, runners[0]));
  return (first, runs, onRun) => {
    const batches = runners.map(({ layout }, index): Batch => {
      const { clocks, parameters } = (versions[index] as Version).model;
      return {
        first,
        runs,
        rows: new Float64Array(runs * layout.length),
        values: new Float64Array(runs * parameters.length),
        times: new Float64Array(clocks.length * timeBins),
      };
    });
    for (const runner of runners) runner.forgetTimes();
    for (let run = 0; run < runs; run++) {
      for (const [index, runner] of runners.entries()) {
        const { rows, values } = batches[index] as Batch;
        const width = runner.layout.length;
        const drawn = runner.run(first + run, rows.subarray(run * width, (run + 1) * width));
        values.set(drawn, run * drawn.length);
      }
      if (onRun?.() === false) return undefined;
    }
    for (const [index, { times }] of runners.entries()) batches[index]?.times.set(times);
    return batches;
  };
}

/** All batches of a simulation as one, whoever made them and in whatever order. */
export function joined(batches: readonly Batch[]): Batch {
  const ordered = batches.toSorted((a, b) => a.first - b.first);
  const times = new Float64Array(ordered[0]?.times.length ?? 0);
  // Whole numbers: their sum does not depend on the order.
  for (const batch of ordered)
    for (let i = 0; i < times.length; i++) times[i] = (times[i] as number) + (batch.times[i] as number);
  return {
    first: ordered[0]?.first ?? 0,
    runs: ordered.reduce((sum, { runs }) => sum + runs, 0),
    rows: concatenated(ordered.map(({ rows }) => rows)),
    values: concatenated(ordered.map(({ values }) => values)),
    times,
  };
}

function concatenated(parts: readonly Float64Array[]): Float64Array<ArrayBuffer> {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
