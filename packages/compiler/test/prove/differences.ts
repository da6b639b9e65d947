import { ruleCycles } from '../../src/check/rules/rule-cycles.ts';
import { emitModule } from '../../src/emit/index.ts';
import { decisionOf, evaluate } from '../../src/ir/evaluate.ts';
import { readLead } from '../../src/ir/read-lead.ts';
import type { Agreement, Decision } from '../../src/ir/types.ts';
import { mutantsOf } from '../../src/mutate/mutants.ts';
import { areDecidedApart } from '../../src/prove/ask/replay.ts';
import { compareVersions } from '../../src/prove/versions/compare.ts';
import type { Differences } from '../../src/prove/versions/report.ts';
import { type DecidedTwice, isIn, isTold, seenBy } from '../../src/prove/versions/within.ts';
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
  /** Leads of these that are decided otherwise and are in no set. */
  untold: number;
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
  untold: 0,
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
    const compared = { found, before, point, was: one.decide(lead, point), is: other.decide(lead, point) };
    tally.leads += 1;
    tally.changed += Number(areDecidedApart(compared.was, compared.is));
    const told = toldAbout(compared);
    tally.untold += Number(told === 'untold');
    const wrong = told === 'untold' ? [] : [told];
    if (tally.leads % checkedEvery === 0) {
      tally.checked += 1;
      wrong.push(differsFromReference(compared, after));
    }
    for (const what of wrong) if (what) tally.wrong.push(`seed ${seed}: ${what} ${JSON.stringify(point)}`);
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

/** A lead that both engines decided, and what is proved of the versions. */
interface Compared {
  readonly found: Differences;
  readonly before: Agreement;
  readonly point: Point;
  readonly was: Decision;
  readonly is: Decision;
}

/** What is wrong about what is said of a lead; of versions that are not known to be told apart a lead may be untold. */
function toldAbout(compared: Compared): string | undefined {
  const { found, before, was, is } = compared;
  if (areDecidedApart(was, is)) {
    if (isTold(found, before, twice(compared))) return undefined;
    return found.verdict === 'unknown' ? 'untold' : 'is outside all sets';
  }
  const exact = found.sets.filter((set) => set.exact);
  const seen = exact.length === 0 ? undefined : seenBy(before, twice(compared));
  return seen && exact.some((set) => isIn(set, seen)) ? 'is in an exact set and decided alike' : undefined;
}

function twice({ before, point: { input, asOf }, was, is }: Compared): DecidedTwice {
  const reading = readLead(before, input);
  if (!('lead' in reading)) throw new Error(JSON.stringify(reading.problems));
  return { lead: reading.lead, asOf, was, is };
}

/** Whether engines decide as the reference does, and conditions see what they see there. */
function differsFromReference(compared: Compared, after: Agreement): string | undefined {
  const { found, before, point, was, is } = compared;
  const known = decide(before, point);
  const other = evaluate(after, known.lead, { asOf: point.asOf });
  const decided = JSON.stringify([known.decision, other].map(decisionOf));
  if (JSON.stringify([was, is]) !== decided) return 'is decided otherwise by the engine';
  const [seen, asReference] = [
    seenBy(before, twice(compared)),
    { recorded: known.recorded, decided: known.final },
  ];
  const isApart = found.sets.some((set) => isIn(set, seen) !== isIn(set, asReference));
  return isApart ? 'is seen otherwise in a set' : undefined;
}
