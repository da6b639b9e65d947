import type { Agreement, AtMost, Band, Fade, Rule, Score } from '../ir/types.ts';
import { halfLife } from '../lower/fades.ts';
import { aboutEvents, aboutLeads, changesOf } from './conditions.ts';
import { fewer, inside, replaced, without } from './lists.ts';
import { counts, decimals, lengths, moved, movedForce } from './steps.ts';
import type { Scale } from './steps.ts';
import type { Change } from './types.ts';

/** Every small change of a score itself: not of its groups, rules and bands. */
export function* changesOfScore(score: Score, agreement: Agreement): Generator<Change<Score>> {
  yield* changesOfLimits(score, decimals(score.decimals));
  yield* inside(changesOf(score.when, aboutLeads(agreement)), (when) => ({ ...score, when }));
  yield* inside(fewer(score.since, 'since', 0), (since) => ({ ...score, since }));
  yield* inside(fewer(score.sum, 'sum'), (sum) => ({ ...score, sum }));
}

/** Caps, floors and conditions of a score's groups. */
export function* changesOfGroups(
  score: Score,
  agreement: Agreement,
): Generator<Change<Score> & { readonly about: string }> {
  for (const [index, group] of score.groups.entries()) {
    const put = (to: typeof group): Score => ({ ...score, groups: replaced(score.groups, index, to) });
    const whens = inside(changesOf(group.when, aboutLeads(agreement)), (when) => ({ ...group, when }));
    for (const changes of [changesOfLimits(group, decimals(score.decimals)), whens]) {
      for (const change of inside(changes, put)) yield { ...change, about: group.id };
    }
  }
}

/** Each edge between two bands moved, on both of its sides. */
export function* changesOfBands(score: Score): Generator<Change<Score>> {
  for (const { id, min } of score.bands) {
    if (min === null) continue;
    for (const { to, ...change } of moved(min.value, `${id} from`, decimals(score.decimals))) {
      const bands = score.bands.map((band) => withEdge(band, min.value, to));
      yield { ...change, to: { ...score, bands } };
    }
  }
}

function withEdge(band: Band, edge: number, to: number): Band {
  const [min, max] = [band.min, band.max].map((bound) =>
    bound?.value === edge ? { ...bound, value: to } : bound,
  );
  return { ...band, min: min ?? null, max: max ?? null };
}

/** Each rule left out, and every small change of it. */
export function* changesOfRules(
  score: Score,
  agreement: Agreement,
): Generator<Change<Score> & { readonly rule: Rule }> {
  for (const [index, rule] of score.rules.entries()) {
    yield { ...dropped({ ...score, rules: without(score.rules, index) }), rule };
    const put = (to: Rule): Score => ({ ...score, rules: replaced(score.rules, index, to) });
    for (const change of inside(changesOfRule(rule, score, agreement), put)) yield { ...change, rule };
  }
}

/** The change of what holds a thing that is left out. */
export function dropped<T>(to: T): Change<T> {
  return { kind: 'dropped', change: 'dropped', says: 'not be there', to };
}

function* changesOfRule(rule: Rule, score: Score, agreement: Agreement): Generator<Change<Rule>> {
  const scale = decimals(score.decimals);
  yield* inside(moved(rule.points, 'points', scale), (points) => ({ ...rule, points }));
  yield* changesOfLimits<Rule>(rule, scale);
  yield* inside(changesOf(rule.when, aboutLeads(agreement)), (when) => ({ ...rule, when }));
  yield* inside(movedForce(rule.in_force), (force) => ({ ...rule, in_force: force }));
  if (rule.kind === 'event_rule') {
    yield* inside(fewer(rule.on, 'on'), (on) => ({ ...rule, on }));
    yield* inside(changesOf(rule.where, aboutEvents({ agreement }, rule.on)), (where) => ({
      ...rule,
      where,
    }));
    yield* inside(changesOfAtMost(rule.at_most), (limit) => ({ ...rule, at_most: limit }));
    yield* inside(changesOfFade(rule.fades, scale), (fades) => ({ ...rule, fades }));
  } else if (rule.kind === 'idle_rule') {
    yield* inside(moved(rule.every_ms, 'every', lengths), (ms) => ({ ...rule, every_ms: ms }));
    yield* inside(fewer(rule.without, 'without', 0), (names) => ({ ...rule, without: names }));
  }
}

function* changesOfLimits<T extends { readonly cap: number | null; readonly floor: number | null }>(
  limited: T,
  scale: Scale,
): Generator<Change<T>> {
  yield* inside(moved(limited.cap, 'cap', scale), (cap) => ({ ...limited, cap }));
  yield* inside(moved(limited.floor, 'floor', scale), (floor) => ({ ...limited, floor }));
}

function* changesOfAtMost(limit: AtMost | null): Generator<Change<AtMost>> {
  if (limit === null) return;
  yield* inside(moved(limit.count, 'at most', { ...counts, least: 1 }), (count) => ({ ...limit, count }));
  yield* inside(moved(limit.per_ms, 'at most per', lengths), (ms) => ({ ...limit, per_ms: ms }));
}

function* changesOfFade(fade: Fade | null, scale: Scale): Generator<Change<Fade>> {
  switch (fade?.kind) {
    case 'half_life': {
      const days = moved(fade.half_life_days, 'half-life in days', { ...counts, least: 1 });
      yield* inside(days, halfLife);
      return;
    }
    case 'expires':
      yield* inside(moved(fade.after_ms, 'expires after', lengths), (ms) => ({ ...fade, after_ms: ms }));
      return;
    case 'lose':
      yield* inside(moved(fade.points, 'loses', { ...scale, least: 0 }), (points) => ({ ...fade, points }));
      yield* inside(moved(fade.every_ms, 'loses every', lengths), (ms) => ({ ...fade, every_ms: ms }));
      return;
    case undefined:
  }
}
