/** Ages of events, in ms, both ends included; the last stretch has no end. */
export interface Segment {
  readonly from: number;
  readonly to: number;
}

/** Stretches of age that end at these bounds. */
export function segmentsOf(bounds: Iterable<number>): readonly Segment[] {
  const ends = [...new Set(bounds)].filter((bound) => bound >= 0).toSorted((one, other) => one - other);
  return [...ends, Infinity].map((to, at) => ({ from: at === 0 ? 0 : (ends[at - 1] as number) + 1, to }));
}
