/**
 * The integers that a sum may be: a superset, ascending. A list, or where that would be long all of
 * `first`, `first + step`, …
 */
export interface Values {
  readonly first: number;
  readonly step: number;
  readonly size: number;
  readonly list: readonly number[] | undefined;
}

const longestList = 4096;

export function listed(list: readonly number[]): Values {
  const sorted = [...new Set(list)].toSorted((one, other) => one - other);
  const first = sorted[0] as number;
  const step = sorted.reduce((all, value) => gcd(all, value - first), 0);
  return { first, step, size: sorted.length, list: sorted };
}

export function evenly(first: number, last: number, step: number): Values {
  return { first, step, size: step === 0 ? 1 : (last - first) / step + 1, list: undefined };
}

export function valueAt(values: Values, at: number): number {
  return values.list ? (values.list[at] as number) : values.first + at * values.step;
}

export function lastOf(values: Values): number {
  return valueAt(values, values.size - 1);
}

/** Where the first value lies that is at least so much; `size` if there is none. */
export function indexFrom(values: Values, least: number): number {
  if (least <= values.first) return 0;
  if (!values.list) return Math.min(values.size, Math.ceil((least - values.first) / (values.step || 1)));
  let [low, high] = [0, values.size];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values.list[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** All sums of one value and another. */
export function sums(one: Values, other: Values): Values {
  const first = one.first + other.first;
  const last = lastOf(one) + lastOf(other);
  const step = gcd(one.step, other.step);
  const cells = step === 0 ? 1 : (last - first) / step + 1;
  if (!one.list || !other.list) return evenly(first, last, step);
  if (cells > longestList) {
    if (one.size * other.size > longestList) return evenly(first, last, step);
    const { list } = other;
    return listed(one.list.flatMap((a) => list.map((b) => a + b)));
  }
  const marks = new Uint8Array(cells);
  for (const a of one.list) for (const b of other.list) marks[(a + b - first) / (step || 1)] = 1;
  const list: number[] = [];
  for (let cell = 0; cell < cells; cell += 1) if (marks[cell] === 1) list.push(first + cell * step);
  return { first, step, size: list.length, list };
}

export function mapped(values: Values, change: (value: number) => number, longest = longestList): Values {
  if (values.size <= longest) {
    return listed(Array.from({ length: values.size }, (_, at) => change(valueAt(values, at))));
  }
  const ends = [change(values.first), change(lastOf(values))];
  const second = Math.abs(change(valueAt(values, 1)) - change(values.first));
  return evenly(Math.min(...ends), Math.max(...ends), second);
}

/** The values within two bounds, and the bounds in place of those beyond them. */
export function limited(values: Values, floor: number, cap: number): Values {
  const limit = (value: number): number => Math.max(floor, Math.min(cap, value));
  if (values.list) return listed(values.list.map(limit));
  const [low, high] = [limit(values.first), limit(lastOf(values))];
  if (low === values.first && high === lastOf(values)) return values;
  const inner = [indexFrom(values, low), indexFrom(values, high)] as const;
  if (inner[1] - inner[0] <= longestList) {
    const length = Math.max(0, inner[1] - inner[0]);
    return listed([low, ...Array.from({ length }, (_, at) => valueAt(values, inner[0] + at)), high]);
  }
  const step = [low - values.first, high - values.first].reduce(gcd, values.step);
  return evenly(low, high, step);
}

/** The values, and 0. */
export function withZero(values: Values): Values {
  if (values.list) return listed([0, ...values.list]);
  return evenly(Math.min(0, values.first), Math.max(0, lastOf(values)), gcd(values.step, values.first));
}

export function gcd(one: number, other: number): number {
  let [a, b] = [Math.abs(one), Math.abs(other)];
  while (b > 0) [a, b] = [b, a % b];
  return a;
}
