import { ruleCycles } from '../../src/check/rules/rule-cycles.ts';
import { emitModule } from '../../src/emit/index.ts';
import { holds } from '../../src/ir/conditions.ts';
import type { Context } from '../../src/ir/context.ts';
import { scale } from '../../src/ir/decimal.ts';
import { decisionOf, evaluate } from '../../src/ir/evaluate.ts';
import { readLead } from '../../src/ir/read-lead.ts';
import type { Agreement, Decision } from '../../src/ir/types.ts';
import { mutantsOf } from '../../src/mutate/mutants.ts';
import { compareVersions } from '../../src/prove/versions/compare.ts';
import type { DecisionSet, Differences } from '../../src/prove/versions/report.ts';
import { span } from '../ir/agreements.ts';
import { drawFrom } from './draw.ts';
import { decide, drawLeads, type Point } from './enumerate.ts';
import { randomAgreement } from './random-agreement.ts';

export interface Tally {
  pairs: number;
  leads: number;
  /** Leads that are decided otherwise. */
  changed: number;
  /** Leads that the reference decided too. */
  checked: number;
  same: number;
  unknown: number;
  sets: number;
  exact: number;
  shown: number;
  readonly wrong: string[];
}

export const nothing = (): Tally => ({
  pairs: 0,
  leads: 0,
  changed: 0,
  checked: 0,
  same: 0,
  unknown: 0,
  sets: 0,
  exact: 0,
  shown: 0,
  wrong: [],
});

/** Of so many leads one is also decided by the reference, which is slow, and seen by it. */
const checkedEvery = 100;

/**
 * Compares the agreement of a seed with a version of it that differs by some mutations, and with what leads show, as the
 * generated engines decide them.
 */
export async function compareSets(
  seed: number,
  tally: Tally,
  { leads, steps }: { leads: number; steps: number },
): Promise<void> {
  const before = randomAgreement(seed);
  const after = mutated(before, seed, steps);
  if (isCircular(after)) return;
  const found = compareVersions(before, after);
  tally.pairs += 1;
  tally.same += Number(found.verdict === 'same');
  tally.unknown += Number(found.verdict === 'unknown');
  tally.sets += found.sets.length;
  tally.exact += found.sets.filter(({ exact }) => exact).length;
  tally.shown += found.sets.filter(({ shown }) => shown !== null).length;
  const [one, other] = await Promise.all([engineOf(before), engineOf(after)]);
  for (const point of drawLeads(before, { count: leads, seed })) {
    // The versions differ in their rules alone, and read leads alike.
    const lead = one.parseLead(point.input);
    const [was, is] = [one.decide(lead, point), other.decide(lead, point)];
    const isChanged = isOther(was, is);
    const seen = { found, before, point, was, is };
    const what = wrongAbout(seen, isChanged);
    if (what) tally.wrong.push(`seed ${seed}: ${what} ${JSON.stringify(point)}`);
    tally.leads += 1;
    tally.changed += Number(isChanged);
    if (tally.leads % checkedEvery !== 0) continue;
    tally.checked += 1;
    const differs = differsFromReference(seen, after);
    if (differs) tally.wrong.push(`seed ${seed}: ${differs} ${JSON.stringify(point)}`);
  }
}

/** A version after some mutations, each of what the one before it made. */
function mutated(agreement: Agreement, seed: number, steps: number): Agreement {
  const draw = drawFrom(seed + 1_000_000);
  let version = agreement;
  for (let step = 0; step < steps; step += 1) version = draw.pick(mutantsOf(version)).agreement();
  return version;
}

/** The compiler would not take it. */
function isCircular(agreement: Agreement): boolean {
  const stays = agreement.transitions.some(({ by, from, to }) => by === 'rule' && from.includes(to));
  const asked = { today: '2026-11-24', at: () => ({ span, whole: span }) };
  return stays || [...ruleCycles.find(agreement, asked)].length > 0;
}

interface Engine {
  readonly parseLead: (input: unknown) => object;
  readonly decide: (lead: object, options: { readonly asOf: number }) => Decision;
}

async function engineOf(agreement: Agreement): Promise<Engine> {
  const code = await emitModule(agreement, 'index');
  const url = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
  return (await import(/* @vite-ignore */ url)) as Engine;
}

/** A lead, and what the version before decides about it. */
interface Seen {
  readonly found: Differences;
  readonly before: Agreement;
  readonly point: Point;
  readonly was: Decision;
  readonly is: Decision;
}

function wrongAbout({ found, before, point, was, is }: Seen, isChanged: boolean): string | undefined {
  if (found.verdict === 'unknown' && isChanged) return undefined;
  // Of what is decided alike only the exact sets say something.
  const asked = isChanged ? found.sets : found.sets.filter(({ exact }) => exact);
  if (asked.length === 0 && !isChanged) return undefined;
  const contexts = contextsOf(before, point, was);
  const isInside = asked.some((set) => isIn(set, contexts));
  if (isChanged && !isInside && !hasDeadline(found, [was, is])) return 'is outside all sets';
  if (!isChanged && isInside) return 'is in an exact set and decided alike';
  return undefined;
}

interface Contexts {
  readonly recorded: Context;
  readonly final: Context;
}

function isIn({ where, besides, sees }: DecisionSet, { recorded, final }: Contexts): boolean {
  const context = sees === 'decided' ? final : recorded;
  const isHeld = (conditions: DecisionSet['where']): boolean =>
    conditions.every((condition) => holds(condition, context));
  return isHeld(where) && isHeld(besides);
}

/** What conditions see of a lead, put together from its decision. */
function contextsOf(agreement: Agreement, { input, asOf }: Point, decision: Decision): Contexts {
  const reading = readLead(agreement, input);
  if (!('lead' in reading)) throw new Error(JSON.stringify(reading.problems));
  const lead = { ...reading.lead, events: reading.lead.events.filter(({ at }) => at <= asOf) };
  const { scores: points, bands, persona, grade, stage, moves, route } = decision;
  const scores = Object.fromEntries(
    agreement.scores.map(({ id, decimals }) => [
      id,
      { decimals, points: scale(points[id] ?? NaN, decimals) ?? NaN, band: bands[id] ?? null, lines: [] },
    ]),
  );
  const common = { asOf, lead, scores, persona, grade, event: null };
  return {
    recorded: { ...common, stage: moves[0]?.from ?? stage, outcome: null },
    final: {
      ...common,
      stage,
      outcome: { becomes: moves.map(({ to }) => to), queue: route?.queue ?? null },
    },
  };
}

function hasDeadline({ deadlines }: Differences, decisions: readonly Decision[]): boolean {
  return deadlines.some(({ promise }) =>
    decisions.some(({ promises }) => promises.some(({ id }) => id === promise)),
  );
}

/** Whether engines decide as the reference does, and conditions see what they see there. */
function differsFromReference({ found, before, point, was, is }: Seen, after: Agreement): string | undefined {
  const known = decide(before, point);
  const other = evaluate(after, known.lead, { asOf: point.asOf });
  for (const [engine, reference] of [
    [was, known.decision],
    [is, other],
  ] as const)
    if (JSON.stringify(engine) !== JSON.stringify(decisionOf(reference)))
      return 'is decided otherwise by the engine';
  const contexts = contextsOf(before, point, was);
  const isApart = found.sets.some((set) => isIn(set, contexts) !== isIn(set, known));
  return isApart ? 'is seen otherwise in a set' : undefined;
}

function isOther(one: Decision, other: Decision): boolean {
  return shown(one) !== shown(other);
}

function shown({ stage, moves, bands, grade, persona, route, promises, notices }: Decision): string {
  const places = moves.map(({ from, to, at }) => [from, to, at]);
  const { queue = null, owner = null } = route ?? {};
  return JSON.stringify([stage, places, bands, grade, persona, queue, owner, promises, notices]);
}
