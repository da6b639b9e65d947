import { holds } from '../../src/ir/conditions.ts';
import { evaluate } from '../../src/ir/evaluate.ts';
import type { Agreement, Decision } from '../../src/ir/types.ts';
import { mutantsOf } from '../../src/mutate/mutants.ts';
import { compareVersions } from '../../src/prove/versions/compare.ts';
import type { Differences } from '../../src/prove/versions/report.ts';
import { drawFrom } from './draw.ts';
import { type Decided, enumerateLeads } from './enumerate.ts';
import { randomAgreement } from './random-agreement.ts';
import { unlessCircular } from './versions.ts';

export interface Tally {
  pairs: number;
  leads: number;
  /** Leads that are decided otherwise. */
  changed: number;
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
  same: 0,
  unknown: 0,
  sets: 0,
  exact: 0,
  shown: 0,
  wrong: [],
});

/** Compares the agreement of a seed with a version of it that differs by some mutations, and with what leads show. */
export function compareSets(
  seed: number,
  tally: Tally,
  { leads, steps }: { leads: number; steps: number },
): void {
  const before = randomAgreement(seed);
  const after = mutated(before, seed, steps);
  const found = unlessCircular(() => compareVersions(before, after));
  if (!found) return;
  tally.pairs += 1;
  tally.same += Number(found.verdict === 'same');
  tally.unknown += Number(found.verdict === 'unknown');
  tally.sets += found.sets.length;
  tally.exact += found.sets.filter(({ exact }) => exact).length;
  tally.shown += found.sets.filter(({ shown }) => shown !== null).length;
  for (const lead of enumerateLeads(before, { count: leads, seed })) {
    tally.leads += 1;
    const other = unlessCircular(() => evaluate(after, lead.lead, { asOf: lead.asOf }));
    if (!other) continue;
    const what = wrongAbout(found, lead, other);
    tally.changed += Number(isOther(lead.decision, other));
    if (what) tally.wrong.push(`seed ${seed}: ${what} ${JSON.stringify(lead.input)} at ${lead.asOf}`);
  }
}

/** A version after some mutations, each of what the one before it made. */
function mutated(agreement: Agreement, seed: number, steps: number): Agreement {
  const draw = drawFrom(seed + 1_000_000);
  let version = agreement;
  for (let step = 0; step < steps; step += 1) version = draw.pick(mutantsOf(version)).agreement();
  return version;
}

function wrongAbout(found: Differences, lead: Decided, other: Decision): string | undefined {
  const isChanged = isOther(lead.decision, other);
  const inside = found.sets.filter((set) =>
    [...set.where, ...set.besides].every((condition) =>
      holds(condition, set.sees === 'decided' ? lead.final : lead.recorded),
    ),
  );
  const late = found.deadlines.some(({ promise }) =>
    [lead.decision, other].some((one) => one.promises.some(({ id }) => id === promise)),
  );
  if (isChanged && found.verdict !== 'unknown' && inside.length === 0 && !late) return 'is outside all sets';
  if (!isChanged && inside.some(({ exact }) => exact)) return 'is in an exact set and decided alike';
  return undefined;
}

function isOther(one: Decision, other: Decision): boolean {
  return shown(one) !== shown(other);
}

function shown({ stage, moves, bands, grade, persona, route, promises, notices }: Decision): string {
  const places = moves.map(({ from, to, at }) => [from, to, at]);
  const { queue = null, owner = null } = route ?? {};
  return JSON.stringify([stage, places, bands, grade, persona, queue, owner, promises, notices]);
}
