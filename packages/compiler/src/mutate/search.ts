import type { LeadCase } from '../ir/leads/index.ts';
import { randomCase } from '../ir/leads/random-lead.ts';
import { seededRandom } from '../ir/random.ts';
import type { Agreement } from '../ir/types.ts';
import { day, hour, minute } from '../time/duration.ts';
import { candidates } from './candidates.ts';
import { changedIn, type Changed } from './changed.ts';
import { expectationOf } from './expect.ts';
import { leadsAtBands, leadsAtScores } from './score-leads.ts';
import { simplest } from './shrink.ts';
import type { Distinction } from './types.ts';

const tries = 300;

/**
 * Looks for a lead that two agreements decide differently, in something that an example can expect: at the edges of what
 * differs between them, then at random. Finding none proves nothing: it never says `same`.
 *
 * ```ts
 * searchDifference(agreement, mutant.agreement()); // { verdict: 'different', lead: { employees: 200, … }, asOf: 1794906000000 }
 * ```
 */
export function searchDifference(agreement: Agreement, changed: Agreement): Distinction {
  const usual = usualMoment(agreement);
  const differs = (one: LeadCase): boolean => expectationOf(agreement, changed, one) !== undefined;
  for (const one of cases(agreement, changed, usual)) {
    if (!differs(one)) continue;
    const { input, asOf } = simplest(agreement, one, { usual, differs });
    return { verdict: 'different', lead: input, asOf };
  }
  return { verdict: 'unknown' };
}

function* cases(agreement: Agreement, changed: Agreement, usual: number): Generator<LeadCase> {
  const sides = [
    { agreement, parts: changedIn(agreement, changed) },
    { agreement: changed, parts: changedIn(changed, agreement) },
  ];
  const edges = sides.flatMap(({ parts }) => parts.edges);
  for (const asOf of momentsAround(usual, edges)) {
    for (const { agreement, parts } of sides) yield* candidates({ agreement, asOf }, parts);
  }
  for (const { agreement, parts } of sides)
    yield* casesAtScores(agreement, parts, momentsAround(usual, edges));
  for (const either of [agreement, changed]) {
    const random = seededRandom(1);
    for (let count = 0; count < tries; count += 1) yield randomCase(either, random);
  }
}

/** Leads with exactly so many points as a band or a transition asks for. */
function* casesAtScores(
  agreement: Agreement,
  { scores, transitions }: Changed,
  moments: readonly number[],
): Generator<LeadCase> {
  const forced = transitions.some(({ in_force }) => in_force !== null);
  for (const asOf of forced ? moments : moments.slice(0, 1)) {
    const world = { agreement, asOf };
    for (const score of scores) for (const input of leadsAtBands(world, score)) yield { input, asOf };
    for (const one of transitions) for (const input of leadsAtScores(world, one)) yield { input, asOf };
  }
}

/** The usual moment; those around which something comes into force; and those around which a date begins. */
function momentsAround(usual: number, edges: readonly number[]): readonly number[] {
  const midnight = Math.floor(usual / day) * day;
  const around = edges.flatMap((edge) => [
    edge,
    edge - minute,
    edge + 7 * day + 9 * hour,
    edge - 7 * day + 9 * hour,
  ]);
  return [...new Set([usual, ...around, midnight, midnight + minute, midnight - minute])];
}

/** When most examples are decided; without examples, on a working day after the agreement began. */
export function usualMoment({ examples, effective_from: from }: Agreement): number {
  const counts = new Map<number, number>();
  for (const { as_of: asOf } of examples) counts.set(asOf, (counts.get(asOf) ?? 0) + 1);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most?.[0] ?? tuesdayAfter(Date.parse(from) + 40 * day) + 9 * hour;
}

/** 1970-01-06 was a Tuesday. */
function tuesdayAfter(moment: number): number {
  const first = 5 * day;
  return first + Math.ceil((moment - first) / (7 * day)) * 7 * day;
}
