import { bringAll, eventFor, plainLead, recorded, withEvents } from '../ir/leads/draft.ts';
import type { World } from '../ir/leads/draft.ts';
import { oneWay } from '../ir/leads/tests.ts';
import type { Test } from '../ir/leads/tests.ts';
import type { LeadInput, Score, Transition } from '../ir/types.ts';
import { day, hour } from '../time/duration.ts';
import { type Piece, piecesOf, pointsOf } from './score-pieces.ts';

const beside = [-1, 0, 1];
/** How many leads are made for one number of points, and how many choices are looked at for them. */
const most = 8;
const mostLooks = 4_000;

/** Leads on both sides of the edges between a score's bands. */
export function* leadsAtBands(world: World, score: Score): Generator<LeadInput> {
  const edges = score.bands.flatMap(({ min }) => min?.value ?? []);
  yield* leadsAround(world, score, edges);
}

/** Leads on both sides of each number of a score that a transition asks for, on their way. */
export function* leadsAtScores(world: World, transition: Transition): Generator<LeadInput> {
  if (transition.when === null) return;
  const wanted = oneWay(transition.when, true);
  for (const { test } of wanted) {
    const score = scoreOf(world, test);
    if (score === undefined || test.kind !== 'number') continue;
    const others = wanted.filter((other) => other.test !== test);
    const edges = [test.min, test.max].flatMap((bound) => bound?.value ?? []);
    for (const lead of leadsAround(world, score, edges)) {
      yield* onTheirWay(world, bringAll(world, lead, others), transition);
      yield* onTheirWay(world, lead, transition);
    }
  }
}

function scoreOf({ agreement }: World, test: Test): Score | undefined {
  if (test.kind !== 'number' || test.subject.kind !== 'score') return undefined;
  const { id } = test.subject;
  return agreement.scores.find((score) => score.id === id);
}

function* onTheirWay(world: World, lead: LeadInput, { from, on, where }: Transition): Generator<LeadInput> {
  const action = on[0] === undefined ? [] : [eventFor(world, on[0], world.asOf - hour, where)];
  for (const stage of from) {
    for (const ago of [day, 100 * day]) {
      const there = recorded(world, lead, stage, world.asOf - ago);
      yield withEvents(there, action);
    }
  }
}

function* leadsAround(world: World, score: Score, edges: readonly number[]): Generator<LeadInput> {
  if (edges.length === 0) return;
  const pieces = piecesOf(world, score);
  const plain = plainLead(world);
  const base = pointsOf(world, plain, score);
  const targets = edges.flatMap((edge) => beside.map((step) => edge + step - base));
  for (const sign of [1, -1]) {
    const alike = pieces.filter(({ points }) => points * sign > 0);
    const reach = reachable(alike, Math.max(0, ...targets.map((target) => target * sign)));
    for (const target of targets.filter((target) => target * sign > 0)) {
      for (const chosen of sumsTo(alike, reach, target)) yield joined(plain, chosen);
    }
  }
}

function joined(plain: LeadInput, pieces: readonly Piece[]): LeadInput {
  const fields = pieces.map((piece) => piece.fields);
  return { ...plain, ...Object.assign({}, ...fields), events: pieces.flatMap(({ events }) => events) };
}

/** Some choices of pieces, one of a rule at most, that go together and add up to a number. */
function* sumsTo(
  pieces: readonly Piece[],
  reach: readonly ReadonlySet<number>[],
  target: number,
): Generator<readonly Piece[]> {
  let found = 0;
  let looks = 0;
  function* from(index: number, left: number, chosen: readonly Piece[]): Generator<readonly Piece[]> {
    looks += 1;
    if (found >= most || looks > mostLooks) return;
    if (left === 0) {
      found += 1;
      yield chosen;
      return;
    }
    const piece = pieces[index];
    if (piece === undefined || reach[index]?.has(left) !== true) return;
    if (goesWith(piece, chosen)) yield* from(index + 1, left - piece.points, [...chosen, piece]);
    yield* from(index + 1, left, chosen);
  }
  yield* from(0, target, []);
}

/** The sums, up to a size, that the pieces from each place on can come to. */
function reachable(pieces: readonly Piece[], largest: number): readonly ReadonlySet<number>[] {
  const reach: ReadonlySet<number>[] = [new Set([0])];
  for (const { points } of pieces.toReversed()) {
    const later = reach.at(-1) ?? new Set<number>();
    const more = [...later].map((sum) => sum + points).filter((sum) => Math.abs(sum) <= largest);
    reach.push(new Set([...later, ...more]));
  }
  return reach.toReversed();
}

function goesWith({ rule, fields }: Piece, chosen: readonly Piece[]): boolean {
  return chosen.every(
    (other) =>
      other.rule !== rule && Object.keys(fields).every((name) => agree(other.fields[name], fields[name])),
  );
}

function agree(a: unknown, b: unknown): boolean {
  return a === undefined || JSON.stringify(a) === JSON.stringify(b);
}
