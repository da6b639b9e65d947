import type { Band, EventRule, Fade, Rule, Score } from '../../src/ir/index.ts';
import { day, eventRule, group, idleRule, leadRule, now, score, span } from '../ir/agreements.ts';
import type { Draw } from './draw.ts';
import {
  durations,
  randomCondition,
  randomEvents,
  randomSince,
  randomWhere,
  type Words,
} from './random-condition.ts';

/** One or two scores, and the sum of two. */
export function randomScores(draw: Draw, words: Words): Score[] {
  const fit = oneScore(draw, words, 'fit');
  if (draw.chance(30)) return [fit];
  const heat = oneScore(draw, words, 'heat');
  if (draw.chance(40)) return [fit, heat];
  const total = score('total', {
    ...limits(draw, 60),
    decimals: Math.max(fit.decimals, heat.decimals),
    sum: ['fit', 'heat'],
  });
  return [fit, heat, { ...total, bands: randomBands(draw, total.decimals) }];
}

function oneScore(draw: Draw, words: Words, id: string): Score {
  const decimals = draw.chance(15) ? 1 : 0;
  const unit = 10 ** decimals;
  const since = randomSince(draw, words);
  const groups = draw.chance(30)
    ? [
        group(`${id}_group`, {
          ...limits(draw, 25 * unit),
          when: draw.chance(25) ? randomCondition(draw, words, 1) : null,
        }),
      ]
    : [];
  const rules = draw.times(2 + draw.below(3), (index) => {
    const rule = randomRule(draw, words, { id: `${id}_${index}`, unit });
    return groups.length > 0 && draw.chance(50) ? { ...rule, group: `${id}_group` } : rule;
  });
  return score(id, {
    decimals,
    since,
    groups,
    rules,
    ...limits(draw, 40 * unit),
    when: draw.chance(15) ? randomCondition(draw, words, 1) : null,
    bands: draw.chance(60) ? randomBands(draw, decimals) : [],
  });
}

function randomRule(draw: Draw, words: Words, { id, unit }: { id: string; unit: number }): Rule {
  const points = draw.pick([5, 10, 20, 10, 15, -5, -10]) * unit;
  const when = draw.chance(30) ? randomCondition(draw, words, 1) : null;
  const common = { when, in_force: draw.chance(12) ? randomTerm(draw) : null };
  const kind = draw.below(10);
  if (kind < 5) return leadRule(id, points, { ...common, when: randomCondition(draw, words) });
  if (kind < 6) {
    const every_ms = draw.pick(durations.slice(2));
    return idleRule(id, points, {
      ...common,
      ...(draw.chance(70) ? stopped(points) : {}),
      every_ms,
      without: randomEvents(draw, words),
    });
  }
  return randomEventRule(draw, words, eventRule(id, points, common));
}

function stopped(points: number): { cap: number } | { floor: number } {
  return points > 0 ? { cap: 3 * points } : { floor: 3 * points };
}

function randomEventRule(draw: Draw, words: Words, rule: EventRule): EventRule {
  const on = randomEvents(draw, words);
  const per_ms = draw.pick([null, null, day, 7 * day]);
  return {
    ...rule,
    on,
    where: randomWhere(
      draw,
      words.events.filter(({ id }) => on.includes(id)),
    ),
    at_most: draw.chance(60) ? { count: 1 + draw.below(2), per_ms } : null,
    fades: draw.chance(45) ? randomFade(draw, rule.points) : null,
    ...(draw.chance(50) ? stopped(rule.points) : {}),
  };
}

function randomFade(draw: Draw, points: number): Fade {
  switch (draw.below(3)) {
    case 0:
      return { kind: 'half_life', half_life_days: 7, factors };
    case 1:
      return { kind: 'expires', after_ms: draw.pick(durations) };
    default:
      return {
        kind: 'lose',
        points: Math.max(1, Math.round(Math.abs(points) / 2)),
        every_ms: draw.pick(durations),
      };
  }
}

const factors = Array.from({ length: 200 }, (_, age) => Math.round(1e6 * 2 ** (-age / 7))).filter(
  (factor) => factor > 0,
);

function limits(draw: Draw, most: number): { cap: number | null; floor: number | null } {
  return { cap: draw.chance(50) ? most : null, floor: draw.chance(40) ? 0 : null };
}

function randomBands(draw: Draw, decimals: number): Band[] {
  const edges = draw.some([0, 5, 10, 20, 30], 1 + draw.below(2)).map((edge) => edge * 10 ** decimals);
  return [...edges, null].map((edge, at) => ({
    id: `band_${at}`,
    min: at === 0 ? null : { value: edges[at - 1] ?? 0, inclusive: true },
    max: edge === null ? null : { value: edge, inclusive: false },
    span,
  }));
}

export function randomTerm(draw: Draw): { from: number | null; until: number | null } {
  const edge = now + draw.pick([-20, 0, 30]) * day;
  return draw.chance(50) ? { from: edge, until: null } : { from: null, until: edge };
}
