import type { Formula } from '@smarketing/logic';
import type { Agreement } from '../../ir/types.ts';
import { type Asker, createAsker } from '../ask/asker.ts';
import { createEstimates } from '../decide/estimates.ts';
import { lazy } from '../decide/memo.ts';
import { createRules } from '../decide/rules.ts';
import { createVersion } from '../decide/version.ts';
import { sessionOf } from '../world/session.ts';
import { deadlineChanges } from './deadlines.ts';
import { createGuesses, type Guesses } from './guesses.ts';
import { jointly } from './joint.ts';
import { judgedOutcomes, type Outcomes, routedOutcomes } from './outcomes.ts';
import { type PointsApart, pointsApart } from './points.ts';
import type { DecisionSet, Differences } from './report.ts';
import { type Asked, groupsOf, possibleValues } from './sets.ts';
import { shownBy } from './shown.ts';
import type { Sides } from './sides.ts';
import { stageOutcomes } from './stages.ts';

/**
 * The leads that two versions of an agreement decide otherwise: in their stage, grade, persona, bands, queue, notices and
 * promises, and whose deadlines are other ones. Both are asked about the same leads: those that both take.
 *
 * ```ts
 * const { verdict, sets } = compareVersions(before, after);
 * sets[0]?.where; // [{ kind: 'number', subject: { kind: 'score', id: 'fit' }, min: …, max: … }]
 * ```
 */
export function compareVersions(before: Agreement, after: Agreement): Differences {
  const joint = jointly(before, after);
  if ('reason' in joint)
    return { verdict: 'unknown', reason: joint.reason, sets: [], deadlines: [], points: [] };
  const deadlines = deadlineChanges(before, after);
  const asker = createAsker(joint.before, { versions: [joint.after] });
  const points = pointsApart(asker, joint.before, joint.after);
  const { sets, reason } = setsBetween({ asker, points, after: joint.after });
  const isShown = sets.some(({ shown }) => shown !== null) || deadlines.length > 0;
  const verdict = reason !== null ? 'unknown' : isShown ? 'different' : sets.length > 0 ? 'unknown' : 'same';
  return {
    verdict,
    reason:
      verdict === 'unknown'
        ? (reason ?? 'no lead was found that shows a difference, nor that there is none')
        : null,
    sets,
    deadlines,
    points: points.scores.map(({ id }) => id),
  };
}

interface Between {
  readonly asker: Asker;
  readonly points: PointsApart;
  readonly after: Agreement;
}

/**
 * Boxes are sought with scores as mere numbers, which is quick and leaves no lead out. Whether there is a lead in a box is
 * asked of the agreement as it is.
 */
function setsBetween({ asker, points, after }: Between): Pick<Differences, 'sets' | 'reason'> {
  const guesses = createGuesses(asker.world, points.scores, [asker.world.agreement, after]);
  const sides = guessedSides(asker, after, guesses);
  const asked: Asked = {
    ...sides,
    guesses,
    changed: points.conditions,
    possible: possibleValues(sides, [...asker.known]),
  };
  const real = realOutcomes(asker, after);
  const sets: DecisionSet[] = [];
  for (const [at, outcomes] of allOutcomes(asked).entries()) {
    const groups = groupsOf(outcomes, asked);
    if (groups === 'unknown') return { sets, reason: 'it takes more than the budget' };
    for (const { pairs, ...group } of groups) {
      const { aspect, about, sees } = outcomes;
      const shown = shownBy({ asker, after, outcomes, group, pairs, real: () => real()[at] });
      if (shown === 'none') continue;
      sets.push({
        aspect,
        about,
        outcomes: pairs.map(({ from, to }) => ({ from, to })),
        ...group,
        sees,
        shown,
      });
    }
  }
  return { sets, reason: null };
}

function guessedSides({ world }: Asker, after: Agreement, guesses: Guesses): Sides {
  const means = { rules: createRules(world), estimates: createEstimates(world) };
  const one = createVersion(world, means, { guess: guesses.before });
  const other = createVersion(world, means, { agreement: after, guess: guesses.after }, one);
  return { world, session: sessionOf(world), one, other };
}

/** The same outcomes with scores as their rules add up, made when they are asked for. */
function realOutcomes(asker: Asker, after: Agreement): () => readonly Outcomes[] {
  return lazy(() => {
    const { world, session, version: one } = asker;
    const other = asker.otherVersion(after, { unless: world.logic.true, only: 0 });
    return allOutcomes({ world, session, one, other });
  });
}

/**
 * Every aspect of a decision, in the order in which people read them. What differs only because a lead is judged or moved
 * otherwise is not told again of notices and promises, and what differs because it is moved otherwise not of queues.
 */
function allOutcomes(sides: Sides): readonly Outcomes[] {
  const { logic } = sides.world;
  const [stages, judged, routed] = [stageOutcomes(sides), judgedOutcomes(sides), routedOutcomes(sides)];
  const beneath = judged.flatMap(({ pairs, asks }) => (pairs.length > 0 ? asks.apart : []));
  const isOther = (all: readonly Outcomes[]): Formula =>
    logic.or(...all.flatMap(({ pairs }) => pairs.map(({ formula }) => formula)));
  const movedAlike = logic.and(logic.not(isOther(stages)), restsAlike(sides));
  const judgedAlike = logic.not(isOther(judged));
  const where = (outcomes: Outcomes, alike: Formula): Outcomes => ({
    ...outcomes,
    asks: { ...outcomes.asks, beneath },
    pairs: outcomes.pairs.map((pair) => ({ ...pair, formula: logic.and(pair.formula, alike) })),
  });
  return [
    ...stages.map((outcomes) => where(outcomes, logic.true)),
    ...judged,
    ...routed.map((outcomes) =>
      where(outcomes, outcomes.aspect === 'queue' ? movedAlike : logic.and(movedAlike, judgedAlike)),
    ),
  ];
}

/** Where both versions move a lead alike, they leave it in the same stage and enter the same ones. */
function restsAlike({ world: { logic }, one, other }: Sides): Formula {
  if (one.moves === other.moves) return logic.true;
  const same = one.agreement.stages.flatMap(({ id }) =>
    (['final', 'becomes'] as const).map((what) =>
      logic.not(logic.xor(one.moves[what]([id]), other.moves[what]([id]))),
    ),
  );
  return logic.and(...same);
}
