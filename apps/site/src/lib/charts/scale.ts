/** Where values stand along an axis. */
export interface Scale {
  /** From 0 to 1 along the axis; what lies beyond an end stands at the end. */
  readonly at: (value: number) => number;
  /** Round values to label, in order; between two and six. */
  readonly ticks: readonly number[];
}

/** An axis from 0 to at least `most`, in round steps; `most` itself where it is said to be the end. */
export function linear(most: number, { steps = 4, end = false } = {}): Scale {
  const step = roundStep((most > 0 ? most : 1) / steps);
  const last = end ? most : step * Math.ceil((most > 0 ? most : 1) / step - 1e-9);
  const count = Math.floor(last / step + 1e-9);
  return {
    at: (value) => between(value / last),
    ticks: Array.from({ length: count + 1 }, (_, index) => rounded(index * step)),
  };
}

/** An axis on which each step is ten times more, from at most `least` to at least `most`. */
export function logarithmic(least: number, most: number): Scale {
  const low = Math.floor(Math.log10(Math.max(least, 1)) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(most, 1)) - 1e-9));
  return {
    at: (value) => (value > 0 ? between((Math.log10(value) - low) / (high - low)) : 0),
    ticks: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)),
  };
}

/** The next of 1, 2, 2.5 and 5, and their tens. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least) + 1e-9);
  const factor = [1, 2, 2.5, 5, 10].find((one) => one * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
}

const rounded = (value: number): number => Number(value.toPrecision(12));

const between = (share: number): number => Math.min(1, Math.max(0, share));
