import type { Test } from '../world/asked.ts';

/** One question about a folded text; a test asks whether one of several holds. */
export interface Needle {
  readonly op: 'equals' | 'contains' | 'starts_with' | 'ends_with';
  readonly value: string;
}

export function needlesOf(tests: readonly Test[]): readonly Needle[] {
  const all = tests.flatMap((test) =>
    test.kind === 'text' ? test.values.map((value) => ({ op: test.op, value })) : [],
  );
  return [...new Map(all.map((needle) => [keyOf(needle), needle])).values()];
}

export function keyOf({ op, value }: Needle): string {
  return `${op} ${value}`;
}

/** Whether it holds of a folded text. */
export function isIn({ op, value }: Needle, text: string): boolean {
  switch (op) {
    case 'equals':
      return text === value;
    case 'contains':
      return text.includes(value);
    case 'starts_with':
      return text.startsWith(value);
    case 'ends_with':
      return text.endsWith(value);
  }
}

/** Whether each text of which the first holds is one of which the second does. */
export function implies(one: Needle, other: Needle): boolean {
  switch (other.op) {
    case 'equals':
      return one.op === 'equals' && one.value === other.value;
    case 'contains':
      return one.value.includes(other.value);
    case 'starts_with':
      return (one.op === 'equals' || one.op === 'starts_with') && one.value.startsWith(other.value);
    case 'ends_with':
      return (one.op === 'equals' || one.op === 'ends_with') && one.value.endsWith(other.value);
  }
}

/** Whether no text is such that both hold. (Others can: something in between keeps them apart.) */
export function exclude(one: Needle, other: Needle): boolean {
  if (one.op === 'equals') return !isIn(other, one.value);
  if (other.op === 'equals') return !isIn(one, other.value);
  if (one.op === 'starts_with' && other.op === 'starts_with') {
    return !one.value.startsWith(other.value) && !other.value.startsWith(one.value);
  }
  if (one.op === 'ends_with' && other.op === 'ends_with') {
    return !one.value.endsWith(other.value) && !other.value.endsWith(one.value);
  }
  return false;
}

/**
 * The sets of needles that may hold of a text while the others do not, as far as each two of them tell; `undefined` if they
 * are more than `most`. A text that is short enough need not exist.
 */
export function setsOf(needles: readonly Needle[], most: number): readonly (readonly Needle[])[] | undefined {
  let sets: readonly (readonly Needle[])[] = [[]];
  for (const [at, needle] of needles.entries()) {
    const before = needles.slice(0, at);
    sets = sets.flatMap((set) => {
      const without = set.some((one) => implies(one, needle)) ? [] : [set];
      const clashes =
        set.some((one) => exclude(one, needle)) ||
        before.some((one) => !set.includes(one) && implies(needle, one));
      return clashes ? without : [...without, [...set, needle]];
    });
    if (sets.length > most) return undefined;
  }
  return sets;
}

/** Kept apart by one of these, no other needle is found by chance. */
const gaps = [' ', ' - ', ' / ', ' | ', ' ~ ', ' ^ ', '', '-', '_', '~'];

/** A text of which exactly these needles hold; `undefined` if none is found that is short enough. */
export function textWith(
  wanted: readonly Needle[],
  all: readonly Needle[],
  longest: number,
): string | undefined {
  const asked = new Set(wanted.map(keyOf));
  const fits = (text: string): boolean =>
    [...text].length <= longest && all.every((needle) => isIn(needle, text) === asked.has(keyOf(needle)));
  return candidates(wanted).find(fits);
}

function candidates(wanted: readonly Needle[]): string[] {
  const equal = wanted.find(({ op }) => op === 'equals');
  if (equal) return [equal.value];
  const longest = (op: Needle['op']): string[] => {
    const values = wanted.filter((needle) => needle.op === op).map(({ value }) => value);
    return values.toSorted((one, other) => other.length - one.length).slice(0, 1);
  };
  const [start, end] = [longest('starts_with'), longest('ends_with')];
  const inside = wanted
    .filter(({ op, value }) => op === 'contains' && ![...start, ...end].some((text) => text.includes(value)))
    .filter(
      (needle, _, list) => !list.some((other) => other !== needle && other.value.includes(needle.value)),
    )
    .map(({ value }) => value);
  const fillers =
    start.length + inside.length + end.length > 0 ? [[], ['x'], ['q']] : [['a'], ['unlike'], ['zq']];
  return gaps.flatMap((gap) =>
    fillers.flatMap((filler) => [
      [...start, ...inside, ...filler, ...end].join(gap),
      [...start, ...filler, ...inside, ...end].join(gap),
      `${[...start, ...inside, ...filler].join(gap)}${end.join('')}`,
      `${filler.join('')}${[...start, ...inside, ...end].join(gap)}${filler.join('')}`,
    ]),
  );
}
