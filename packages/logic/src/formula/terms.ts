import type { Formula, Term, TermInput } from './types.ts';

/** Terms in a normal order, those alike as one, and a key that tells different lists apart. */
export function normalTerms(
  terms: readonly TermInput[],
  always: Formula,
): { key: string; terms: readonly Term[] } {
  const byKey = new Map<string, Term>();
  for (const input of terms) {
    const term = normalTerm(input, always);
    if (term.when.kind === 'constant' && !term.when.value) continue;
    const key = keyOf(term);
    const known = byKey.get(key);
    byKey.set(key, known ? withFactor(known, factorOf(known) + factorOf(term)) : term);
  }
  const normal = [...byKey]
    .filter(([, term]) => factorOf(term) !== 0)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return {
    key: normal.map(([key, term]) => `${key}*${factorOf(term)}`).join(),
    terms: normal.map(([, term]) => term),
  };
}

function normalTerm(input: TermInput, always: Formula): Term {
  const when = input.when ?? always;
  if ('points' in input) return { kind: 'points', when, points: whole(input.points) };
  const times = whole(input.times ?? 1);
  if ('range' in input) return { kind: 'range', when, range: input.range, times };
  return { kind: 'sum', when, sum: input.sum, times };
}

function whole(points: number): number {
  if (!Number.isSafeInteger(points)) throw new RangeError(`Points are whole numbers, not ${points}`);
  return points;
}

function keyOf(term: Term): string {
  switch (term.kind) {
    case 'points':
      return `p${term.when.id}`;
    case 'range':
      return `r${term.range.id}:${term.when.id}`;
    case 'sum':
      return `s${term.sum.id}:${term.when.id}`;
  }
}

function factorOf(term: Term): number {
  return term.kind === 'points' ? term.points : term.times;
}

function withFactor(term: Term, factor: number): Term {
  return term.kind === 'points' ? { ...term, points: factor } : { ...term, times: factor };
}
